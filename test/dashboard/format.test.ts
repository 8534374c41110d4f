// What people read: money exact to the last digit, times in the zone of the space, durations and readings with their unit.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  formatAmount,
  formatClock,
  formatDuration,
  formatEnergy,
  formatMonth,
  formatReading,
  formatSince,
  formatTime,
  localDay,
} from '../../src/dashboard/format.ts';
import { addMonths, monthAt } from '../../src/dashboard/statement/months.ts';

const rome = { locale: 'it', timezone: 'Europe/Rome' };
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

it.each([
  ['560', 2, 'it', '5,60 €'],
  ['-1250', 2, 'it', '-12,50 €'],
  ['-50', 2, 'it', '-0,50 €'],
  ['5', 2, 'en', '€0.05'],
  ['0', 2, 'en', '€0.00'],
  ['-5', 2, 'en', '-€0.05'],
  ['12345678901234', 2, 'it', '123.456.789.012,34 €'],
  ['12345678901234567890123', 2, 'en', '€123,456,789,012,345,678,901.23'],
])('%s of %i digits reads %s: %s', (minor, digits, locale, expected) => {
  expect(plain(formatAmount({ minor, digits, currency: 'EUR', locale }))).toBe(expected);
});

it('currencies without decimals, and text that is no amount', () => {
  expect(plain(formatAmount({ minor: '1500', digits: 0, currency: 'JPY', locale: 'en' }))).toBe('¥1,500');
  expect(formatAmount({ minor: '1e9', digits: 2, currency: 'EUR', locale: 'en' })).toBe('1e9');
});

it('an amount loses no digit, whatever its size', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
      fc.integer({ min: 0, max: 4 }),
      (value, digits) => {
        const text = formatAmount({ minor: String(value), digits, currency: 'EUR', locale: 'it' });
        const back = BigInt(text.replace(/\D/g, ''));
        expect(back).toBe(value < 0n ? -value : value);
        expect(text.includes('-')).toBe(value < 0n);
      },
    ),
  );
});

it('times and days are those of the space, also in the night of the clock change', () => {
  expect(formatTime(Date.parse('2026-11-21T13:06:00Z'), rome)).toBe('14:06');
  expect(formatTime(Date.parse('2026-10-25T00:30:00Z'), rome)).toBe('02:30');
  expect(formatTime(Date.parse('2026-10-25T01:30:00Z'), rome)).toBe('02:30');
  expect(formatTime(Date.parse('2026-11-20T23:00:00Z'), rome)).toBe('00:00');
  expect(localDay(Date.parse('2026-11-20T23:00:00Z'), rome)).toBe('2026-11-21');
  expect(monthAt(Date.parse('2026-10-31T23:30:00Z'), rome)).toBe('2026-11');
});

it('another day is named', () => {
  const nowMs = Date.parse('2026-11-21T13:06:00Z');
  expect(formatSince(nowMs - 3_600_000, { nowMs, place: rome })).toBe('13:06');
  expect(formatSince(nowMs - 86_400_000, { nowMs, place: rome })).toBe('20 nov, 14:06');
});

it('durations are cut off, never rounded up, and never negative', () => {
  expect([0, 59_999, 60_000, 3_600_000, 4_320_000, -5].map(formatDuration)).toEqual([
    '0 min',
    '0 min',
    '1 min',
    '1 h',
    '1 h 12 min',
    '0 min',
  ]);
  expect([0, 4_325_999, 360_000_000, -1].map(formatClock)).toEqual([
    '0:00:00',
    '1:12:05',
    '100:00:00',
    '0:00:00',
  ]);
});

it('readings carry their unit', () => {
  const read = (value: number, unit: string) => plain(formatReading(value, { unit, locale: 'en' }));
  expect(read(11_950.4, '1/min')).toBe('11,950 1/min');
  expect(read(60, 'degC')).toBe('60.0 °C');
  expect(read(0.61, '0..1')).toBe('61 %');
  expect(read(12, 'count')).toBe('12');
});

it('months go on over the end of a year', () => {
  expect(addMonths('2026-01', -1)).toBe('2025-12');
  expect(addMonths('2026-12', 1)).toBe('2027-01');
  expect(addMonths('2026-03', -27)).toBe('2023-12');
  expect(formatMonth('2026-11', 'it')).toBe('novembre 2026');
});

it.each([
  [412_345, true, 'en', '0.412 kWh', false],
  [412_345, false, 'it', '0,4 kWh', false],
  [41_234, false, 'en', '0.04 kWh', false],
  [0, true, 'en', '0.000 kWh', false],
  [300, true, 'en', '0.001 kWh', true],
  [300, false, 'en', '0.01 kWh', true],
  [12_345_678_901, true, 'en', '12,345.679 kWh', false],
])('inv. 7: %i mWh, exact %s, in %s read %s', (mwh, exact, locale, text, isUnder) => {
  const read = formatEnergy(mwh, { exact, locale });
  expect({ ...read, text: plain(read.text) }).toEqual({ text, isUnder });
});
