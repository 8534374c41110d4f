// Meters in the switches of a seeded life, and their witness. They reset, jump, step back and fall silent; whatever they
// tell, no session is ever written more than was truly drawn (invariant 5). They have a chance of their own, so that the
// life around them is the same with and without them.

import assert from 'node:assert/strict';
import type { Entry, SegmentEnergy } from '../../src/domain/journal/entry.ts';
import type { World } from './fake-world.ts';
import { createSeededChance } from './seeded-chance.ts';

export type FaultyMeters = {
  /** To be called after every step of the life. */
  act(): void;
  /** To be called after every step: what came onto the disk since. */
  checks(): void;
  /** How often each kind of figure was written. */
  readonly written: ReadonlyMap<SegmentEnergy['how'], number>;
};

type Shown = { offsetMwh: number; isTelling: boolean; tellsWatts: boolean };

const draws = [0, 0, 40, 600, 3_000, 12_000];
/** More than any machine can have drawn in a life. */
const jumpMwh = 5e12;
/** What is rounded for each figure and for each total that begins anew. */
const roundedMwh = 2;

export function createFaultyMeters({ world, seed }: { world: World; seed: number }): FaultyMeters {
  const chance = createSeededChance(seed + 1_000_003);
  const shown = new Map<string, Shown>();
  const sums = new Map<string, { mwh: number; figures: number }>();
  const written = new Map<SegmentEnergy['how'], number>();
  let seen = 0;

  for (const id of world.switches.ids) {
    shown.set(id, { offsetMwh: 7_000_000, isTelling: true, tellsWatts: true });
    sums.set(id, { mwh: 0, figures: 0 });
  }

  const say = (id: string, { offsetMwh, isTelling, tellsWatts }: Shown): void => {
    const plug = world.switches.get(id);
    if (!world.isUp() || !plug.isThere()) return;
    const energyWh = isTelling ? (plug.drawnMwh() + offsetMwh) / 1_000 : null;
    const powerW = tellsWatts ? plug.powerW() : null;
    world.gateway.reportSwitch({ switch: id, on: plug.saysOn(), powerW, energyWh });
  };

  const fail = (id: string, meter: Shown): void => {
    const plug = world.switches.get(id);
    switch (chance.below(80)) {
      case 0:
        meter.offsetMwh = -plug.drawnMwh();
        break;
      case 1:
        meter.offsetMwh += jumpMwh;
        break;
      case 2:
        meter.offsetMwh -= Math.min(500_000, (plug.drawnMwh() + meter.offsetMwh) / 3);
        break;
      case 3:
        say(id, { ...meter, offsetMwh: meter.offsetMwh + jumpMwh });
        break;
      case 4:
        meter.isTelling = false;
        break;
      case 5:
        meter.tellsWatts = false;
        break;
      case 6:
      case 7:
      case 8:
      case 9:
        Object.assign(meter, { isTelling: true, tellsWatts: true });
        break;
      default:
    }
  };

  const judge = (entry: Entry): void => {
    if (entry.type !== 'segment-closed' || !entry.data.energy) return;
    const { machine, energy } = entry.data;
    const { mwh, how, unmeasuredMs } = energy;
    written.set(how, (written.get(how) ?? 0) + 1);
    assert.ok(Number.isSafeInteger(mwh) && mwh >= 0, `entry ${entry.seq} draws ${mwh} mWh`);
    assert.ok(Number.isSafeInteger(unmeasuredMs) && unmeasuredMs >= 0, `entry ${entry.seq}: negative time`);
    const id = `${machine}-plug`;
    const sum = sums.get(id);
    assert.ok(sum, `entry ${entry.seq} knows what ${machine} drew, which has no switch`);
    sum.mwh += mwh;
    sum.figures += 1;
    const truthMwh = world.switches.get(id).drawnMwh();
    const tooMuch = sum.mwh - truthMwh - roundedMwh * sum.figures;
    assert.ok(tooMuch <= 0, `inv. 5: entry ${entry.seq}: ${id} drew ${truthMwh} mWh, told ${sum.mwh}`);
  };

  return {
    written,
    act() {
      for (const [id, meter] of shown) {
        if (chance.below(4) === 0) continue;
        say(id, meter);
        if (chance.below(5) === 0) {
          // Watts are told before and after they change, so that they are as true as watts can be.
          const telling = { ...meter, tellsWatts: true };
          say(id, telling);
          world.switches.get(id).draw(chance.pick(draws));
          say(id, telling);
        }
        fail(id, meter);
      }
    },
    checks() {
      for (const entry of world.journal.entries().slice(seen)) judge(entry);
      seen = world.journal.entries().length;
    },
  };
}
