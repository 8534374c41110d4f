// Follows secret votes through the entries, to compare the boxes with them: as many ballots as members who voted while a vote is
// open, none of any other proposal, and in what closed one as many receipts as were counted.

import type { SecretBallot } from '../../domain/policy/ballot-box.ts';

export type BallotTrail = {
  see(entry: { readonly seq: number; readonly type: string; readonly data: unknown }): void;
  /** The first entry, by its seq, that the boxes contradict; seq 0 for a ballot of which no open vote tells. */
  firstBad(box: readonly SecretBallot[]): Bad | null;
};

type Bad = { readonly seq: number; readonly reason: string };

/** Who voted, and the entry that said so last. */
type Vote = { seq: number; readonly voters: Set<string> };

export function ballotTrail(): BallotTrail {
  const open = new Map<string, Vote>();
  const wrong: Bad[] = [];
  return {
    see({ seq, type, data }) {
      const proposal = textAt(data, 'proposal');
      const vote = open.get(proposal);
      if (type === 'proposal-opened' && isSecret(data)) open.set(proposal, { seq, voters: new Set() });
      if (!vote) return;
      if (type === 'ballot-cast') {
        vote.seq = seq;
        vote.voters.add(textAt(data, 'member'));
      }
      if (type === 'proposal-closed' && receiptsIn(data) !== vote.voters.size)
        wrong.push({ seq, reason: 'it counts other ballots than those that were cast' });
      if (type === 'proposal-closed' || type === 'proposal-withdrawn') open.delete(proposal);
    },
    firstBad(box) {
      const held = Map.groupBy(box, ({ proposal }) => proposal);
      const strangers = [...held.keys()]
        .filter((proposal) => !open.has(proposal))
        .map((proposal) => ({ seq: 0, reason: `no open vote tells of the ballots of ${proposal}` }));
      const others = [...open]
        .filter(([proposal, { voters }]) => (held.get(proposal)?.length ?? 0) !== voters.size)
        .map(([proposal, { seq }]) => ({
          seq,
          reason: `the box of ${proposal} does not hold as many ballots as members voted`,
        }));
      return [...wrong, ...strangers, ...others].toSorted((one, other) => one.seq - other.seq)[0] ?? null;
    },
  };
}

/** An entry whose hash holds may still be of a newer version: then there is nothing here to compare. */
const at = (data: unknown, name: string): unknown =>
  typeof data === 'object' && data !== null ? Reflect.get(data, name) : undefined;

const textAt = (data: unknown, name: string): string => {
  const value = at(data, name);
  return typeof value === 'string' ? value : '';
};

const isSecret = (data: unknown): boolean => at(at(data, 'votes'), 'secret') === true;

const receiptsIn = (data: unknown): number => {
  const receipts = at(data, 'receipts');
  return Array.isArray(receipts) ? receipts.length : 0;
};
