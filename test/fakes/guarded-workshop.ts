// A workshop whose laser is guarded: a chiller, an extraction, a door and smoke, heard from itself and from a sensor box
// that is no machine of its own. Tests change what they need.

import type { Monitor } from '../../src/domain/machine/monitor.ts';
import type { Machine, Workshop } from '../../src/domain/machine/workshop.ts';
import type { World } from './fake-world.ts';
import { machineLike, sampleWorkshop } from './sample-workshop.ts';

export const chiller: Monitor = {
  name: 'Chiller',
  reading: 'temperature.coolant.actual',
  above: 25,
  clearBelow: 23,
  severity: 'critical',
  staleS: 20,
};
export const extraction: Monitor = {
  name: 'Extraction',
  reading: 'flow.extraction',
  of: 'box',
  below: 4,
  severity: 'warning',
  staleS: 20,
};
export const smoke: Monitor = {
  name: 'Smoke',
  reading: 'input.smoke',
  of: 'box',
  above: 0.5,
  severity: 'fatal',
  staleS: 20,
};

export const guardedWorkshop = (changed: Partial<Machine> = {}): Workshop => ({
  ...sampleWorkshop,
  machines: {
    ...sampleWorkshop.machines,
    laser: machineLike({
      monitors: { chiller, extraction, smoke },
      auxiliaries: [{ switch: 'fan', runOnS: 45 }],
      ...changed,
    }),
    mill: machineLike({
      name: 'Mill',
      pool: 'mills',
      reader: 'hall',
      switch: 'mill-plug',
      requires: [],
      auxiliaries: [{ switch: 'fan', runOnS: 30 }],
    }),
    box: machineLike({ name: 'Sensors', pool: 'sensors', reader: null, switch: null, requires: [] }),
  },
  switches: { ...sampleWorkshop.switches, fan: { kind: 'native' }, enable: { kind: 'controller' } },
  order: [...sampleWorkshop.order, 'box'],
});

export type Sensed = {
  readonly coolantC?: number;
  readonly flow?: number;
  readonly smoke?: number;
};

/** The laser and the box tell what they see, once. */
export function sense(world: World, { coolantC = 20, flow = 8, smoke: seen = 0 }: Sensed = {}): void {
  const activity = world.gateway.state().machines.get('laser')?.activity ?? 'idle';
  const shown = activity === 'unknown' ? 'idle' : activity;
  world.report('laser', shown, { readings: { 'temperature.coolant.actual': coolantC } });
  world.report('box', 'idle', { readings: { 'flow.extraction': flow, 'input.smoke': seen } });
}

/** Every second they tell the same, while so much time goes by. */
export async function senseFor(world: World, forMs: number, sensed: Sensed = {}): Promise<void> {
  for (let left = forMs; left > 0; left -= 1000) {
    sense(world, sensed);
    await world.advance(Math.min(1000, left));
  }
}
