// Policies put into a history by hand, as the file or a vote would adopt them.

import { createHash } from 'node:crypto';
import { adoptFromFile } from '../../src/domain/policy/decide-policy.ts';
import type { PolicyDocument } from '../../src/domain/policy/policy-document.ts';
import { policyText } from '../../src/domain/policy/policy-text.ts';
import type { History } from './history.ts';

/** The file says so from now on. */
export function decideTo(history: Pick<History, 'state' | 'stamp' | 'add'>, document: PolicyDocument): void {
  history.add(...adoptFromFile(history.state, { document, hash: hashOf(document) }, history.stamp()));
}

/** Members decided so, and it begins then. */
export function voteFor(
  history: Pick<History, 'state' | 'add'>,
  document: PolicyDocument,
  fromMs: number,
): void {
  const version = history.state.policyVersion + 1;
  const of = { version, hash: hashOf(document), document, fromMs };
  history.add({ type: 'policy-adopted', data: { ...of, by: 'vote', proposal: `proposal-${version}` } });
}

export const hashOf = (document: PolicyDocument): string =>
  createHash('sha256').update(policyText(document)).digest('hex');
