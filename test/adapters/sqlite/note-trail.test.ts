// What people wrote about problems and care is held to the journal like notes beside uses: there until its writer is erased,
// with its digest, and no other.

import { hash } from 'node:crypto';
import { expect, it } from 'vitest';
import { noteTrail } from '../../../src/adapters/sqlite/note-trail.ts';
import { noteDigestText } from '../../../src/domain/usage/note-digest.ts';
import type { Note } from '../../../src/gateway/ports.ts';
import { sampleNote } from '../../fakes/sample-entries.ts';

const report = sampleNote('problem-1', { text: 'It burns.' });
const line = sampleNote('care-1', { text: 'Wiped.' });
const digestOf = (note: Note): string => hash('sha256', noteDigestText(note), 'hex');
const told = [
  {
    seq: 1,
    type: 'problem-reported',
    data: { problem: 'problem-1', machine: 'laser', by: report.member, noteDigest: digestOf(report) },
  },
  {
    seq: 2,
    type: 'care-noted',
    data: { care: 'care-1', machine: 'laser', by: line.member, noteDigest: digestOf(line) },
  },
  { seq: 3, type: 'care-noted', data: { care: 'care-2', by: 'console', noteDigest: null } },
];

function badOf(
  notes: readonly Note[],
  more: typeof told | { seq: number; type: string; data: object }[] = [],
) {
  const trail = noteTrail();
  for (const entry of [...told, ...more]) trail.see(entry);
  return trail.firstBad(notes, []);
}
const erased = [{ seq: 4, type: 'member-erased', data: { member: report.member } }];

it('inv. 2: is as it was written', () => {
  expect(badOf([report, line])).toBeNull();
  expect(badOf([{ ...report, text: 'It does not burn.' }, line])).toMatchObject({ seq: 1 });
  expect(badOf([report, { ...line, salt: 'cc' }])).toMatchObject({ seq: 2 });
});

it('is there, and nothing else is', () => {
  expect(badOf([report])).toMatchObject({ seq: 2 });
  expect(badOf([report, line, sampleNote('care-2')])).toMatchObject({ seq: 0 });
});

it('goes with whoever wrote it', () => {
  expect(badOf([], erased)).toBeNull();
  expect(badOf([report], erased)).toMatchObject({ seq: 4, reason: expect.stringContaining('problem-1') });
});
