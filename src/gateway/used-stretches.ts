// When a machine is known to have been in use, from the journal and from what is open now: what was metered, and what
// was entered by hand and not withdrawn. A stretch that is still open has no end.

import type { State } from '../domain/journal/state.ts';
import type { UsedStretch } from '../domain/usage/decide-entered-use.ts';
import { meteredOf, useTypes } from '../domain/usage/metered-of.ts';
import type { Committer } from './commit.ts';
import type { Journal } from './ports.ts';

type Box = { readonly committer: Committer; readonly journal: Pick<Journal, 'query'> };

/** @param span the machine, and from when on; what ended before is of no interest */
export async function readUsedStretches(
  { committer, journal }: Box,
  span: { readonly machine: string; readonly fromMs: number },
): Promise<readonly UsedStretch[]> {
  // Taken before the journal is asked: a segment that closes meanwhile is known from here. What was closed before is on
  // the disk when an empty commit that stands behind it is.
  const open = openStretch(committer.tentative(), span);
  await committer.commit([]);
  // Use is written down when it is over, or later.
  const filter = { types: useTypes, fromMs: span.fromMs, toMs: Number.MAX_SAFE_INTEGER };
  const found = new Map<string, UsedStretch>();
  for (const entry of await journal.query(filter)) {
    if (entry.type === 'usage-withdrawn') found.delete(entry.data.session);
    const metered = meteredOf(entry);
    if (metered?.machine !== span.machine) continue;
    const { session, member, machine, fromMs, toMs } = metered;
    const entered = entry.type === 'usage-entered';
    const key = entered ? session : `${session} ${metered.index}`;
    found.set(key, { session, member, machine, fromMs, toMs, entered });
  }
  return [...found.values(), ...open];
}

function openStretch(state: State, { machine }: { machine: string }): readonly UsedStretch[] {
  const session = state.sessions.get(machine);
  if (!session?.segment) return [];
  const { member } = session;
  const { fromMs } = session.segment;
  const open = { session: session.session, member, machine, fromMs, entered: false };
  return [{ ...open, toMs: Number.POSITIVE_INFINITY }];
}
