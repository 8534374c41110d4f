// `allowList` of a reader: only where the firmware takes commands and cards can be written; the workshop is told the spelling.

import { describe, expect, it } from 'vitest';
import { devicesOf } from '../../src/config/devices-of.ts';
import { readConfig } from '../../src/config/read-config.ts';

const box = 'kind: esp-rfid, client: ESP-door, user: door, password: key, topic: rfid';
const read = (more: string, kind = box) =>
  readConfig({
    file: 'officina.yaml',
    text: `space: { name: Officina, timezone: Europe/Rome, currency: EUR, locale: en }
readers:
  door: { ${kind}${more} }
`,
    env: {},
    flags: {},
  });
const described = (more: string) => {
  const result = read(more);
  if (!result.ok) throw new Error(JSON.stringify(result.mistakes));
  const [device] = devicesOf(result.config).values();
  const entry = device?.kind === 'stock' ? device.parts[0]?.entry : null;
  return { reader: result.config.workshop.readers.door, entry };
};

describe('a reader with a list of badges', () => {
  it('is described with the spelling of the box, the usual one or its own', () => {
    expect(described(', allowList: true')).toMatchObject({
      reader: { kind: 'esp-rfid', allowList: { spelling: 'hex' } },
      entry: { allowList: true },
    });
    const own = described(', allowList: true, spelling: hex-unpadded').reader;
    expect(own).toEqual({ kind: 'esp-rfid', allowList: { spelling: 'hex-unpadded' } });
  });

  it('keeps none unless the file says so', () => {
    for (const more of ['', ', allowList: false'])
      expect(described(more)).toMatchObject({ reader: { kind: 'esp-rfid' }, entry: { allowList: false } });
    expect(described('').reader).not.toHaveProperty('allowList');
  });

  it.each([
    ['needs firmware of generation 2', ', allowList: true, generation: 1', box],
    ['cards can be written', ', allowList: true, spelling: facility-card', box],
    ['allowList', ', allowList: maybe', box],
    ['allowList', ', allowList: true', 'kind: native, password: p'],
    ['allowList', ', allowList: true', 'kind: tasmota, client: a, password: p, topic: a'],
  ])('a mistake: %s (%s)', (text, more, kind) => {
    const result = read(more, kind);
    expect(result.ok).toBe(false);
    const found = result.ok ? [] : result.mistakes;
    expect(found.some((one) => one.text.includes(text) && one.line === 3)).toBe(true);
  });
});
