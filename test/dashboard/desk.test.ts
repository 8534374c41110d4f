// What the desk's pages find and say, without a browser: members by what is typed, a PIN before it is sent, devices.

import { describe, expect, it } from 'vitest';
import type { DeviceView } from '../../src/contract/devices.ts';
import { pinMistake } from '../../src/dashboard/badges/pin-draft.ts';
import { secondsLeft } from '../../src/dashboard/badges/seconds-left.ts';
import { deviceRows, leaseText, presence, signalText } from '../../src/dashboard/devices/device-lines.ts';
import { matchMembers } from '../../src/dashboard/members/match-members.ts';
import { startMs } from './cards.ts';
import { wordsFor } from './spoken.ts';

const members = [
  { name: 'Nicolò Serra', handle: 'nico' },
  { name: 'Bo Weiß', handle: 'bo-w' },
  { name: 'Ada Rossi', handle: 'ada' },
  { name: 'Rosa Bianchi', handle: 'rb' },
];
const found = (typed: string) => matchMembers(members, { typed, locale: 'it' }).map(({ handle }) => handle);

describe('a member is found', () => {
  it.each([
    ['nicolo', ['nico']],
    ['NICOLÒ', ['nico']],
    ['weiss', ['bo-w']],
    ['bo-w', ['bo-w']],
    ['  rossi  ada ', ['ada']],
    ['zzz', []],
    ['.*', []],
  ])('by %j', (typed, handles) => {
    expect(found(typed)).toEqual(handles);
  });

  it('first where a word begins like it, then by name', () => {
    expect(found('os')).toEqual(['ada', 'rb']);
    expect(found('ros')).toEqual(['ada', 'rb']);
    expect(found('i')).toEqual(['ada', 'bo-w', 'nico', 'rb']);
    expect(found('b')).toEqual(['bo-w', 'rb']);
    expect(found('')).toHaveLength(4);
  });
});

describe('a PIN', () => {
  it.each([
    ['123', '123', { field: 'first', why: 'shape' }],
    ['12a4', '12a4', { field: 'first', why: 'shape' }],
    ['١٢٣٤', '١٢٣٤', { field: 'first', why: 'shape' }],
    ['123456789', '123456789', { field: 'first', why: 'shape' }],
    ['1234', '1243', { field: 'again', why: 'differs' }],
    ['1234', '', { field: 'again', why: 'differs' }],
    ['0000', '0000', null],
    ['12345678', '12345678', null],
  ])('%s, %s', (first, again, mistake) => {
    expect(pinMistake({ first, again })).toEqual(mistake);
  });
});

describe('a device', () => {
  const plug: DeviceView = {
    role: 'switch',
    id: 'plug',
    kind: 'tasmota',
    there: true,
    seen: new Date(startMs).toISOString(),
    firmware: null,
    signalDbm: -71,
    address: null,
    machines: [{ id: 'laser', name: 'Laser', leaseS: 45, jobLeaseS: 900 }],
    settings: [],
    truths: null,
    allowList: null,
  };
  const facts = (changes: Partial<DeviceView>, locale = 'en') => ({
    device: { ...plug, ...changes },
    nowMs: startMs + 60_000,
    place: { locale, timezone: 'Europe/Rome' },
    words: wordsFor(locale),
  });

  it('inv. 7: says since when it was not heard, and never that it is there', () => {
    expect(presence(facts({}))).toBe('There');
    expect(presence(facts({ there: false }))).toMatch(/^Not heard since \d\d:\d\d$/);
    expect(presence(facts({ there: false, seen: null }))).toBe('Not heard since the gateway started');
    expect(presence(facts({ there: false, seen: null }, 'it'))).toBe(
      'Mai sentito da quando il gateway è partito',
    );
  });

  it('tells its signal in words', () => {
    expect(signalText(facts({}))).toBe('weak, -71 dBm');
    expect(signalText(facts({ signalDbm: -70 }))).toBe('good, -70 dBm');
    expect(signalText(facts({ signalDbm: null }))).toBeNull();
  });

  it('tells how long its machines keep their power without us', () => {
    expect(leaseText(facts({}))).toBe('off 45\u00a0s after our last word, in a job 15\u00a0min');
    const same = { id: 'saw', name: 'Saw', leaseS: 60, jobLeaseS: 60 };
    expect(leaseText(facts({ machines: [same] }))).toBe('off 1\u00a0min after our last word');
    expect(leaseText(facts({ role: 'reader' }))).toBeNull();
    expect(leaseText(facts({ machines: [] }))).toBeNull();
  });

  it('has no row for what it did not tell', () => {
    const labels = (changes: Partial<DeviceView>) => deviceRows(facts(changes)).map(({ label }) => label);
    expect(labels({})).toEqual(['Kind', 'Power lease', 'Signal', 'Last heard']);
    expect(labels({ role: 'reader', there: false, signalDbm: null })).toEqual(['Kind']);
  });
});

it('a countdown ends at nought and shows the second that has begun', () => {
  expect([60_000, 59_001, 1, 0, -5].map((leftMs) => secondsLeft(leftMs, 0))).toEqual([60, 60, 1, 0, 0]);
});
