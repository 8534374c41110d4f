// The link `current-sense` in officina.yaml: what it becomes, and every mistake that can be made in it.

import { expect, it } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';

const read = (link: string, more = '') =>
  readConfig({
    file: 'officina.yaml',
    text: `
space: { name: Officina, timezone: Europe/Rome, currency: EUR, locale: en }
machines:
  lathe:
    name: Lathe
    pool: lathes
    link: ${link}
    reader: hall
    switch: plug
  meter: { name: Meter, pool: meters, link: { kind: mqtt, password: change-me } }
${more}
readers: { hall: { kind: native, password: change-me } }
switches:
  plug: { kind: native, password: change-me }
  coil: { kind: modbus-tcp, host: 192.0.2.7, coil: 0 }
`,
    env: {},
    flags: {},
  });
const mistakes = (link: string) => {
  const outcome = read(link);
  return outcome.ok ? [] : outcome.mistakes.map(({ text }) => text);
};

it('names a meter and its limits; what is left out is usual', () => {
  const outcome = read('{ kind: current-sense, switch: plug, runningW: 60, idleW: 25 }');
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.mistakes));
  expect(outcome.config.workshop.machines.lathe).toMatchObject({
    link: 'current-sense',
    profile: null,
    sense: { switch: 'plug', runningW: 60, idleW: 25, onAfterS: 3, offAfterS: 30, silentS: 600 },
  });
  expect(read('{ kind: current-sense, sensor: meter, runningW: 60, idleW: 25, offAfterS: 5 }').ok).toBe(true);
});

it.each([
  ['no meter', '{ kind: current-sense, runningW: 60, idleW: 25 }', 'needs one meter'],
  [
    'two meters',
    '{ kind: current-sense, switch: plug, sensor: meter, runningW: 60, idleW: 25 }',
    'needs one meter',
  ],
  ['no limits', '{ kind: current-sense, switch: plug }', 'lacks "runningW"'],
  [
    'limits the wrong way round',
    '{ kind: current-sense, switch: plug, runningW: 25, idleW: 60 }',
    'must be above idleW',
  ],
  ['no hysteresis', '{ kind: current-sense, switch: plug, runningW: 25, idleW: 25 }', 'must be above idleW'],
  [
    'a switch that is none',
    '{ kind: current-sense, switch: plugg, runningW: 60, idleW: 25 }',
    'did you mean "plug"',
  ],
  [
    'a switch without a meter',
    '{ kind: current-sense, switch: coil, runningW: 60, idleW: 25 }',
    'measures nothing',
  ],
  [
    'a sensor that is none',
    '{ kind: current-sense, sensor: metre, runningW: 60, idleW: 25 }',
    'did you mean "meter"',
  ],
  [
    'itself as its sensor',
    '{ kind: current-sense, sensor: lathe, runningW: 60, idleW: 25 }',
    'reports nothing',
  ],
  [
    'an unknown key',
    '{ kind: current-sense, switch: plug, runningW: 60, idleW: 25, offAfter: 5 }',
    'offAfterS',
  ],
  [
    'a prototype',
    '{ kind: current-sense, switch: constructor, runningW: 60, idleW: 25 }',
    'not among the switches',
  ],
])('%s is a mistake', (_, link, text) => {
  expect(mistakes(link).join('\n')).toContain(text);
});
