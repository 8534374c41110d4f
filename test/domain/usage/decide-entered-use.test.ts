// Whether a use may be written down: by the minute, against everything that is known of the machine.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideEnteredUse, type UsedStretch } from '../../../src/domain/usage/decide-entered-use.ts';
import { noteDigestText } from '../../../src/domain/usage/note-digest.ts';
import { anyText } from '../../fakes/any-text.ts';
import { createHistory } from '../../fakes/history.ts';

const nowMs = Date.parse('2026-11-21T09:00:00Z');
const minuteMs = 60_000;
const minute = (count: number): number => nowMs - 600 * minuteMs + count * minuteMs;

const request = (fromMs: number, toMs: number) => ({
  ...{ session: 'new', machine: 'saw', member: 'anna', fromMs, toMs },
  ...({ by: 'console', why: 'other', noteDigest: null } as const),
});

const stretch = fc
  .record({
    from: fc.integer({ min: 0, max: 60 }),
    length: fc.integer({ min: 0, max: 30 }),
    machine: fc.constantFrom('saw', 'loom'),
    member: fc.constantFrom('anna', 'bruno'),
    entered: fc.boolean(),
  })
  .map(
    ({ from, length, ...rest }): UsedStretch => ({
      ...rest,
      session: `s-${from}`,
      fromMs: minute(from),
      toMs: minute(from + length),
    }),
  );

describe('a use', () => {
  it('inv. 5: is taken exactly when no minute of it was used already', () => {
    const { state } = createHistory();
    fc.assert(
      fc.property(
        fc.array(stretch, { maxLength: 4 }),
        fc.integer({ min: 0, max: 90 }),
        fc.integer({ min: 1, max: 30 }),
        (used, from, length) => {
          const span = Array.from({ length }, (_, i) => minute(from + i));
          const taken = used.filter(({ machine }) => machine === 'saw');
          const isFree = span.every((at) => taken.every((one) => at < one.fromMs || at >= one.toMs));
          const known = { nowMs, used };
          const decision = decideEnteredUse(state, request(minute(from), minute(from + length)), known);
          expect(decision.ok).toBe(isFree);
        },
      ),
    );
  });

  it('inv. 3: takes pool and team as they are known, and depends on nothing else', () => {
    const history = createHistory();
    history.member('anna', { team: 'volta' });
    const before = structuredClone(history.state);
    const known = { nowMs, used: [] };
    const decision = decideEnteredUse(history.state, request(minute(0), minute(90)), known);
    expect(decision).toMatchObject({ ok: true, data: { pool: 'saws', team: 'volta', costCode: null } });
    expect(history.state).toEqual(before);
    expect(decideEnteredUse(structuredClone(before), request(minute(0), minute(90)), known)).toEqual(
      decision,
    );
  });
});

describe('the text behind the digest of a note', () => {
  it('differs whenever salt or text differs', () => {
    const note = fc.record({ salt: anyText, text: anyText });
    fc.assert(
      fc.property(note, note, (one, other) => {
        const same = one.salt === other.salt && one.text === other.text;
        expect(noteDigestText(one) === noteDigestText(other)).toBe(same);
      }),
    );
    expect(noteDigestText({ salt: 'ab', text: 'c' })).not.toBe(noteDigestText({ salt: 'a', text: 'bc' }));
  });
});
