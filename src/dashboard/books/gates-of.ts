// The gates of a month: how many of each kind there are, and whether they stand in the way of closing it.

import type { BooksDrafts } from '../../contract/books.ts';

export type Gate = {
  readonly gate: 'sessions' | 'disputes' | 'gaps' | 'drafts' | 'addresses' | 'sum';
  readonly count: number;
  /** `stops`: the month is not closed before it is gone. `look`: a person should have seen it. */
  readonly mark: 'fine' | 'look' | 'stops';
  /** Id of the place on the page; null where there is none. */
  readonly at: string | null;
};

type Told = { readonly disputes: number; readonly unbalanced: number };
type Code = BooksDrafts['drafts'][number]['warnings'][number]['code'];

export function gatesOf({ drafts }: BooksDrafts, { disputes, unbalanced }: Told): readonly Gate[] {
  const uses = (code: Code): number =>
    drafts.reduce(
      (sum, { warnings }) =>
        sum + warnings.reduce((all, one) => all + (one.code === code ? one.count : 0), 0),
      0,
    );
  const ready = drafts.filter(({ stays }) => stays === null).length;
  const gate = (
    name: Gate['gate'],
    [count, mark]: readonly [number, Gate['mark']],
    at: string | null,
  ): Gate => ({
    ...{ gate: name, count, at },
    mark: count === 0 ? 'fine' : mark,
  });
  return [
    // What still runs is billed with the next month, and a gap is never billed.
    gate('sessions', [uses('open-session'), 'look'], 'drafts'),
    gate('disputes', [disputes, 'stops'], 'disputes'),
    gate('gaps', [uses('gap'), 'look'], 'drafts'),
    gate('drafts', [ready, 'stops'], 'drafts'),
    gate('addresses', [drafts.filter(({ stays }) => stays === 'address-missing').length, 'stops'], 'drafts'),
    gate('sum', [unbalanced, 'stops'], null),
  ];
}
