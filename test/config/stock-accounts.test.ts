// Stock devices that share a client id are one box that signs in once; its entries must agree.

import { describe, expect, it } from 'vitest';
import type { Devices } from '../../src/adapters/mqtt/credentials.ts';
import { devicesOf } from '../../src/config/devices-of.ts';
import { readConfig } from '../../src/config/read-config.ts';

const read = (readers: readonly string[], switches: readonly string[]) =>
  readConfig({
    file: 'officina.yaml',
    text: [
      'space: { name: Officina, timezone: Europe/Rome, currency: EUR, locale: en }',
      ...(readers.length > 0 ? ['readers:', ...readers.map((line) => `  ${line}`)] : []),
      ...(switches.length > 0 ? ['switches:', ...switches.map((line) => `  ${line}`)] : []),
      '',
    ].join('\n'),
    env: {},
    flags: {},
  });

/** The devices as the broker takes them: the two types agree without knowing of each other. */
function devices(readers: readonly string[], switches: readonly string[]): Devices {
  const result = read(readers, switches);
  if (!result.ok) throw new Error(JSON.stringify(result.mistakes));
  return devicesOf(result.config);
}

const mistakes = (readers: readonly string[], switches: readonly string[]) => {
  const result = read(readers, switches);
  return result.ok ? [] : result.mistakes.map(({ text }) => text);
};

const box = 'kind: tasmota, client: DVES_A1, user: lathe, password: key, topic: lathe';

describe('the devices that sign in', () => {
  it('a box with a reader and a relay signs in once, beside the native ones', () => {
    const found = devices(
      [
        `lathe: { ${box}, spelling: hex-reversed }`,
        'front: { kind: native, password: p, spelling: decimal-40 }',
      ],
      [`lathe: { ${box} }`],
    );
    const entry = { topic: 'lathe', fullTopic: '%prefix%/%topic%/', relay: 1 };
    expect([...found]).toEqual([
      [
        'DVES_A1',
        {
          ...{ kind: 'stock', client: 'DVES_A1', user: 'lathe', password: 'key' },
          parts: [
            { role: 'reader', id: 'lathe', kind: 'tasmota', entry, spelling: 'hex-reversed' },
            { role: 'switch', id: 'lathe', kind: 'tasmota', entry, spelling: null },
          ],
        },
      ],
      ['reader-front', { kind: 'reader', id: 'front', password: 'p', spelling: 'decimal-40' }],
    ]);
  });

  it('a bridge with many plugs is one', () => {
    const plug = (id: string) =>
      `${id}: { kind: zigbee2mqtt, client: bridge, password: key, friendly: ${id} }`;
    const found = devices([], [plug('oven'), plug('fan')]);
    expect([...found.keys()]).toEqual(['bridge']);
    expect(found.get('bridge')).toMatchObject({ user: 'bridge', parts: [{ id: 'oven' }, { id: 'fan' }] });
  });

  it.each([
    ['another password', box.replace('key', 'other'), 'password'],
    ['another user name', box.replace('user: lathe', 'user: mill'), 'user name'],
  ])('entries of one box with %s are a mistake that names both and no secret', (_what, other, word) => {
    const [text = '', ...more] = mistakes([`front: { ${box} }`], [`plug: { ${other} }`]);
    expect(more).toEqual([]);
    for (const part of ['readers.front', 'switches.plug', 'DVES_A1', word]) expect(text).toContain(part);
    expect(text).not.toMatch(/\bkey\b|\bother\b/);
  });

  it('two entries for one relay, or two readers of one box, are a mistake', () => {
    expect(mistakes([], [`one: { ${box} }`, `two: { ${box} }`])).toEqual([
      expect.stringContaining('switches.one and switches.two both mean the same relay'),
    ]);
    expect(mistakes([], [`one: { ${box} }`, `two: { ${box}, relay: 2 }`])).toEqual([]);
    expect(mistakes([`one: { ${box} }`, `two: { ${box} }`], [])).toEqual([
      expect.stringContaining('readers.one and readers.two both mean the one reader'),
    ]);
  });
});
