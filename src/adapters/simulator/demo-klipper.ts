// A printer of the demo shop that speaks through Moonraker. Its little computer stays on; its board with Klipper lives on
// the switched power. Heat comes and goes much faster than in life, so that one sees it cool.

import type { DemoMachine } from './demo-controller.ts';
import { simulateMoonraker } from './moonraker.ts';
import { realTime } from './native-link.ts';

const file = 'lamp_shade.gcode';
const tickMs = 500;
/** °C in one tick. */
const heats = { extruder: { up: 9, down: 3 }, heater_bed: { up: 4, down: 1 } } as const;
const printing = { extruder: 215, heater_bed: 60 } as const;
const roomC = 22;
const jobTicks = 60;

type Heater = keyof typeof heats;

export async function openDemoKlipper(): Promise<DemoMachine> {
  const printer = await simulateMoonraker({ port: 0, key: null });
  const actualC = { extruder: roomC, heater_bed: roomC };
  const targetC = { extruder: 0, heater_bed: 0 };
  let job: { done: number; readonly over: (finished: boolean) => void } | null = null;
  let isPaused = false;
  printer.setKlippy('disconnected');

  const show = (heater: Heater): void =>
    printer.set(heater, { temperature: actualC[heater], target: targetC[heater] });
  const aim = (to: Readonly<Record<Heater, number>>): void => {
    Object.assign(targetC, to);
    for (const heater of ['extruder', 'heater_bed'] as const) show(heater);
  };
  const end = (finished: boolean): void => {
    const ended = job;
    job = null;
    isPaused = false;
    aim({ extruder: 0, heater_bed: 0 });
    ended?.over(finished);
  };
  const cancelled = printer.cancelJob;
  printer.cancelJob = () => {
    cancelled();
    end(false);
  };
  const tick = (): void => {
    for (const heater of ['extruder', 'heater_bed'] as const) {
      const { up, down } = heats[heater];
      const goalC = Math.max(roomC, targetC[heater]);
      const nextC = Math.min(Math.max(goalC, actualC[heater] - down), actualC[heater] + up);
      if (nextC === actualC[heater]) continue;
      actualC[heater] = nextC;
      show(heater);
    }
    if (!job || isPaused || actualC.extruder < targetC.extruder) return;
    job.done += 1;
    const seconds = (job.done * tickMs) / 1000;
    printer.set('virtual_sdcard', { progress: job.done / jobTicks });
    printer.set('print_stats', { print_duration: seconds, total_duration: seconds });
    if (job.done < jobTicks) return;
    printer.finishJob();
    end(true);
  };
  let callOff = realTime.after(tickMs, function again() {
    tick();
    callOff = realTime.after(tickMs, again);
  });

  return {
    link: { kind: 'moonraker', url: printer.url(), key: null, orders: true },
    setPower(on) {
      if (!on) end(false);
      printer.setKlippy(on ? 'ready' : 'disconnected');
      if (on) aim({ extruder: 0, heater_bed: 0 });
    },
    runJob() {
      const { promise, resolve } = Promise.withResolvers<boolean>();
      end(false);
      job = { done: 0, over: resolve };
      printer.startJob(file);
      aim(printing);
      return promise;
    },
    acts: {
      pause() {
        isPaused = true;
        printer.pauseJob();
      },
      start() {
        isPaused = false;
        printer.resumeJob();
      },
    },
    busy: () => job !== null,
    async close() {
      callOff();
      end(false);
      await printer.close();
    },
  };
}
