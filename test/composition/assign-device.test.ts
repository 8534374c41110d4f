// An assignment that cannot be completed leaves all as it was: the file, the secrets, the running gateway, the list.

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Devices } from '../../src/adapters/mqtt/credentials.ts';
import type { Leaving, NewcomerDesk } from '../../src/adapters/mqtt/newcomers.ts';
import type { AssignWish } from '../../src/api/options.ts';
import { addPart } from '../../src/composition/add-part.ts';
import { assignDevice } from '../../src/composition/assign-device.ts';
import { openLiveConfig } from '../../src/composition/live-config.ts';
import { addDevice } from '../../src/config/add-device.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { JournalFault } from '../../src/gateway/ports.ts';
import type { AddDevice } from '../../src/gateway/unassigned.ts';
import { smallWorkshop } from '../config/small-workshop.ts';
import { createFakeGateway } from '../fakes/fake-gateway.ts';
import { createSeededChance } from '../fakes/seeded-chance.ts';

const closing: (() => void)[] = [];
let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'officina-assign-'));
  file = join(folder, 'officina.yaml');
  writeFileSync(file, smallWorkshop);
});
afterEach(() => {
  for (const close of closing.splice(0)) close();
  rmSync(folder, { recursive: true });
});

const wish: AssignWish = {
  ...{ client: 'esp-1', role: 'reader', id: 'back', entry: { kind: 'native' }, machine: null },
  ...{ answers: { noVoltRelease: false, notAnEmergencyStop: false }, dryRun: false, by: 'key-eva' },
};

const device: Leaving['device'] = {
  ...{ client: 'esp-1', user: null, address: '192.0.2.7', how: 'code', there: true },
  ...{ firstSeenMs: 0, lastSeenMs: 0, messages: [], guesses: [] },
};

function bench(more: { addDevice?: AddDevice; describe?: () => Promise<void>; demo?: boolean } = {}) {
  const read = loadConfig({ file, env: {}, flags: {} });
  if (!read.ok) throw new Error(JSON.stringify(read.mistakes));
  const seen = { taken: 0, back: 0, told: [] as unknown[], devices: [] as Devices[], logged: '' };
  const newcomers: NewcomerDesk = {
    list: () => [device],
    openPairing: () => null,
    onChange: () => () => undefined,
    take: (client) => {
      if (client !== device.client) return null;
      seen.taken += 1;
      return {
        device,
        dismiss: async (credentials) => seen.told.push(credentials) > 0,
        putBack: () => void seen.back++,
      };
    },
  };
  const note = (facts: unknown, text: string) => {
    seen.logged += JSON.stringify(facts) + text;
  };
  const log = { info: note, warn: note, error: note };
  const gateway = { ...createFakeGateway(), ...(more.describe && { describe: more.describe }) };
  const broker = { newcomers, setDevices: (devices: Devices) => void seen.devices.push(devices) };
  const config = more.demo ? { ...read.config, file: null } : read.config;
  const live = openLiveConfig({ config, env: {}, flags: {}, gateway, broker, log });
  closing.push(live.close);
  const chance = createSeededChance(3);
  const reached = () => ({ host: '192.0.2.1', port: 1884, warning: null, why: null });
  const box = { live, newcomers, chance, log, reached, addDevice: more.addDevice ?? addDevice };
  return {
    seen,
    live,
    assign: (change: Partial<AssignWish> = {}) => assignDevice(box, { ...wish, ...change }),
    addPart: (change: Partial<AssignWish>) => addPart(box, { ...wish, ...change }),
  };
}

const untouched = () => {
  expect(readFileSync(file, 'utf8')).toBe(smallWorkshop);
  expect(existsSync(join(folder, 'secrets', 'reader-back'))).toBe(false);
};

it('is in the file, the secrets, the broker and the ear of the device', async () => {
  const { assign, seen } = bench();
  const outcome = await assign();
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  const password = readFileSync(join(folder, 'secrets/reader-back'), 'utf8').trim();
  expect(outcome.credentials).toEqual({ client: 'reader-back', user: 'reader-back', password });
  expect(seen.told).toEqual([outcome.credentials]);
  expect(outcome.setUp.join('\n')).toContain(password);
  expect(outcome.setUp.join('\n')).toContain('1884');
  expect(seen.devices.at(-1)?.get('reader-back')).toMatchObject({ kind: 'reader', password });
  expect(seen.logged).toContain('key-eva');
  expect(seen.logged).not.toContain(password);
  const again = loadConfig({ file, env: {}, flags: {} });
  expect(again.ok && again.config.readers.back).toMatchObject({ kind: 'native', password });
});

it('changes nothing when the journal refuses the description', async () => {
  const describe = () => Promise.reject(new JournalFault('journal-full', 'the disk is full'));
  const { assign, seen } = bench({ describe });
  await expect(assign()).rejects.toMatchObject({ code: 'journal-full' });
  untouched();
  expect([seen.told, seen.devices, seen.back]).toEqual([[], [], 1]);
});

it('changes nothing where it may not write, and says what to put in by hand', async () => {
  writeFileSync(join(folder, 'secrets'), 'in the way');
  const { assign, seen } = bench();
  expect(await assign()).toMatchObject({
    ...{ ok: false, code: 'config-not-writable', about: expect.stringContaining('secrets/reader-back') },
    lines: expect.arrayContaining([{ line: expect.any(Number), text: expect.stringContaining('back') }]),
  });
  expect(readFileSync(file, 'utf8')).toBe(smallWorkshop);
  expect([seen.told, seen.devices]).toEqual([[], []]);
});

it('loses nothing that somebody else writes into the file meanwhile', async () => {
  const { assign } = bench({
    addDevice: (text, one) => {
      writeFileSync(file, `${text}# by hand\n`);
      return addDevice(text, one);
    },
  });
  expect(await assign()).toMatchObject({ ok: false, code: 'config-not-writable' });
  expect(readFileSync(file, 'utf8')).toBe(`${smallWorkshop}# by hand\n`);
  expect(readdirSync(join(folder, 'secrets'))).toEqual([]);
});

it('refuses what the loader would not read, and an id that is taken', async () => {
  const { assign } = bench({ addDevice: (text) => ({ ok: true, text: `${text}odd: 1\n`, lines: [] }) });
  expect(await assign()).toMatchObject({ ok: false, code: 'assignment-wrong' });
  expect(await bench().assign({ id: 'front' })).toMatchObject({ ok: false, code: 'assignment-wrong' });
  untouched();
});

it('says by its code who is not there, and that the demo has no file', async () => {
  const { assign, seen } = bench();
  expect(await assign({ client: 'esp-2' })).toEqual({ ok: false, code: 'unassigned-unknown' });
  const demo = bench({ demo: true });
  expect(await demo.assign()).toEqual({ ok: false, code: 'config-none' });
  expect(await demo.live.reload()).toEqual({ ok: false, code: 'config-none' });
  const noAnswer = { role: 'switch', id: 'plug', machine: 'laser' } as const;
  expect(await assign(noAnswer)).toEqual({ ok: false, code: 'answers-missing' });
  expect(seen.taken).toBe(0);
});

const tasmota = { kind: 'tasmota', topic: 'lathe' } as const;
it.each([
  ['the file with its password', 'password_file: secrets/box', 'secrets/box'],
  ['the same password in a file of its own', 'password: box-key', 'secrets/switch-lathe-relay'],
])('another part of a box is given %s', async (_name, secret, passwordFile) => {
  mkdirSync(join(folder, 'secrets'));
  writeFileSync(join(folder, 'secrets/box'), 'box-key\n');
  const text = smallWorkshop.replace(
    'readers:\n',
    `readers:\n  lathe: { kind: tasmota, client: DVES_1, user: lathe, ${secret}, topic: lathe } # of the lathe\n`,
  );
  writeFileSync(file, text);
  const { addPart, seen } = bench();
  const part = { client: 'DVES_1', role: 'switch', id: 'lathe-relay', entry: tasmota } as const;
  expect(await addPart({ ...part, dryRun: true })).toMatchObject({ ok: true, setUp: [], credentials: null });
  expect(readFileSync(file, 'utf8')).toBe(text);
  expect(await addPart({ ...part, client: 'DVES_2' })).toEqual({ ok: false, code: 'box-unknown' });
  expect(await addPart({ ...part, machine: 'laser' })).toEqual({ ok: false, code: 'answers-missing' });
  const done = await addPart(part);
  expect(done, JSON.stringify(done)).toMatchObject({ ok: true, credentials: null, told: false });
  expect(JSON.stringify(done)).not.toContain('box-key');
  expect(JSON.stringify(done)).toContain('PowerOnState 0');
  expect(readFileSync(file, 'utf8')).toContain(`user: lathe, password_file: ${passwordFile}, topic: lathe }`);
  expect(readFileSync(join(folder, passwordFile), 'utf8').trim()).toBe('box-key');
  expect(readFileSync(file, 'utf8')).toContain('# of the lathe');
  expect(seen.devices.at(-1)?.get('DVES_1')).toMatchObject({
    ...{ user: 'lathe', password: 'box-key' },
    parts: [
      { role: 'reader', id: 'lathe' },
      { role: 'switch', id: 'lathe-relay' },
    ],
  });
  const twin = await addPart({ ...part, id: 'again' });
  expect(twin).toMatchObject({ ok: false, code: 'assignment-wrong' });
  expect(JSON.stringify(twin)).toContain('the same relay');
});

it('another part of a box is not true when the journal refuses it', async () => {
  const text = smallWorkshop.replace(
    'readers:\n',
    'readers:\n  lathe: { kind: tasmota, client: DVES_1, password: box-key, topic: lathe }\n',
  );
  writeFileSync(file, text);
  const { addPart } = bench({ describe: () => Promise.reject(new JournalFault('journal-full', 'full')) });
  const part = { client: 'DVES_1', role: 'switch', id: 'lathe-relay', entry: tasmota } as const;
  await expect(addPart(part)).rejects.toMatchObject({ code: 'journal-full' });
  expect(readFileSync(file, 'utf8')).toBe(text);
  expect(readdirSync(join(folder, 'secrets'))).toEqual([]);
});

it('listens to SIGHUP until it is closed', () => {
  const before = process.listenerCount('SIGHUP');
  const { live } = bench();
  expect(process.listenerCount('SIGHUP')).toBe(before + 1);
  live.close();
  expect(process.listenerCount('SIGHUP')).toBe(before);
});
