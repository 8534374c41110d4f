// The part of the witness that looks at uses entered by hand: no minute of a machine is ever billed to two, and only what
// was entered is taken back, once.

import assert from 'node:assert/strict';
import type { Entry } from '../../src/domain/journal/entry.ts';
import type { State } from '../../src/domain/journal/state.ts';

type Stretch = { readonly machine: string; readonly fromMs: number; readonly toMs: number };

export function createUseWitness() {
  const stretches = new Map<string, Stretch>();
  const withdrawn = new Set<string>();

  return {
    /** @param before the state before this entry */
    judge({ type, data, seq }: Entry, before: State): void {
      if (type === 'segment-closed' || type === 'usage-entered') {
        const { machine, fromMs, toMs } = data;
        for (const [session, one] of stretches) {
          const apart = one.machine !== machine || one.toMs <= fromMs || one.fromMs >= toMs;
          // A stretch without a length, as a restart may close one, bills nothing.
          const empty = fromMs === toMs || one.fromMs === one.toMs;
          assert.ok(apart || empty, `inv. 5: entry ${seq} bills what ${session} was billed for`);
        }
        const index = type === 'segment-closed' ? data.index : 'entered';
        stretches.set(`${data.session} ${index}`, { machine, fromMs, toMs });
      }
      if (type === 'usage-entered') {
        const open = before.sessions.get(data.machine)?.segment;
        assert.ok(!open || open.fromMs >= data.toMs, `inv. 5: entry ${seq} bills a session that goes on`);
        assert.ok(before.synchronised, `inv. 4: entry ${seq} was dated by a clock that is not set`);
      }
      if (type === 'usage-withdrawn') {
        assert.ok(
          stretches.delete(`${data.session} entered`),
          `entry ${seq} withdraws what was never entered`,
        );
        assert.ok(!withdrawn.has(data.session), `entry ${seq} withdraws ${data.session} again`);
        withdrawn.add(data.session);
      }
    },
  };
}
