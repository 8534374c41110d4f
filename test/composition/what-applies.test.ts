// What a running gateway takes of a new file: table by table, and never a switch from under a session.

import { describe, expect, it } from 'vitest';
import { whatApplies } from '../../src/composition/what-applies.ts';
import type { Config } from '../../src/config/config.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { emptyState, type State } from '../../src/domain/journal/state.ts';

const text = `
space: { name: Officina, timezone: Europe/Rome, currency: EUR, locale: en }
machines:
  saw: { name: Saw, pool: saws, reader: front, switch: plug }
  press: { name: Press, pool: presses, switch: coil, link: { kind: tcp, host: 10.0.0.2, port: 23, profile: grbl-1.1 } }
readers:
  front: { kind: native, password: a }
  desk: { kind: usb-wedge, path: /dev/input/desk }
switches:
  plug: { kind: native, password: b }
  coil: { kind: modbus-tcp, host: 10.0.0.3, coil: 4 }
tariffs:
  - { pool: presses, from: 2026-01-01, perHour: "12.00", clock: operating }
`;

function configOf(yaml: string): Config {
  const read = readConfig({ file: 'officina.yaml', text: yaml, env: {}, flags: {} });
  if (!read.ok) throw new Error(JSON.stringify(read.mistakes));
  return read.config;
}

const started = configOf(text);
const held = (...machines: string[]): Pick<State, 'sessions' | 'workshop'> => ({
  ...emptyState('g'),
  workshop: started.workshop,
  sessions: new Map(machines.map((id) => [id, {} as never])),
});
const asked = (from: string, to: string, state = held()) => {
  expect(text).toContain(from);
  return whatApplies({ started, now: started, wanted: configOf(text.replace(from, to)), state });
};

describe('takes effect at once', () => {
  it.each([
    ['a name', 'name: Saw', 'name: Bandsaw'],
    ['a pool', 'name: Saw, pool: saws', 'name: Saw, pool: presses'],
    ['another reader of a machine', 'reader: front, switch', 'reader: desk, switch'],
    ['a certificate', 'switch: plug }', 'switch: plug, requires: [saw-basic] }'],
    ['a password', 'password: b', 'password: c'],
    [
      'another kind of plug',
      'plug: { kind: native, password: b }',
      'plug: { kind: tasmota, client: x, topic: x, password: b }',
    ],
    ['a price', '"12.00"', '"13.00"'],
    [
      'a link that only looks at watts',
      'switch: plug }',
      'switch: plug, link: { kind: current-sense, switch: plug, runningW: 60, idleW: 25 } }',
    ],
    ['a machine without a line', 'readers:', '  oven: { name: Oven, pool: ovens }\nreaders:'],
  ])('%s', (_name, from, to) => {
    const wanted = configOf(text.replace(from, to));
    const applied = asked(from, to);
    expect(applied).toMatchObject({ restart: [], waitsFor: [], workshop: wanted.workshop });
    expect(applied.readers).toEqual(wanted.readers);
    expect(applied.switches).toEqual(wanted.switches);
  });
});

describe('waits for a restart, by name, and is as it was until then', () => {
  it.each([
    ['http', 'machines:', 'http: { port: 1 }\nmachines:'],
    ['mqtt', 'machines:', 'mqtt: { attachFrom: [10.0.0.1] }\nmachines:'],
    ['retention', 'machines:', 'retention: { tapsDays: 30 }\nmachines:'],
    ['log', 'machines:', 'log: warn\nmachines:'],
    ['space', 'currency: EUR', 'currency: CHF'],
    ['machines.press.link', 'host: 10.0.0.2', 'host: 10.0.0.9'],
    [
      'machines.press.link',
      'link: { kind: tcp, host: 10.0.0.2, port: 23, profile: grbl-1.1 }',
      'link: { kind: none }',
    ],
    ['readers.desk', '/dev/input/desk', '/dev/input/other'],
    ['switches.coil', 'coil: 4', 'coil: 5'],
    ['switches.coil', 'pool: presses, ', 'pool: presses, leaseS: 120, '],
  ])('%s', (name, from, to) => {
    const applied = asked(from, to);
    expect(applied.restart).toEqual([name]);
    if (name === 'switches.coil' && from === 'pool: presses, ') return;
    expect(applied).toMatchObject({ workshop: started.workshop, readers: started.readers });
    expect([applied.switches, applied.links]).toEqual([started.switches, started.links]);
  });

  it('a wire that is new or gone is named; the machine is there all the same', () => {
    const applied = asked(
      'readers:',
      '  mill: { name: Mill, pool: mills, link: { kind: tcp, host: 10.0.0.4, port: 23, profile: grbl-1.1 } }\nreaders:',
    );
    expect(applied.restart).toEqual(['machines.mill.link']);
    expect(applied.workshop.order).toContain('mill');
    expect(asked('  desk: { kind: usb-wedge, path: /dev/input/desk }\n', '').restart).toEqual([
      'readers.desk',
    ]);
  });
});

describe('a machine under a session', () => {
  it('keeps its switch, and the switch its way to sign in, until the session is over', () => {
    const from = 'switch: plug }';
    const wanted = configOf(text.replace(from, 'switch: other }').replace('plug: { kind', 'other: { kind'));
    const busy = whatApplies({ started, now: started, wanted, state: held('saw') });
    expect(busy.waitsFor).toEqual(['saw']);
    expect(busy.workshop.machines.saw?.switch).toBe('plug');
    expect(busy.switches).toMatchObject({ plug: started.switches.plug, other: { kind: 'native' } });
    expect(Object.keys(busy.workshop.switches).sort()).toEqual(['coil', 'other', 'plug']);
    const idle = whatApplies({ started, now: busy, wanted, state: held() });
    expect(idle.waitsFor).toEqual([]);
    expect(idle.switches).toEqual(wanted.switches);
    expect(idle.workshop).toEqual(wanted.workshop);
  });

  it('that is no more in the file keeps the switch that it needs to end', () => {
    const gone = text
      .replace(/ {2}saw: .*\n/, '')
      .replace(/ {2}plug: .*\n/, '')
      .replace(/ {2}front: .*\n/, '');
    const applied = whatApplies({ started, now: started, wanted: configOf(gone), state: held('saw') });
    expect(applied.waitsFor).toEqual(['saw']);
    expect(applied.workshop.machines.saw).toBeUndefined();
    expect(applied.switches.plug).toEqual(started.switches.plug);
  });

  it('hinders no other change of its own', () => {
    const applied = asked('name: Saw', 'name: Bandsaw', held('saw'));
    expect(applied).toMatchObject({ waitsFor: [], workshop: { machines: { saw: { name: 'Bandsaw' } } } });
  });
});
