// One link whose cable is pulled and plugged in again, over TCP or over a real pseudo terminal: what the process holds is
// counted when it is first at ease and again at the end. Everything runs ten times as fast as the clock on the wall.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type LinkOptions, openLink } from '../../../src/adapters/serial/open-link.ts';
import { type ControllerServer, serveControllerTcp } from '../../../src/adapters/simulator/controller-tcp.ts';
import { simulateGrbl } from '../../../src/adapters/simulator/grbl.ts';
import { realTimers } from '../../../src/edge/timers.ts';
import { grblProfile } from '../../domain/profile/grbl-profile.ts';
import { until } from './link-under-test.ts';

export type Replugged = {
  readonly reconnects: number;
  /** Open files, and what keeps the event loop busy, at ease after the first cycles and at the end. */
  readonly files: readonly [number, number];
  readonly resources: readonly [readonly string[], readonly string[]];
  /** These come and go by the clock: a few more or less are no leak. */
  readonly timers: readonly [number, number];
  /** Of the heap after a collection, bytes per cycle; negative when it shrank. */
  readonly grownPerCycle: number;
};

type Cable = {
  readonly address: LinkOptions['link'];
  plug(): Promise<void>;
  pull(): Promise<void>;
  close(): Promise<void>;
};

/** So much faster than the clock on the wall. */
const haste = 10;
/** Code is compiled and pools are filled in these. */
const warmUpCycles = 10;
const limitMs = 20_000;

const now = (): number => performance.now() * haste;

/** Throws when the link does not come back, or what it held does not go. */
export async function replugLink(wish: { over: 'tcp' | 'pty'; cycles: number }): Promise<Replugged> {
  const controller = simulateGrbl({ now, powered: true });
  const server = await serveControllerTcp({ port: 0, controller, now });
  const cable = wish.over === 'tcp' ? network(server) : terminal(server.port);
  const said = { link: 'never' };
  const link = openLink(await optionsFor(cable.address, said));
  const cycle = async (): Promise<void> => {
    await cable.plug();
    await until(() => link.facts().phase !== 'connecting', 'the port to open', limitMs);
    // A board with DTR reset greets when its port is opened; the link does not wait any longer then.
    if (wish.over === 'pty') controller.faults.restart();
    await until(() => said.link === 'up', 'the link to be up', limitMs);
    await cable.pull();
    await until(() => said.link === 'lost', 'the link to be lost', limitMs);
  };
  try {
    for (let done = 0; done < warmUpCycles; done++) await cycle();
    const before = await atEase();
    for (let done = 0; done < wish.cycles; done++) await cycle();
    const { heapBytes } = await atEase();
    // What is being closed, or tried, takes a moment; it must be gone in the end.
    let after = held();
    const isGone = () => {
      after = held();
      return after.files <= before.files && after.resources.length <= before.resources.length;
    };
    await until(isGone, `what it held: ${before.resources.join(' ')}`, limitMs);
    return {
      reconnects: link.facts().reconnects,
      files: [before.files, after.files],
      resources: [before.resources, after.resources],
      timers: [before.timers, after.timers],
      grownPerCycle: (heapBytes - before.heapBytes) / wish.cycles,
    };
  } finally {
    await link.close();
    await cable.close();
    await server.close();
  }
}

async function optionsFor(address: LinkOptions['link'], said: { link: string }): Promise<LinkOptions> {
  const nothing = () => undefined;
  return {
    machine: 'laser',
    link: address,
    profile: await grblProfile(),
    clock: { monoMs: now },
    log: { info: nothing, warn: nothing, error: nothing },
    meters: { count: nothing },
    onReport: ({ link }) => {
      said.link = link;
    },
    timers: { after: (delayMs, run) => realTimers.after(delayMs / haste, run) },
  };
}

/** The bridge goes and comes back. */
function network(server: ControllerServer): Cable {
  return {
    address: { kind: 'tcp', host: '127.0.0.1', port: server.port },
    plug: server.replug,
    pull: server.unplug,
    close: async () => {},
  };
}

/** Pulling the cable ends the terminal, as it does with an adapter on USB. */
function terminal(port: number): Cable {
  const folder = mkdtempSync(join(tmpdir(), 'officina-replug-'));
  const path = join(folder, 'port');
  let socat: ChildProcess | null = null;
  const pull = async (): Promise<void> => {
    const running = socat;
    socat = null;
    if (!running) return;
    const ended = once(running, 'exit');
    running.kill();
    await ended;
  };
  return {
    address: { kind: 'serial', path, baud: null },
    async plug() {
      socat = spawn('socat', [`PTY,link=${path},raw,echo=0`, `TCP:127.0.0.1:${port}`], { stdio: 'ignore' });
      await until(() => existsSync(path), 'the terminal');
    },
    pull,
    async close() {
      await pull();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Held = {
  readonly files: number;
  readonly resources: readonly string[];
  readonly timers: number;
};

async function atEase(): Promise<Held & { readonly heapBytes: number }> {
  let heapBytes = Number.POSITIVE_INFINITY;
  // What is released by one collection may free more in the next.
  for (let times = 0; times < 5; times++) {
    await new Promise((resolve) => setImmediate(resolve));
    collectGarbage();
    heapBytes = Math.min(heapBytes, process.memoryUsage().heapUsed);
  }
  return { ...held(), heapBytes };
}

const held = (): Held => ({ files: countFiles(), resources: openResources(), timers: countTimers() });

const countFiles = (): number => readdirSync('/proc/self/fd').length;

// A request to the file system that is under way is no handle.
const isTimer = (name: string): boolean => name === 'Timeout' || name === 'Immediate';
const countTimers = (): number => process.getActiveResourcesInfo().filter(isTimer).length;

const openResources = (): readonly string[] =>
  process
    .getActiveResourcesInfo()
    .filter((name) => !isTimer(name) && !name.startsWith('FSReq'))
    .toSorted();

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
