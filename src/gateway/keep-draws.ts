// Tells the journal whether machines without a controller work, by the watts of their switches: only while somebody holds
// them, and only where the file says below how many watts they are idle. A meter that falls silent makes it unknown.

import { meterSilentMs } from '../domain/machine/alarm.ts';
import { type Draw, drawOf } from '../domain/machine/draw.ts';
import { machineById } from '../domain/machine/lookup.ts';
import { type Metered, wattsOf } from '../domain/machine/watts-of.ts';
import type { Stamp } from '../domain/time.ts';
import type { Committer } from './commit.ts';
import type { SwitchReport } from './gateway.ts';

export type DrawKeeper = {
  heard(report: SwitchReport, stamp: Stamp): void;
  /** Writes what is not written yet; to be called often. */
  settle(): void;
};

/** It must have been low for so long, so that a flapping draw does not fill the journal. */
const lowForMs = 10_000;

/** What a switch measures; `sinceMonoMs`: since when the word holds. */
type Seen = { metered: Metered | null; draw: Draw; sinceMonoMs: number };

export function createDrawKeeper(committer: Pick<Committer, 'tentative' | 'stamp' | 'commit'>): DrawKeeper {
  // Bounded by the switches described: others are not heard.
  const seen = new Map<string, Seen>();

  const look = (id: string, belowW: number, { monoMs }: Stamp): Draw => {
    const one = seen.get(id);
    if (!one?.metered || one.metered.powerW === null || monoMs - one.metered.monoMs >= meterSilentMs)
      return 'unknown';
    const draw = drawOf({ powerW: one.metered.powerW, belowW, before: one.draw });
    if (draw !== one.draw) Object.assign(one, { draw, sinceMonoMs: one.metered.fromMonoMs });
    return draw === 'low' && monoMs - one.sinceMonoMs < lowForMs ? 'some' : draw;
  };

  return {
    heard({ switch: id, powerW, energyWh }, { monoMs }) {
      const one = seen.get(id) ?? { metered: null, draw: 'unknown', sinceMonoMs: monoMs };
      one.metered = wattsOf(one.metered, { powerW, energyWh, monoMs }) ?? one.metered;
      seen.set(id, one);
    },
    settle() {
      const state = committer.tentative();
      for (const { machine, phase } of state.sessions.values()) {
        const described = machineById(state, machine);
        const belowW = described?.link === 'none' ? described.idle?.belowW : undefined;
        const id = described?.switch ?? null;
        if (belowW === undefined || id === null || phase !== 'active') continue;
        const draw = look(id, belowW, committer.stamp());
        if (draw === (state.machines.get(machine)?.draw ?? 'unknown')) continue;
        // A failure was reported by the committer; the next look writes it as it then is.
        committer.commit([{ type: 'draw-changed', data: { machine, draw } }]).catch(() => undefined);
      }
    },
  };
}
