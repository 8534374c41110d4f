// Tells a steward when the members decided otherwise than the file of the workshop says. What was decided counts all the
// same; the file only misleads whoever reads it, and its lines are named.

import type { State } from '../domain/journal/state.ts';
import { type PolicyChange, policyChanges } from '../domain/policy/policy-lines.ts';
import { noPolicy } from '../domain/policy/policy-text.ts';
import type { Committer } from './commit.ts';
import type { HealthKeeper } from './health.ts';

/** Lines that a notice names; a file that differs in more is better written anew. */
const linesMost = 6;

type Seen = Pick<State, 'policy' | 'workshop'>;

/** @returns looks at the state, and tells when it is news; safe to call at any time */
export function createTellPolicy(box: {
  readonly committer: Pick<Committer, 'durable'>;
  readonly health: Pick<HealthKeeper, 'notice'>;
}): () => void {
  let seen: Seen = { policy: null, workshop: null };
  return () => {
    const { policy, workshop } = box.committer.durable();
    if (policy === seen.policy && workshop === seen.workshop) return;
    seen = { policy, workshop };
    const changes = policy ? policyChanges(workshop?.policy ?? noPolicy, policy.document) : [];
    const lines = linesText(changes);
    const text = `To make the file say it, put under "policy:" in officina.yaml: ${lines}. "npx officina policy show --json" prints all of it.`;
    box.health.notice('policy-not-in-file', changes.length > 0, { text, values: { lines } });
  };
}

function linesText(changes: readonly PolicyChange[]): string {
  const named = changes
    .slice(0, linesMost)
    .map(({ path, to }) => (to === null ? `no ${path}` : `${path}: ${to}`));
  const more = changes.length - named.length;
  return [...named, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}
