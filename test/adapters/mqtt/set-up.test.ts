// What a person is told to type: the sign-in whole, and for each switch every setting that its dialect would call unsafe.

import { describe, expect, it } from 'vitest';
import { setUp, type ToSetUp } from '../../../src/adapters/mqtt/dialects/set-up.ts';
import { speechOf } from '../../../src/adapters/mqtt/dialects/speech-of.ts';

const signIn = { client: 'box-1', user: 'box-user', password: 'box-key', host: '192.0.2.1', port: 1884 };
const text = (device: Partial<ToSetUp> & Pick<ToSetUp, 'entry'>): string =>
  setUp({ role: 'switch', id: 'new', signIn, ...device }).join('\n');

const entries = [
  { kind: 'tasmota', topic: 'saw', relay: 1 },
  { kind: 'shelly-gen1', prefix: 'shellies/saw', host: '192.0.2.7', relay: 0 },
  { kind: 'shelly-gen2', prefix: 'saw', channel: 1 },
  { kind: 'esphome', prefix: 'saw', relay: 'relay' },
  { kind: 'zigbee2mqtt', friendly: 'oven plug' },
  { kind: 'native' },
] as const;

describe('what to type', () => {
  it.each(entries)('tells $kind its sign-in and where this gateway is', (entry) => {
    const told = text({ entry });
    for (const word of ['box-1', 'box-user', 'box-key', '192.0.2.1', '1884']) expect(told).toContain(word);
    const part = text({ entry, signIn: null });
    expect(part).not.toBe('');
    expect(part).not.toContain('box-key');
  });

  it('a reader that signs in without a client id of its own, too', () => {
    const told = text({ role: 'reader', entry: { kind: 'esp-rfid', topic: 'rfid' } });
    for (const word of ['box-user', 'box-key', '192.0.2.1', '1884', 'rfid']) expect(told).toContain(word);
    expect(text({ entry: { kind: 'modbus-tcp' } })).toBe('');
  });

  it.each([
    [
      entries[0],
      { topic: 'saw', fullTopic: '%prefix%/%topic%/', relay: 1 },
      'stat/saw/RESULT',
      { PowerOnState: 3 },
    ],
    [
      entries[1],
      { prefix: 'shellies/saw', host: '192.0.2.7', relay: 0 },
      'http:/settings/relay/0',
      { default_state: 'on' },
    ],
    [
      entries[2],
      { prefix: 'saw', channel: 1 },
      'saw/officina/rpc',
      { id: 3, result: { initial_state: 'on' } },
    ],
    [entries[2], { prefix: 'saw', channel: 1 }, 'saw/officina/rpc', { id: 4, result: { rpc_ntf: false } }],
    [
      entries[4],
      { base: 'zigbee2mqtt', friendly: 'oven plug', endpoint: null },
      'zigbee2mqtt/oven plug',
      { power_on_behavior: 'on' },
    ],
  ] as const)('names what would be unsafe at $0.kind', (entry, known, topic, said) => {
    const part = { kind: entry.kind, entry: known } as Parameters<typeof speechOf>[0];
    const payload = new TextEncoder().encode(JSON.stringify(said));
    const unsafe = speechOf(part)
      .hear({ topic, payload })
      .filter((one) => one.kind === 'setting' && !one.safe);
    expect(unsafe).toHaveLength(1);
    const [setting] = unsafe;
    expect(text({ entry })).toContain(setting?.kind === 'setting' ? setting.name : 'no setting');
  });
});
