// A tariff in sentences, in both languages of the dashboard.

import { expect, it } from 'vitest';
import type { PriceView } from '../../src/contract/price.ts';
import { formatRate } from '../../src/dashboard/format-rate.ts';
import { priceLines } from '../../src/dashboard/machine/price-lines.ts';
import { wordsFor } from './spoken.ts';

const view = (price: PriceView['price']): PriceView => ({
  machine: 'laser',
  currency: 'EUR',
  digits: 2,
  price,
});
const known = { tariff: 'ab', from: '2026-01-01' };
const linesIn = (locale: string, price: PriceView['price']) =>
  priceLines(view(price), {
    say: wordsFor(locale).price,
    amount: (minor) => formatRate(minor, { digits: 2, currency: 'EUR', locale }).replaceAll('\u00a0', ' '),
  });

it('says the price of an hour with the least that is paid', () => {
  const price = { ...known, perHour: [{ clock: 'operating', minor: '800' }], minimum: '200' };
  expect(linesIn('it', price)).toEqual(['8,00 € all’ora mentre lavora, almeno 2,00 €.']);
  expect(linesIn('en', price)).toEqual(['€8.00 an hour while it runs, at least €2.00.']);
});

it('says that there is no price', () => {
  expect(linesIn('en', null)).toEqual(['It costs nothing.']);
});

it('says all that a tariff charges, and what it never does', () => {
  const price = {
    ...known,
    perHour: [
      { clock: 'loaded', minor: '100' },
      { clock: 'laserOn', minor: '1200' },
    ],
    start: '50',
    freeMinutes: 5,
    stepMinutes: 15,
    peak: { percent: 150, isNow: false, hours: [{ days: ['mo', 'fr'], from: '17:00', to: '20:00' }] },
    mostPerSession: '5000',
    mostPerDay: '8000',
    mostPerMonth: '90000',
    perKwh: '28.45',
  };
  expect(linesIn('en', price)).toEqual([
    '€1.00 an hour while you hold it.',
    '€12.00 an hour of the laser beam.',
    '€0.50 once per session.',
    '€0.2845 per kilowatt-hour, where it is measured.',
    'In peak hours (Mon, Fri 17:00–20:00) an hour costs 150 % of that.',
    'Charged by started steps of 15 min.',
    'A session of less than 5 min costs nothing.',
    'Never more than €50.00 per session.',
    'Never more than €80.00 per day on these machines.',
    'Never more than €900.00 per month on these machines.',
  ]);
});
