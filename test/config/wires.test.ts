// What stands on one wire: a port has one device, a Modbus line one speed, and a coil one switch.

import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';

function mistakes(parts: { machines?: string[]; readers?: string[]; switches?: string[] }): string[] {
  const group = (name: string, lines: readonly string[] = []) =>
    lines.length === 0 ? [] : [`${name}:`, ...lines.map((line) => `  ${line}`)];
  const text = [
    'space: { name: Officina, timezone: Europe/Rome, currency: EUR, locale: en }',
    ...group('machines', parts.machines),
    ...group('readers', parts.readers),
    ...group('switches', parts.switches),
    '',
  ].join('\n');
  const result = readConfig({ file: 'officina.yaml', text, env: {}, flags: {} });
  return result.ok ? [] : result.mistakes.map((mistake) => mistake.text);
}

const laser =
  'laser: { name: Laser, pool: lasers, link: { kind: serial, path: /dev/ttyS1, profile: grbl-1.1 } }';
const reader = (path: string) => `door: { kind: serial-125khz, path: ${path}, model: rdm6300 }`;
const coil = (id: string, more: string) => `${id}: { kind: modbus-rtu, path: /dev/ttyS1, ${more} }`;

describe('one wire', () => {
  it('has one device', () => {
    expect(mistakes({ machines: [laser], readers: [reader('/dev/ttyS2')] })).toEqual([]);
    expect(mistakes({ machines: [laser], readers: [reader('/dev/ttyS1')] })).toEqual([
      'machines.laser.link and readers.door both want the port /dev/ttyS1; each needs one of its own.',
    ]);
    expect(mistakes({ machines: [laser], switches: [coil('fan', 'unit: 1')] })).toEqual([
      'machines.laser.link and switches.fan both want the port /dev/ttyS1; each needs one of its own.',
    ]);
  });

  it('carries several boards, at one speed', () => {
    const boards = (baud: number) => [coil('fan', 'unit: 1'), coil('saw', `unit: 2, baud: ${baud}`)];
    expect(mistakes({ switches: boards(9600) })).toEqual([]);
    expect(mistakes({ switches: boards(19_200) })).toEqual([
      'switches.fan and switches.saw are on one line, /dev/ttyS1, at 9600 baud and 19200 baud; a line has one speed.',
    ]);
  });

  it('reaches a board by its number: 0 speaks to all of them, and none answers', () => {
    const [text] = mistakes({ switches: [coil('fan', 'unit: 0')] });
    expect(text).toContain('the address of the board, from 1 to 247');
    expect(mistakes({ switches: ['fan: { kind: modbus-tcp, host: 192.0.2.3, unit: 0 }'] })).toEqual([]);
  });
});

it('a coil is one switch', () => {
  const tcp = (id: string, n: number) => `${id}: { kind: modbus-tcp, host: 192.0.2.3, coil: ${n} }`;
  expect(mistakes({ switches: [tcp('fan', 0), tcp('saw', 1)] })).toEqual([]);
  expect(mistakes({ switches: [tcp('fan', 1), tcp('saw', 1)] })).toEqual([
    'switches.fan and switches.saw are one coil, 1 of unit 1 at 192.0.2.3:502; give each its own.',
  ]);
});
