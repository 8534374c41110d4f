// The running session on the page: what ends it in words, what it costs by now, and a ceiling as people type it.

import { describe, expect, it } from 'vitest';
import { endsText } from '../../src/dashboard/board/ends-text.ts';
import { emptyLive, hear, passTime, toldOf } from '../../src/dashboard/live/live-state.ts';
import { ceilingOf, costNow, typedOf } from '../../src/dashboard/machine/own-money.ts';
import { card, session, startMs } from './cards.ts';
import { wordsFor } from './spoken.ts';

const own = {
  costMinor: '100',
  perHourMinor: '1000',
  digits: 2,
  ceilingMinor: null,
  costCode: null,
  costCodes: [],
  canKeep: false,
  offeredUntil: null,
};

describe('what it costs by now', () => {
  it.each([
    [own, 0, '100'],
    [own, 3_599, '100'],
    [own, 3_600, '101'],
    [own, -5_000, '100'],
    [{ ...own, perHourMinor: '0' }, 3_600_000, '100'],
    [{ ...own, ceilingMinor: '150' }, 3_600_000, '150'],
    [{ ...own, costMinor: null }, 0, null],
  ])('%#', (at, sinceMs, cost) => expect(costNow(at, { sinceMs, nowMs: 0 })).toBe(cost));
});

describe('a ceiling', () => {
  it.each([
    ['', 2, null],
    ['  ', 2, null],
    ['5', 2, '500'],
    ['5.5', 2, '550'],
    ['5,05', 2, '505'],
    ['5', 0, '5'],
    ['5.5', 0, undefined],
    ['5.505', 2, undefined],
    ['0', 2, undefined],
    ['-5', 2, undefined],
    ['5 €', 2, undefined],
    ['1e3', 2, undefined],
  ])('%j with %i decimals', (text, digits, minor) => expect(ceilingOf(text, digits)).toBe(minor));

  it.each(['5', '550', '100000', '1'])('of %s stands in the field as it can be typed', (minor) => {
    for (const digits of [0, 2, 3]) expect(ceilingOf(typedOf(minor, digits), digits)).toBe(minor);
    expect(typedOf(null, 2)).toBe('');
  });
});

describe('when it ends', () => {
  const place = { locale: 'en', timezone: 'Europe/Rome' };
  const at = { nowMs: startMs, place, words: wordsFor('en') };
  const ending = (cause: string, more = {}) =>
    card({ session: session({ ends: { at: '2026-11-21T17:00:00.000Z', cause }, ...more }) });

  it.each([
    ['hours', 'Ends 18:00: closing'],
    ['idle', 'Ends 18:00: nothing moves'],
    ['something-new', null],
    ['constructor', null],
  ])('by %s: %s', (cause, text) => expect(endsText(ending(cause), at)).toBe(text));

  it('is not said of a free machine, nor once it is ending', () => {
    expect(endsText(card(), at)).toBeNull();
    expect(endsText(card({ session: session() }), at)).toBeNull();
    expect(endsText(ending('hours', { ending: true }), at)).toBeNull();
  });

  it('has words in both languages for each cause', () => {
    const [en, it_] = [wordsFor('en').held, wordsFor('it').held];
    expect(Object.keys(it_.causes).sort()).toEqual(Object.keys(en.causes).sort());
    expect(Object.keys(it_.refusals).sort()).toEqual(Object.keys(en.refusals).sort());
  });
});

describe('what was told', () => {
  const data = { machine: 'laser', code: 'ends-soon', text: 'It ends.', until: '2026-11-21T17:00:00.000Z' };
  const told = hear(emptyLive, { event: 'told', data }, 1_000);
  const ending = (at: string) => card({ session: session({ ends: { at, cause: 'idle' } }) });

  it('stands for a minute', () => {
    expect(passTime(told, 60_999).told.size).toBe(1);
    expect(passTime(told, 61_000).told.size).toBe(0);
  });

  it('of an end stands only while that end is to come', () => {
    expect(toldOf(told, ending('2026-11-21T17:00:20.000Z'))).toBe('It ends.');
    expect(toldOf(told, ending('2026-11-21T17:15:00.000Z'))).toBeNull();
    expect(toldOf(told, card())).toBeNull();
    expect(toldOf(emptyLive, card())).toBeNull();
  });

  it('of no time stands whatever becomes of the session', () => {
    const gone = { ...data, code: 'handed-over-from', until: null };
    expect(toldOf(hear(emptyLive, { event: 'told', data: gone }, 0), card())).toBe('It ends.');
  });
});
