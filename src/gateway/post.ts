// Posts once per key: a wish that comes again is answered with the posting that there is, and one that says something else
// under the same key is refused. Whoever calls this does so in turn, so that the key is looked up after the post before.

import { decidePosting } from '../domain/ledger/decide-posting.ts';
import { decideSettling } from '../domain/ledger/hold.ts';
import type { Posting } from '../domain/ledger/posting.ts';
import { reversalKey, reverse } from '../domain/ledger/reverse.ts';
import type { Committer } from './commit.ts';
import type { PostOutcome, PostWish, ReversalOutcome, ReversalWish } from './ledger-asked.ts';
import type { Ledger } from './ports.ts';

export type Post = {
  readonly committer: Committer;
  readonly ledger: Ledger;
  readonly newId: () => string;
};

export async function post(
  box: Post,
  { settles, dateMs, dryRun = false, ...wish }: PostWish,
): Promise<PostOutcome> {
  const known = await box.ledger.posting({ key: wish.key });
  const nowMs = box.committer.stamp().atMs;
  if (known) {
    const same = sameContent(known, { ...wish, dateMs: dateMs ?? known.dateMs });
    return same ? repeated(known) : no('posting-key-used', known.posting);
  }
  return write(box, { ...wish, posting: box.newId(), dateMs: dateMs ?? nowMs }, { settles, dryRun });
}

/** The whole posting, dated now: a closed month is mended in the month that is open. */
export async function reversePosting(
  box: Post,
  { posting, why, dryRun = false }: ReversalWish,
): Promise<ReversalOutcome> {
  const posted = await box.ledger.posting({ posting });
  if (!posted) return no('posting-unknown', posting.slice(0, 64));
  const known = await box.ledger.posting({ key: reversalKey(posting) });
  if (known) return repeated(known);
  const taken = reverse(posted, { posting: box.newId(), why, dateMs: box.committer.stamp().atMs });
  return write(box, taken, { dryRun });
}

type How = { readonly settles?: PostWish['settles'] | undefined; readonly dryRun: boolean };

async function write(box: Post, posting: Posting, { settles, dryRun }: How): Promise<PostOutcome> {
  const { committer } = box;
  const state = committer.tentative();
  if (!state.synchronised) return no('clock-unset', null);
  const nowMs = committer.stamp().atMs;
  if (settles) {
    const settling = decideSettling(state.ledger.holds, settles, nowMs);
    if (!settling.ok) return no(settling.code, settles.hold.slice(0, 64));
  }
  const decision = decidePosting(state, posting, { nowMs, settles: settles?.hold });
  if (!decision.ok) return decision;
  if (dryRun) return { ok: true, posting: '', repeated: false };
  await committer.commit([
    ...(settles ? [{ type: 'hold-settled', data: { ...settles, posting: posting.posting } } as const] : []),
    { type: 'posted', data: posting },
  ]);
  return { ok: true, posting: posting.posting, repeated: false };
}

type Content = Pick<Posting, 'kind' | 'reference' | 'dateMs' | 'lines'>;

/** The order of the lines says nothing. */
const sameContent = (one: Content, other: Content): boolean => contentOf(one) === contentOf(other);

function contentOf({ kind, reference, dateMs, lines }: Content): string {
  const sorted = lines.map(({ account, unit, minor }) => JSON.stringify([account, unit, minor])).sort();
  return JSON.stringify([kind, reference, dateMs, sorted]);
}

const repeated = ({ posting }: Posting): PostOutcome => ({ ok: true, posting, repeated: true });

const no = <Code>(code: Code, about: string | null) => ({ ok: false, code, about }) as const;
