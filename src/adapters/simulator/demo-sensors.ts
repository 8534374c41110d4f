// The sensor box of the demo shop: it reports the coolant of a chiller, the air that an extraction draws, and smoke, over our
// own topics. The coolant swings by itself and stays within what a laser likes.

import { simulateMqttMachine } from './mqtt-machine.ts';
import type { NativeOptions } from './native-link.ts';

export type DemoSensors = {
  /** Whether the extraction runs. */
  setAir(on: boolean): void;
  close(): Promise<void>;
};

const everyMs = 2_000;
const meanC = 20;
const swingC = 1.5;
/** Of one swing. */
const stepsAround = 90;
const drawnMs = 7.5;

export function openDemoSensors(options: NativeOptions & { readonly machine: string }): DemoSensors {
  const box = simulateMqttMachine({ ...options, everyMs });
  let hasAir = false;
  let steps = 0;
  const step = (): void => {
    steps += 1;
    const coolantC = meanC + swingC * Math.sin((2 * Math.PI * steps) / stepsAround);
    box.report({
      activity: 'idle',
      'temperature.coolant.actual': Math.round(coolantC * 10) / 10,
      'flow.extraction': hasAir ? drawnMs : 0,
      'input.smoke': 0,
    });
  };
  const stepping = setInterval(step, everyMs);
  stepping.unref();
  step();
  return {
    setAir(on) {
      hasAir = on;
      step();
    },
    async close() {
      clearInterval(stepping);
      await box.close();
    },
  };
}
