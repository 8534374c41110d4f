// What the page of votes says in words, and the document that typed numbers give.

import { expect, it } from 'vitest';
import { numbersIn, withNumbers } from '../../src/dashboard/proposals/document-numbers.ts';
import { leftText, nameOf, valueText } from '../../src/dashboard/proposals/proposal-texts.ts';
import { proposals as say } from '../../src/dashboard/words/en/proposals.ts';
import { proposals as proposalsIt } from '../../src/dashboard/words/it/proposals.ts';
import { changedValues } from '../../src/domain/policy/changed-values.ts';
import type { PolicyDocument } from '../../src/domain/policy/policy-document.ts';
import { policyText } from '../../src/domain/policy/policy-text.ts';
import { documentOf, openVotes } from '../fakes/voting-world.ts';

const hourMs = 3_600_000;
it.each([
  [-1, 'Being counted'],
  [hourMs - 1, 'Less than an hour left'],
  [hourMs, '1 hour left'],
  [48 * hourMs - 1, '47 hours left'],
  [48 * hourMs, '2 days left'],
])('says how long a vote is open: %d', (leftMs, text) => {
  expect(leftText(leftMs, say)).toBe(text);
});

const full: PolicyDocument = {
  pools: {
    lasers: {
      minutes: 60,
      peak: [{ days: ['mo', 'tu'], from: '18:00', to: '22:00' }],
      short: { machines: ['one', 'two'], minutes: 30 },
      bookings: { horizonDays: 14, draft: { day: 'su', at: '20:00' } },
    },
  },
  weights: { acme: 150 },
  care: { days: 30, hours: 10, mostPercent: 120 },
  votes: openVotes,
};

it('has a word for every value that can change, in both languages', () => {
  const paths = changedValues(null, full).map(({ path }) => path);
  expect(paths.length).toBeGreaterThan(15);
  for (const words of [say, proposalsIt])
    for (const path of paths) expect(nameOf(path, words)).not.toContain(' · ');
  expect(Object.keys(proposalsIt.values)).toEqual(Object.keys(say.values));
});

it('tells what would change, old and new, and what is left out', () => {
  const after = {
    ...full,
    weights: {},
    pools: { lasers: { minutes: 90, peak: full.pools.lasers?.peak ?? [] } },
  };
  const told = changedValues(full, after).map(({ path, before, after: then }) =>
    [nameOf(path, say), valueText(before, say), valueText(then, say)].join(' | '),
  );
  expect(told).toContain('Pool lasers: Length of a turn, minutes | 60 | 90');
  expect(told).toContain('Pool lasers: Machines for short turns | one, two | the usual');
  expect(told).toContain('Weight of team acme, per cent | 150 | the usual');
  expect(changedValues(full, full)).toEqual([]);
  expect(changedValues(null, documentOf(null))).toContainEqual({
    ...{ path: ['pools', 'lasers'], before: null, after: 'yes' },
  });
});

it('gives the document that was typed, and none where nothing is new or no number', () => {
  const document = documentOf(openVotes);
  expect(numbersIn(document)[0]).toEqual({ path: ['pools', 'lasers', 'minutes'], value: 60 });
  const typed = (text: string) => withNumbers(document, new Map([['pools/lasers/minutes', text]]));
  expect(typed('90')).toEqual(documentOf(openVotes, 90));
  for (const text of ['60', '', '-1', '1.5', 'many', '1e3']) expect(typed(text)).toBeNull();
});

it('the text of a document does not depend on the order of its names', () => {
  expect(policyText({ votes: openVotes, pools: { b: {}, a: { minutes: 60 } } })).toBe(
    '{"pools":{"a":{"minutes":60},"b":{}},"votes":{"majorityPercent":50,"noticeDays":3,"openDays":7,"quorumPercent":50,"secret":false}}',
  );
});
