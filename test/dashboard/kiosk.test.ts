// What the kiosk reckons by itself: the keys of a reader that types, and the ceilings that it offers.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PriceView } from '../../src/contract/price.ts';
import { createBadgeKeys } from '../../src/dashboard/kiosk/badge-keys.ts';
import {
  boughtMs,
  ceilings,
  hourNow,
  raised,
  usualCeiling,
} from '../../src/dashboard/kiosk/ceiling-steps.ts';
import { kiosk as english } from '../../src/dashboard/words/en/kiosk.ts';
import { kiosk as italian } from '../../src/dashboard/words/it/kiosk.ts';

/** Types a text with Enter after it, so many milliseconds apart. */
function type(text: string, gapMs: number) {
  const keys = createBadgeKeys();
  let atMs = 1_000;
  let last = keys.press('Shift', atMs);
  for (const key of [...text, 'Enter']) {
    atMs += gapMs;
    last = keys.press(key, atMs);
  }
  return last;
}

describe('keys', () => {
  it('that come in a burst are a badge', () => {
    expect(type('04a1b2c3d4e580', 8)).toEqual({ badge: '04a1b2c3d4e580', isBurst: true });
  });

  it.each([
    ['a person types', '04a1b2c3d4e580', 120],
    ['too short a burst', '04a', 8],
    ['nothing', '', 8],
    ['more than a badge is', 'a'.repeat(401), 8],
  ])('are none: %s', (_, text, gapMs) => {
    expect(type(text, gapMs).badge).not.toBe(text);
    if (text.length < 10 || gapMs > 100) expect(type(text, gapMs).isBurst).toBe(false);
  });

  it('of a burst go nowhere else, from the second one on', () => {
    const keys = createBadgeKeys();
    expect(keys.press('0', 1_000).isBurst).toBe(false);
    expect(keys.press('4', 1_008).isBurst).toBe(true);
  });

  it('inv. 11: never make a badge of what is no printable text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 300 }), (pressed) => {
        const keys = createBadgeKeys();
        const read = [...pressed, 'Enter'].map((key, place) => keys.press(key, place).badge);
        for (const badge of read) expect(badge ?? 'none').toMatch(/^[\x21-\x7e]{4,200}$/);
      }),
    );
  });
});

const priceOf = (minor: string, peak?: { percent: number; isNow: boolean }): PriceView => ({
  ...{ machine: 'laser', currency: 'EUR', digits: 2 },
  price: {
    ...{ tariff: 'hash', from: '2026-01-01', perHour: [{ clock: 'loaded', minor }] },
    ...(peak && { peak: { ...peak, hours: [] } }),
  },
});

describe('a ceiling', () => {
  it('is offered in whole units, at first for about an hour and a half', () => {
    expect(ceilings(2).slice(0, 3)).toEqual(['100', '200', '300']);
    expect(ceilings(2).at(-1)).toBeNull();
    expect(ceilings(2)[usualCeiling(800n, 2)]).toBe('1200');
    expect(ceilings(2)[usualCeiling(1_000_000n, 2)]).toBeNull();
    expect(ceilings(0)[usualCeiling(8n, 0)]).toBe('12');
  });

  it('counts the hour as it costs now', () => {
    expect(hourNow(priceOf('800'))).toBe(800n);
    expect(hourNow(priceOf('800', { percent: 150, isNow: true }))).toBe(1200n);
    expect(hourNow(priceOf('800', { percent: 150, isNow: false }))).toBe(800n);
    expect(hourNow(priceOf('0'))).toBeNull();
    expect(hourNow({ machine: 'laser', currency: 'EUR', digits: 2, price: null })).toBeNull();
  });

  it('never promises more than it buys, and what extends it is enough', () => {
    const minor = fc.bigInt({ min: 1n, max: 100_000n });
    fc.assert(
      fc.property(minor, minor, fc.constantFrom(15, 30, 60), (ceiling, hourMinor, minutes) => {
        const bought = boughtMs(ceiling.toString(), hourMinor);
        expect((BigInt(bought) * hourMinor) / 3_600_000n).toBeLessThanOrEqual(ceiling);
        const more = boughtMs(raised(ceiling.toString(), { hourMinor, minutes }), hourMinor) - bought;
        expect(more).toBeGreaterThanOrEqual(minutes * 60_000 - 1);
      }),
    );
  });
});

it.each([english, italian])('the kiosk speaks $language in whole sentences', (say) => {
  expect(say.start.hello({ name: 'Ada' })).toContain('Ada');
  expect(say.idle.waiting({ count: 0 })).not.toContain('0');
  expect(say.idle.waiting({ count: 2 })).toContain('2');
  expect(say.receipt.line({ time: '1 h', machine: 'Laser', amount: '7,20 €' })).toContain('7,20 €');
  expect(Object.keys(say.refusals).sort()).toEqual(Object.keys(english.refusals).sort());
  expect(Object.keys(say.causes).sort()).toEqual(Object.keys(english.causes).sort());
});
