// From where devices may come that nobody has described: addresses of a workshop, never half the world.

import { expect, it } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';
import { smallWorkshop } from './small-workshop.ts';

function read(attachFrom: string) {
  const text = `${smallWorkshop}mqtt: { attachFrom: ${attachFrom} }\n`;
  return readConfig({ file: 'officina.yaml', text, env: {}, flags: {} });
}

it('is nobody unless said', () => {
  const outcome = readConfig({ file: 'officina.yaml', text: smallWorkshop, env: {}, flags: {} });
  expect(outcome.ok && outcome.config.mqtt.attachFrom).toBeUndefined();
  const none = read('[]');
  expect(none.ok && none.config.mqtt.attachFrom).toBeUndefined();
});

it('takes addresses and ranges of both kinds', () => {
  const outcome = read('[192.168.4.21, 192.168.4.0/24, 10.0.0.0/8, "fd00::/8", "fe80::1"]');
  expect(outcome.ok && outcome.config.mqtt.attachFrom).toEqual([
    ...['192.168.4.21', '192.168.4.0/24', '10.0.0.0/8', 'fd00::/8', 'fe80::1'],
  ]);
});

it.each([
  ['0.0.0.0/0', 'wider than any workshop'],
  ['128.0.0.0/1', 'wider than any workshop'],
  ['"::/0"', 'wider than any workshop'],
  ['192.168.4.0/33', 'no number of bits'],
  ['192.168.4.0/', 'no number of bits'],
  ['192.168.4', 'no address'],
  ['printer.local', 'no address'],
  ['192.168.4.0/24/8', 'no address'],
  ['"fe80::1%eth0"', 'no address'],
])('refuses %s and says why', (range, why) => {
  const outcome = read(`[10.0.0.1, ${range}]`);
  expect(outcome.ok ? [] : outcome.mistakes).toMatchObject([{ text: expect.stringContaining(why) }]);
});
