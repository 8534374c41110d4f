// The list, the codes and the assignments as they go over HTTP; what they do is proved at the broker and with a real file.

import { describe, expect, it } from 'vitest';
import type { Assigned, AssignWish, Newcomers } from '../../src/api/options.ts';
import { AssignmentDone, KnownBoxList, PairingMade, UnassignedList } from '../../src/contract/unassigned.ts';
import type { KnownBox, Unassigned } from '../../src/gateway/unassigned.ts';
import { startMs } from '../fakes/fake-gateway.ts';
import { expectShape, noNewcomers, openApi } from './open-api.ts';

const box: Unassigned = {
  client: 'DVES_A1B2C3',
  user: 'DVES_USER',
  address: '192.168.4.21',
  how: 'address',
  there: true,
  firstSeenMs: startMs,
  lastSeenMs: startMs + 1000,
  messages: [{ atMs: startMs, topic: 'tele/x/LWT', text: 'Online', retained: true }],
  guesses: [{ role: 'switch', entry: { kind: 'tasmota', topic: 'x' }, because: 'It spoke on tele/x/LWT.' }],
};

const credentials = { client: 'DVES_A1B2C3', user: 'DVES_USER', password: 'its-own-password' };
const done: Assigned = {
  ok: true,
  lines: [{ line: 20, text: '  plug: { kind: tasmota }' }],
  device: { role: 'switch', id: 'plug', kind: 'tasmota' },
  credentials,
  told: false,
  restart: ['http'],
  setUp: ['In its console:', '  Backlog'],
};
const wish = {
  ...{ role: 'switch', id: 'plug', entry: { kind: 'tasmota', topic: 'x', relay: 1 }, machine: 'laser' },
  ...{ answers: { noVoltRelease: true, notAnEmergencyStop: true }, dryRun: false },
};

async function asSteward(newcomers: Partial<Newcomers>) {
  const { as } = await openApi({ newcomers: { ...noNewcomers, ...newcomers } });
  return as('eva');
}

const hearing = (wishes: AssignWish[]) => async (one: AssignWish) => {
  wishes.push(one);
  return done;
};

const path = '/api/unassigned/DVES_A1B2C3/assignment';
const post = (payload: object = {}, url = path) => ({ method: 'POST' as const, url, payload });

describe('the list', () => {
  it('shows each device with what it said, and nothing else', async () => {
    const eva = await asSteward({ list: () => [{ ...box, secret: 'x' } as Unassigned] });
    const answer = await eva({ url: '/api/unassigned' });
    expect(answer.statusCode, answer.body).toBe(200);
    expectShape(UnassignedList, answer.json());
    expect(answer.json().devices[0]).toMatchObject({
      ...{ client: 'DVES_A1B2C3', firstSeen: '2026-11-22T09:00:00.000Z', guesses: box.guesses },
      messages: [{ at: '2026-11-22T09:00:00.000Z', topic: 'tele/x/LWT', text: 'Online', retained: true }],
    });
    expect(answer.body).not.toContain('secret');
  });
});

describe('a code', () => {
  it('comes with its end, or not when too many are open', async () => {
    const eva = await asSteward({});
    const answer = await eva(post({}, '/api/pairings'));
    expectShape(PairingMade, answer.json());
    expect(answer.json()).toMatchObject({ host: '192.0.2.1', port: 1883, warning: null });
    expect(answer).toMatchObject({ statusCode: 201, headers: { 'cache-control': 'no-store' } });
    const full = await (await asSteward({ openPairing: () => null }))(post({}, '/api/pairings'));
    expect(full).toMatchObject({ statusCode: 409 });
    expect(full.json()).toMatchObject({ code: 'pairing-full' });
  });
});

describe('an assignment', () => {
  it('says who asks, and answers with the credentials once', async () => {
    const wishes: AssignWish[] = [];
    const eva = await asSteward({ assign: hearing(wishes) });
    const answer = await eva(post(wish));
    expect(answer.statusCode, answer.body).toBe(200);
    expectShape(AssignmentDone, answer.json());
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.json()).toMatchObject({ credentials, told: false, restart: ['http'], setUp: done.setUp });
    expect(wishes).toEqual([{ ...wish, client: 'DVES_A1B2C3', by: 'key-eva' }]);
  });

  it.each([
    [404, { ok: false, code: 'unassigned-unknown' }],
    [409, { ok: false, code: 'config-none' }],
    [422, { ok: false, code: 'answers-missing' }],
    [422, { ok: false, code: 'assignment-wrong', mistakes: [{ line: 3, column: 1, text: 'why' }] }],
    [
      409,
      {
        ok: false,
        code: 'config-not-writable',
        about: 'f may not be written',
        lines: [{ line: 3, text: 'x' }],
      },
    ],
  ] satisfies [number, Assigned][])('refuses with %i %o', async (status, outcome) => {
    const answer = await (await asSteward({ assign: async () => outcome }))(post(wish));
    const { ok: _, ...said } = outcome;
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject(said);
  });

  it.each([
    ['an id with a slash', { ...wish, id: 'a/b' }],
    ['an entry without a kind', { ...wish, entry: { topic: 'x' } }],
    ['an entry that nests', { ...wish, entry: { kind: 'tasmota', topic: { a: 1 } } }],
    ['a key of an entry that is none', { ...wish, entry: { kind: 'tasmota', 'a: b\nc': 'x' } }],
    ['an entry without end', { ...wish, entry: { kind: 'tasmota', topic: 'x'.repeat(254) } }],
    ['another role', { ...wish, role: 'machine' }],
    ['no answers', { ...wish, answers: {} }],
    ['what nobody reads', { ...wish, extra: 1 }],
  ])('inv. 11: is not read with %s', async (_name, payload) => {
    const asked: AssignWish[] = [];
    const eva = await asSteward({ assign: hearing(asked) });
    expect((await eva(post(payload))).json()).toMatchObject({ code: 'request-invalid' });
    expect((await eva(post(wish, '/api/unassigned/a%20b/assignment'))).statusCode).toBe(400);
    expect(asked).toEqual([]);
  });
});

describe('another part of a described box', () => {
  const known: KnownBox = {
    ...{ client: 'bridge', there: true, parts: [{ role: 'switch', id: 'oven' }] },
    guesses: [{ role: 'switch', entry: { kind: 'zigbee2mqtt', friendly: 'fan' }, because: 'listed' }],
  };

  it('is guessed for each box, and nothing else of it is told', async () => {
    const eva = await asSteward({ boxes: () => [{ ...known, password: 'x' } as KnownBox] });
    const answer = await eva({ url: '/api/devices/parts' });
    expectShape(KnownBoxList, answer.json());
    expect(answer.json()).toEqual({ boxes: [known] });
  });

  it('is written as an assignment is, without credentials', async () => {
    const wishes: AssignWish[] = [];
    const addPart = async (one: AssignWish) => {
      wishes.push(one);
      return { ...done, credentials: null };
    };
    const eva = await asSteward({ addPart });
    const answer = await eva(post({ ...wish, client: 'bridge' }, '/api/devices/parts'));
    expectShape(AssignmentDone, answer.json());
    expect(answer.json()).toMatchObject({ credentials: null, setUp: done.setUp });
    expect(wishes).toEqual([{ ...wish, client: 'bridge', by: 'key-eva' }]);
    const none = await asSteward({});
    const refused = await none(post({ ...wish, client: 'bridge' }, '/api/devices/parts'));
    expect([refused.statusCode, refused.json().code]).toEqual([404, 'box-unknown']);
    expect((await eva(post(wish, '/api/devices/parts'))).json()).toMatchObject({ code: 'request-invalid' });
  });
});

describe('reading the file again', () => {
  it('says what waits for a restart, or what is wrong', async () => {
    const eva = await asSteward({ reload: async () => ({ ok: true, restart: ['mqtt'] }) });
    expect((await eva(post({}, '/api/config/reload'))).json()).toEqual({ restart: ['mqtt'] });
    const mistakes = [{ line: 7, column: 3, text: 'why' }];
    const wrong = await asSteward({ reload: async () => ({ ok: false, code: 'config-wrong', mistakes }) });
    const refused = await wrong(post({}, '/api/config/reload'));
    expect([refused.statusCode, refused.json().mistakes]).toEqual([422, mistakes]);
    const demo = await asSteward({ reload: async () => ({ ok: false, code: 'config-none' }) });
    expect((await demo(post({}, '/api/config/reload'))).statusCode).toBe(409);
  });
});
