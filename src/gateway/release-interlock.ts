// A steward releases a machine that a fatal monitor latched; while that monitor is still out of its limits nobody can.

import { badMonitors } from '../domain/access/interlock-at.ts';
import { machineById } from '../domain/machine/lookup.ts';
import type { Committer } from './commit.ts';

/** `by`: a member key, or `console` or `admin-token`. */
export type InterlockRelease = { readonly machine: string; readonly by: string };

export type ReleaseOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'machine-unknown' | 'latch-none' | 'latch-holds' };

export async function releaseInterlock(
  committer: Committer,
  release: InterlockRelease,
): Promise<ReleaseOutcome> {
  const { machine, by } = release;
  const state = committer.tentative();
  if (!machineById(state, machine)) return { ok: false, code: 'machine-unknown' };
  if (!state.latches.has(machine)) return { ok: false, code: 'latch-none' };
  const holds = badMonitors(state, machine).some(
    ({ monitor, why }) => monitor.severity === 'fatal' && why === 'limit',
  );
  if (holds) return { ok: false, code: 'latch-holds' };
  await committer.commit([{ type: 'interlock-released', data: { machine, by } }]);
  return { ok: true };
}
