// Codes: once, for ten minutes, at most sixteen, and no place for guessing.

import { expect, it } from 'vitest';
import { createPairingCodes } from '../../../src/adapters/mqtt/pairing-codes.ts';
import { createHandClock } from '../../fakes/hand-clock.ts';
import { createSeededChance } from '../../fakes/seeded-chance.ts';

function codes() {
  const clock = createHandClock();
  const counted: string[] = [];
  const made = createPairingCodes({
    clock,
    chance: createSeededChance(7),
    meters: { count: (name) => void counted.push(name) },
  });
  const redeem = (text: string | undefined, address = '192.0.2.1') =>
    made.redeem({ said: text === undefined ? undefined : Buffer.from(text), address });
  const open = () => {
    const code = made.open();
    if (!code) throw new Error('no code was given');
    return code;
  };
  return { ...made, clock, counted, redeem, give: open };
}

it('is two groups of five that nobody misreads, and opens once', () => {
  const { give, redeem, clock } = codes();
  const { code, expiresAtMs } = give();
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
  expect(expiresAtMs).toBe(clock.wallMs() + 600_000);
  expect(redeem(code)).toBe(true);
  expect(redeem(code)).toBe(false);
});

it('opens as people type it', () => {
  for (const typed of [
    (code: string) => code.toLowerCase(),
    (code: string) => code.replace('-', ''),
    (code: string) => code.replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l'),
  ]) {
    const { give, redeem } = codes();
    expect(redeem(typed(give().code))).toBe(true);
  }
});

it('is nothing after ten minutes, even when the wall clock was set back', () => {
  const { give, redeem, clock } = codes();
  const [first, second] = [give(), give()];
  clock.advance(599_999);
  clock.jump(-3_600_000);
  expect(redeem(first.code)).toBe(true);
  clock.advance(1);
  expect(redeem(second.code)).toBe(false);
});

it('inv. 10: at most sixteen are open; one that is used or old makes room', () => {
  const { give, redeem, open, clock } = codes();
  const made = Array.from({ length: 16 }, () => give().code);
  expect(new Set(made).size).toBe(16);
  expect(open()).toBeNull();
  expect(redeem(made[0])).toBe(true);
  expect(open()).not.toBeNull();
  expect(open()).toBeNull();
  clock.advance(600_000);
  expect(open()).not.toBeNull();
});

it('after five wrong ones an address is not listened to for a minute; others are', () => {
  const { give, redeem, clock } = codes();
  const { code } = give();
  for (const wrong of ['', '0', undefined, '00000-00000', code.slice(1)]) expect(redeem(wrong)).toBe(false);
  expect(redeem(code)).toBe(false);
  clock.advance(59_999);
  expect(redeem(code)).toBe(false);
  clock.advance(1);
  expect(redeem(code)).toBe(true);
  const other = give();
  for (let i = 0; i < 5; i++) redeem('wrong');
  expect(redeem(other.code, '192.0.2.2')).toBe(true);
});

it('inv. 10: remembers 256 addresses, and counts those that it forgets', () => {
  const { redeem, counted } = codes();
  for (let i = 0; i < 300; i++) redeem('wrong', `192.0.2.${i}`);
  expect(counted.filter((name) => name === 'mqtt_pairing_addresses_dropped_total')).toHaveLength(44);
});
