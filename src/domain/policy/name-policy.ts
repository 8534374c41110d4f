// Decisions of the queue name the policy by which they were made, so that whoever doubts one years later finds its words.

import type { EntryBody } from '../journal/entry.ts';
import type { State } from '../journal/state.ts';
import { shortHash } from './policy-text.ts';

const decided = ['ticket-taken', 'turn-granted', 'turn-renewed', 'promises-made'] as const;
type Decided = Extract<EntryBody, { type: (typeof decided)[number] }>;

const isDecided = (body: EntryBody): body is Decided => decided.some((type) => type === body.type);

/** The body as it is written. */
export function namePolicy<Body extends EntryBody>(body: Body, { policy }: Pick<State, 'policy'>): Body {
  if (policy === null || !isDecided(body)) return body;
  return { ...body, data: { ...body.data, policy: shortHash(policy.hash) } };
}
