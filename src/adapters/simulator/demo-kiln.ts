// A kiln of the demo shop that reports over our own topics: with power it fires once, that is heats and holds; after
// that, and without power, it cools.

import { type SimulatedMqttMachine, simulateMqttMachine } from './mqtt-machine.ts';
import type { NativeOptions } from './native-link.ts';

export type DemoKiln = { setPower(on: boolean): void; close(): Promise<void> };

const roomC = 22;
const holdC = 780;
/** Reports for which it holds; then the firing is over, so that an ended session comes to its end. */
const holdSteps = 20;
const everyMs = 1_000;
/** Degrees per step: a demo's hour is a minute. */
const heatC = 9;
const coolShare = 0.01;

export function openDemoKiln(options: NativeOptions & { readonly machine: string }): DemoKiln {
  const kiln: SimulatedMqttMachine = simulateMqttMachine({ ...options, everyMs });
  let firing = false;
  let held = 0;
  let chamberC = roomC;
  const step = (): void => {
    if (firing && chamberC >= holdC) held += 1;
    if (held >= holdSteps) firing = false;
    chamberC = firing ? Math.min(holdC, chamberC + heatC) : chamberC - (chamberC - roomC) * coolShare;
    const busy = chamberC < holdC ? 'heating' : 'running';
    kiln.report({
      activity: firing ? busy : 'idle',
      job: firing ? 'firing' : null,
      'temperature.chamber.actual': Math.round(chamberC * 10) / 10,
    });
  };
  const stepping = setInterval(step, everyMs);
  stepping.unref();
  return {
    setPower(to) {
      firing = to;
      held = 0;
      step();
    },
    async close() {
      clearInterval(stepping);
      await kiln.close();
    },
  };
}
