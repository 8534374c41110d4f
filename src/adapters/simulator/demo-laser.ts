// A laser of the demo shop: a simulated Grbl controller on a real TCP port, and the laptop beside it, which sends a job
// while the laser has power, pauses it once and lets it go on.

import { serveControllerTcp } from './controller-tcp.ts';
import { simulateGrbl } from './grbl.ts';
import { openGrblHost } from './grbl-host.ts';
import { sampleJob } from './grbl-job.ts';
import { realTime, type SimulatedTime } from './native-link.ts';

/** A simulated controller on a TCP port, with the person and the host beside it. */
export type DemoController = {
  readonly port: number;
  /** The switch went on or off. */
  setPower(on: boolean): void;
  close(): Promise<void>;
};

export type DemoPace = {
  /** From power to the first job, and between two jobs. */
  readonly restMs: number;
  /** Into the job, when the person pauses it, and for how long. */
  readonly pauseAfterMs: number;
  readonly pauseForMs: number;
};

const demoPace: DemoPace = { restMs: 4_000, pauseAfterMs: 14_000, pauseForMs: 6_000 };

export async function openDemoLaser(
  options: { readonly time?: SimulatedTime; readonly pace?: DemoPace } = {},
): Promise<DemoController> {
  const { time = realTime, pace = demoPace } = options;
  // The controller lives on the laptop's cable: it can be seen before the laser has power. Laser mode is on ($32).
  const controller = simulateGrbl({
    now: time.monoMs,
    powered: false,
    usbPowered: true,
    settings: { 32: 1 },
  });
  const host = openGrblHost(controller);
  const server = await serveControllerTcp({ port: 0, controller, now: time.monoMs });
  let powered = false;
  let pending: (() => void)[] = [];

  const later = (delayMs: number, act: () => void): void => {
    pending.push(time.after(delayMs, () => powered && act()));
  };
  const callOff = (): void => {
    for (const call of pending) call();
    pending = [];
  };
  const work = (): void => {
    callOff();
    later(pace.restMs, () => {
      later(pace.pauseAfterMs, host.pause);
      later(pace.pauseAfterMs + pace.pauseForMs, host.resume);
      // A job that is stopped by the end of access is not sent again: power comes anew with the next badge.
      host.runJob(sampleJob({ seconds: 40, maxRpm: 1_000 })).then(
        ({ result }) => result === 'completed' && powered && work(),
        () => undefined,
      );
    });
  };

  return {
    port: server.port,
    setPower(on) {
      if (on === powered) return;
      powered = on;
      controller.setPower(on);
      if (on) work();
      else callOff();
    },
    async close() {
      powered = false;
      callOff();
      host.close();
      await server.close();
    },
  };
}
