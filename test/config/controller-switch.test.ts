// The switch kind `controller`: every way in which its entry and the link of its machine do not fit together.

import { describe, expect, it } from 'vitest';
import { devicesOf } from '../../src/config/devices-of.ts';
import { readConfig } from '../../src/config/read-config.ts';

const links = {
  serial: '{ kind: serial, path: /dev/ttyS1, profile: marlin-2 }',
  grbl: '{ kind: tcp, host: bridge, port: 23, profile: grbl-1.1 }',
  mqtt: '{ kind: mqtt, password: not-guessed }',
  opcua: '{ kind: opcua, endpoint: "opc.tcp://192.0.2.7:4840" }',
  open: '{ kind: opcua, endpoint: "opc.tcp://192.0.2.7:4840", security: none }',
  none: '{ kind: none }',
};
const reason = 'unleased: the printer stands beside the desk';

function read(link: keyof typeof links, entry: string, uses = 'switch: enable') {
  const text = `space: { name: Officina, timezone: Europe/Rome, currency: EUR, locale: en }
machines:
  laser: { name: Laser, pool: lasers, link: ${links[link]}${uses === '' ? '' : `, ${uses}`} }
  saw: { name: Saw, pool: saws }
switches:
  enable: { kind: controller, ${entry} }
  plug: { kind: native, password: not-guessed }
`;
  const profiles = ['grbl-1.1', 'marlin-2'];
  return readConfig({ file: 'officina.yaml', text, env: {}, flags: {}, profiles, enabling: ['marlin-2'] });
}

const mistakes = (...given: Parameters<typeof read>): string => {
  const result = read(...given);
  return result.ok ? '' : result.mistakes.map(({ line, text }) => `${line}: ${text}`).join('\n');
};

describe('a controller as a switch', () => {
  it('is read, and over MQTT the machine signs in as that switch, too', () => {
    const result = read('mqtt', 'machine: laser');
    if (!result.ok) throw new Error(JSON.stringify(result.mistakes));
    expect(result.config.switches.enable).toEqual({
      kind: 'controller',
      machine: 'laser',
      unleased: null,
      enable: null,
    });
    expect(devicesOf(result.config).get('machine-laser')).toMatchObject({
      kind: 'machine',
      switch: 'enable',
    });
    expect(mistakes('serial', `machine: laser, ${reason}`)).toBe('');
    expect(mistakes('opcua', `machine: laser, ${reason}, enable: { node: "ns=2;s=Enable" }`)).toBe('');
    const named = 'enable: { node: "nsu=urn:maker:mill;s=Enable", readBack: "ns=3;i=42" }';
    expect(mistakes('opcua', `machine: laser, ${reason}, ${named}`)).toBe('');
  });

  it.each([
    ['of a machine that is not there', 'mqtt', 'machine: lazer', 'did you mean "laser"'],
    ['without a link', 'none', `machine: laser, ${reason}`, 'has no link to carry the order'],
    [
      'without a lease, and nobody accepts that',
      'serial',
      'machine: laser',
      'permission stays if the gateway dies',
    ],
    ['with a reason that is none', 'serial', 'machine: laser, unleased: because', '10 to 200 characters'],
    [
      'with a lease, and a reason against it',
      'mqtt',
      `machine: laser, ${reason}`,
      'each order carries its lease',
    ],
    ['of a firmware that has none', 'grbl', `machine: laser, ${reason}`, 'grbl-1.1 knows no enable'],
    ['without its node', 'opcua', `machine: laser, ${reason}`, 'lacks "enable: { node: … }"'],
    [
      'with a node elsewhere',
      'mqtt',
      'machine: laser, enable: { node: "i=1" }',
      'only at a machine with an OPC UA',
    ],
    [
      'with a node that is none',
      'opcua',
      `machine: laser, ${reason}, enable: { node: Enable }`,
      'must be a node',
    ],
  ] as const)('%s is a mistake', (_, link, entry, said) => {
    expect(mistakes(link, entry)).toContain(said);
    expect(mistakes(link, entry)).toMatch(/^6: /m);
  });

  it('over a link that is not protected is said to be open to others', () => {
    const result = read('open', `machine: laser, ${reason}, enable: { node: "ns=2;s=Enable" }`);
    const warnings = result.ok ? result.warnings.map(({ text }) => text).join() : '';
    expect(warnings).toContain('switches.enable gives its permission over a link that is not protected');
  });

  it('serves its own machine and no other', () => {
    expect(mistakes('mqtt', 'machine: laser', '')).toContain('which does not use it; write "switch: enable"');
    expect(mistakes('mqtt', 'machine: laser', 'switch: plug')).toContain('which does not use it');
    const stolen = mistakes('mqtt', 'machine: saw');
    expect(stolen).toContain('machines.laser uses switches.enable, which is the controller of machines.saw');
  });
});
