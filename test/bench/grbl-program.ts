// A child process full of simulated Grbl machines, each on a TCP port of its own as behind a bridge, so that their work is
// not counted as that of the gateway. It notes on the clock that all processes share when a report first tells another state.

import { serveControllerTcp } from '../../src/adapters/simulator/controller-tcp.ts';
import { simulateGrbl } from '../../src/adapters/simulator/grbl.ts';
import { type GrblHost, openGrblHost } from '../../src/adapters/simulator/grbl-host.ts';
import { sampleJob } from '../../src/adapters/simulator/grbl-job.ts';
import { answer } from './child.ts';

/** `run`: each machine works on a long program; the others stand still. */
export type GrblSettings = { readonly machines: number; readonly run: boolean };

/** A person opens the door of that machine, or closes it and lets it go on; answered with the changes told since. */
export type GrblQuestion = { readonly machine: number; readonly doorOpen: boolean };

/** When a machine first answered with another state; nanoseconds of the monotonic clock, as text. */
export type StateTold = { readonly machine: number; readonly atNs: string };

const { machines, run }: GrblSettings = JSON.parse(process.argv[2] ?? '');
const now = (): number => performance.now();

type Simulated = { readonly port: number; turn(doorOpen: boolean): void };

let told: StateTold[] = [];

async function simulate(machine: number): Promise<Simulated> {
  const grbl = simulateGrbl({ now, powered: true });
  const host = openGrblHost(grbl);
  let last = '';
  const controller = {
    step: grbl.step,
    attach: (listener: (bytes: Uint8Array) => void) =>
      grbl.attach((bytes) => {
        const state = stateIn(bytes);
        if (state !== null && state !== last) {
          last = state;
          told.push({ machine, atNs: String(process.hrtime.bigint()) });
        }
        listener(bytes);
      }),
  };
  const server = await serveControllerTcp({ port: 0, controller, now });
  if (run) work(host);
  return {
    port: server.port,
    turn(doorOpen) {
      grbl.faults.door(doorOpen);
      if (!doorOpen) host.resume();
    },
  };
}

/** For longer than any benchmark. */
const work = (host: GrblHost): void => void host.runJob(sampleJob({ seconds: 3600, maxRpm: 9000 }));

/** The word of a status report; null for other lines. */
function stateIn(bytes: Uint8Array): string | null {
  if (bytes[0] !== 0x3c) return null;
  return /^<([A-Za-z]+)/.exec(Buffer.from(bytes).toString('latin1'))?.[1] ?? null;
}

const all = await Promise.all(Array.from({ length: machines }, (_, machine) => simulate(machine)));
answer(({ machine, doorOpen }: GrblQuestion): readonly StateTold[] => {
  const before = told;
  told = [];
  all[machine]?.turn(doorOpen);
  return before;
});
process.stdout.write(`ready ports=${all.map(({ port }) => port).join(',')}\n`);
