// FINISH at a kiosk: ends one's own session as a page does, and says for the receipt how long it lasted and what it cost.

import type { Committer } from './commit.ts';
import { endSession } from './end-session.ts';
import { type HeldBox, heldFacts } from './held-facts.ts';
import type { AtKioskNow, KioskFinished } from './kiosk-asked.ts';

export type FinishAtKiosk = HeldBox & { readonly committer: Committer };

export async function finishAtKiosk(
  box: FinishAtKiosk,
  { machine, who }: { machine: string; who: AtKioskNow },
): Promise<KioskFinished> {
  const { committer } = box;
  const stamp = committer.stamp();
  const state = committer.tentative();
  const session = state.sessions.get(machine);
  const price = session ? (heldFacts(box, state, { machine, stamp })?.price ?? null) : null;
  const ended = await endSession(committer, { machine, by: who.member, steward: false });
  if (!ended.ok) return ended;
  return {
    ok: true,
    session: ended.session,
    lastedMs: session ? Math.max(0, stamp.atMs - session.startedAtMs) : 0,
    costMinor: price === null ? null : price.minor.toString(),
    isEnding: committer.durable().sessions.get(machine)?.session === ended.session,
  };
}
