// A kiln of the demo shop that reports over our own topics: it heats while it has power, holds, and cools when it has
// none.

import { type SimulatedMqttMachine, simulateMqttMachine } from './mqtt-machine.ts';
import type { NativeOptions } from './native-link.ts';

export type DemoKiln = { setPower(on: boolean): void; close(): Promise<void> };

const roomC = 22;
const holdC = 780;
const everyMs = 1_000;
/** Degrees per step: a demo's hour is a minute. */
const heatC = 9;
const coolShare = 0.01;

export function openDemoKiln(options: NativeOptions & { readonly machine: string }): DemoKiln {
  const kiln: SimulatedMqttMachine = simulateMqttMachine({ ...options, everyMs });
  let on = false;
  let chamberC = roomC;
  const step = (): void => {
    chamberC = on ? Math.min(holdC, chamberC + heatC) : chamberC - (chamberC - roomC) * coolShare;
    const heating = on && chamberC < holdC;
    kiln.report({
      activity: on ? (heating ? 'heating' : 'running') : 'idle',
      job: on ? 'firing' : null,
      'temperature.chamber.actual': Math.round(chamberC * 10) / 10,
    });
  };
  const stepping = setInterval(step, everyMs);
  stepping.unref();
  return {
    setPower(to) {
      on = to;
      step();
    },
    async close() {
      clearInterval(stepping);
      await kiln.close();
    },
  };
}
