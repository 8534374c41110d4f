// What the manual tells to paste is what the program means: its entries are read, its snippets are those of the dialect.

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  keypadSnippet,
  readerSnippet,
  relaySnippet,
} from '../../../../src/adapters/mqtt/dialects/esphome.ts';
import { devicesOf } from '../../../../src/config/devices-of.ts';
import { readConfig } from '../../../../src/config/read-config.ts';

const manual = readFileSync(new URL('../../../../manual/devices.md', import.meta.url), 'utf8');
const [section = ''] = /## Readers and switches that you already have\n[\s\S]*?(?=\n## )/.exec(manual) ?? [];

it('the entries of the manual are read, and are the boxes that it speaks of', () => {
  const entries = /```yaml\n([\s\S]*?)```/.exec(section)?.[1] ?? '';
  const space = 'space: { name: Officina, timezone: Europe/Rome, currency: EUR, locale: en }\n';
  const read = readConfig({ file: 'officina.yaml', text: space + entries, env: {}, flags: {} });
  if (!read.ok) throw new Error(JSON.stringify(read.mistakes));
  const found = [...devicesOf(read.config).values()];
  const kinds = found.flatMap((one) =>
    one.kind === 'stock' ? one.parts.map(({ kind, role }) => `${kind} ${role}`) : [],
  );
  expect(found).toHaveLength(6);
  expect(kinds.sort()).toEqual([
    'esp-rfid reader',
    'esphome reader',
    'esphome switch',
    'shelly-gen1 switch',
    'shelly-gen2 switch',
    'tasmota reader',
    'tasmota switch',
    'zigbee2mqtt switch',
  ]);
});

it('the snippets for ESPHome are those that its dialect understands', () => {
  expect(section).toContain(readerSnippet('saw', 'rc522_spi'));
  expect(section).toContain(keypadSnippet('saw'));
  expect(section).toContain(relaySnippet('saw', 'relay'));
});
