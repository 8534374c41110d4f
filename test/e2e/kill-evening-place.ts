// One laser of the kill evening: its controller on a TCP port, the laptop that sends jobs while there is power, its
// reader, at which members come and go, and its leased switch. What the world saw is written down for the checks.

import { serveControllerTcp } from '../../src/adapters/simulator/controller-tcp.ts';
import { simulateGrbl } from '../../src/adapters/simulator/grbl.ts';
import { type GrblHost, openGrblHost } from '../../src/adapters/simulator/grbl-host.ts';
import { sampleJob } from '../../src/adapters/simulator/grbl-job.ts';
import { simulateReader } from '../../src/adapters/simulator/native-reader.ts';
import { simulateSwitch } from '../../src/adapters/simulator/native-switch.ts';
import { createSeededChance, type SeededChance } from '../fakes/seeded-chance.ts';
import { eventually } from './program.ts';

export type SentTap = {
  readonly reader: string;
  readonly tap: string;
  acknowledged: boolean;
  answers: number;
};
/** A change of the contact of a switch, by the wall clock that the program also reads. */
export type Click = { readonly switch: string; readonly on: boolean; readonly atMs: number };

/** Ada and Bo may use the lasers, Dario has no certificate, and nobody holds the last badge. */
export const badges = ['04a1b2c3d4e580', '04a1b2c3d4e581', '04a1b2c3d4e582', '04deadbeef0001'] as const;

/** The controller of Laser A lives on its own USB cable; that of Laser B is dark without power. */
export async function openPlace(letter: 'a' | 'b', seed: number) {
  const now = () => performance.now();
  const chance = createSeededChance(seed * 2 + (letter === 'a' ? 1 : 2));
  const controller = simulateGrbl({ now, powered: false, usbPowered: letter === 'a', settings: { 32: 1 } });
  const server = await serveControllerTcp({ port: 0, controller, now });
  const laptop = openGrblHost(controller);
  const taps: SentTap[] = [];
  const clicks: Click[] = [];
  const closing: (() => Promise<void>)[] = [];
  let isOver = false;
  let send: ((tap: { badge: string; tap: string }) => Promise<void>) | null = null;

  const powered = (on: boolean): void => {
    clicks.push({ switch: `plug-${letter}`, on, atMs: Date.now() });
    controller.setPower(on);
    if (on) void work({ chance, laptop, goesOn: () => !isOver && clicks.at(-1)?.on === true });
  };
  return {
    letter,
    port: server.port,
    taps,
    clicks,
    open(mqttPort: number): void {
      const url = `mqtt://127.0.0.1:${mqttPort}`;
      const reader = simulateReader({
        url,
        reader: `reader-${letter}`,
        password: 'reader-secret',
        boot: 'evening',
      });
      const plug = simulateSwitch({ url, switch: `plug-${letter}`, password: 'plug-secret' });
      plug.onChange(powered);
      reader.onAnswer((answer) => {
        const sent = taps.find(({ tap }) => tap === answer.tap);
        if (sent && answer.outcome !== 'notice' && !transient.has(answer.code ?? '')) sent.answers += 1;
      });
      send = reader.sendTap;
      closing.push(reader.close, plug.close);
    },
    live: () =>
      comeAndGo({
        chance,
        reader: `reader-${letter}`,
        taps,
        send: (tap) => send?.(tap),
        goesOn: () => !isOver,
      }),
    over(): void {
      isOver = true;
    },
    async close(): Promise<void> {
      isOver = true;
      laptop.close();
      await Promise.all(closing.map((close) => close()));
      await server.close();
    },
  };
}

type Visits = {
  readonly chance: SeededChance;
  readonly reader: string;
  readonly taps: SentTap[];
  /** Resolves when the tap is acknowledged. */
  readonly send: (tap: { badge: string; tap: string }) => Promise<void> | undefined;
  readonly goesOn: () => boolean;
};

/** Members come and go; every tap is waited for until it is acknowledged, through every kill. */
async function comeAndGo({ chance, reader, taps, send, goesOn }: Visits): Promise<void> {
  let badge: string = badges[0];
  while (goesOn()) {
    await pause(chance, { fromMs: 50, toMs: 500 });
    // Often the same member again, so that sessions end by their own tap.
    if (chance.next() < 0.5) badge = chance.pick(badges);
    const sent: SentTap = { reader, tap: `evening:${taps.length + 1}`, acknowledged: false, answers: 0 };
    taps.push(sent);
    void send({ badge, tap: sent.tap })?.then(() => {
      sent.acknowledged = true;
    });
    await eventually(`the acknowledgement of ${reader} ${sent.tap}`, () => sent.acknowledged, 90_000);
  }
}

/** These answers say that the tap was not taken; it comes again. */
const transient = new Set(['journal-full', 'journal-behind', 'journal-broken']);

type Work = { readonly chance: SeededChance; readonly laptop: GrblHost; readonly goesOn: () => boolean };

/** Jobs, one after the other, while there is power. */
async function work({ chance, laptop, goesOn }: Work): Promise<void> {
  for (;;) {
    await pause(chance, { fromMs: 200, toMs: 1_200 });
    if (!goesOn()) return;
    const seconds = 1 + chance.next() * 3;
    try {
      await laptop.runJob(sampleJob({ seconds, maxRpm: 9000 }));
    } catch {
      // The laptop is still busy with the job of the session before; its own loop goes on.
      return;
    }
  }
}

/** A person's or an accident's time, not a wait for something: its length follows from the seed. */
export const pause = (
  chance: SeededChance,
  { fromMs, toMs }: { fromMs: number; toMs: number },
): Promise<void> => new Promise((resolve) => setTimeout(resolve, fromMs + chance.next() * (toMs - fromMs)));
