// Anyone may lock a machine at once, a steward unlocks it: an entry each, so that it holds over restarts. Who locked is
// on record and is not to be blamed. This is no emergency stop: it ends access, as any end of access does.

import { endForAll } from '../domain/access/end-for-all.ts';
import type { EntryBody } from '../domain/journal/entry.ts';
import { lockLimit } from '../domain/journal/place-entries.ts';
import { machineById } from '../domain/machine/lookup.ts';
import { hourMs } from '../domain/time.ts';
import type { Committer } from './commit.ts';

export type LockWish = {
  readonly machine: string;
  /** A member key, or `admin-token` or `console`. */
  readonly by: string;
  /** Stewards lock as many as they must. */
  readonly steward: boolean;
  /** `stop`: whoever holds it ends at once; `after`: they may finish, and then nobody starts it. */
  readonly severity: 'stop' | 'after';
};

export type LockOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'machine-unknown' | 'machine-locked-already' | 'lock-limit' };

export type UnlockOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'machine-unknown' | 'machine-not-locked' };

export async function lockMachine(committer: Committer, wish: LockWish): Promise<LockOutcome> {
  const { machine, by, steward, severity } = wish;
  const state = committer.tentative();
  const stamp = committer.stamp();
  if (!machineById(state, machine)) return { ok: false, code: 'machine-unknown' };
  const before = state.locks.get(machine)?.lock;
  if (before === 'at-once' || (before === 'after' && severity === 'after'))
    return { ok: false, code: 'machine-locked-already' };
  const lately = state.lockings.get(by)?.filter((atMs) => stamp.atMs - atMs < hourMs) ?? [];
  if (!steward && lately.length >= lockLimit) return { ok: false, code: 'lock-limit' };
  const lock = severity === 'stop' ? 'at-once' : 'after';
  const bodies: EntryBody[] = [{ type: 'machine-locked', data: { machine, by, lock } }];
  if (lock === 'at-once') bodies.push(...endForAll(state, { machine, cause: 'locked' }, stamp));
  await committer.commit(bodies);
  return { ok: true };
}

export async function unlockMachine(
  committer: Committer,
  { machine, by }: Pick<LockWish, 'machine' | 'by'>,
): Promise<UnlockOutcome> {
  const state = committer.tentative();
  if (!state.locks.has(machine)) {
    const code = machineById(state, machine) ? 'machine-not-locked' : 'machine-unknown';
    return { ok: false, code };
  }
  await committer.commit([{ type: 'machine-unlocked', data: { machine, by } }]);
  return { ok: true };
}
