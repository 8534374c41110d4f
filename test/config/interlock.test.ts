// What guards a machine, as the file says it: read as it is meant, and every way in which it does not fit.

import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';

function read(laser: string) {
  const text = `space: { name: Officina, timezone: Europe/Rome, currency: EUR, locale: en }
machines:
  laser: { name: Laser, pool: lasers, reader: front, switch: plug, ${laser} }
  box: { name: Box, pool: boxes, link: { kind: mqtt, password: not-guessed } }
readers:
  front: { kind: native, password: not-guessed }
switches:
  plug: { kind: native, password: not-guessed }
  fan: { kind: native, password: not-guessed }
`;
  return readConfig({ file: 'officina.yaml', text, env: {}, flags: {} });
}

const mistakes = (laser: string): string => {
  const outcome = read(laser);
  return outcome.ok ? '' : outcome.mistakes.map(({ line, text }) => `${line}: ${text}`).join('\n');
};
const monitor = (fields: string): string => `monitors: { chiller: { ${fields} } }`;
const coolant = 'reading: temperature.coolant.actual, of: box';

describe('what guards a machine', () => {
  it('is read, with what is usual where nothing is said; a sensor box is not shown', () => {
    const outcome = read(
      `${monitor(`${coolant}, above: 25, severity: critical`)}, auxiliaries: [{ switch: fan }], selfCheck: true`,
    );
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.mistakes));
    const { machines, order } = outcome.config.workshop;
    expect(machines.laser).toMatchObject({
      monitors: {
        chiller: { name: 'chiller', of: 'box', above: 25, severity: 'critical', staleS: 20 },
      },
      auxiliaries: [{ switch: 'fan', runOnS: 45 }],
      selfCheck: true,
    });
    expect(machines.laser).not.toHaveProperty('enable');
    expect(order).toEqual(['laser']);
    expect(outcome.warnings).toEqual([]);
  });

  it.each([
    [monitor(`${coolant}, severity: critical`), 'lacks a limit'],
    [monitor(`${coolant}, above: 2, below: 3, severity: critical`), 'must be more than below'],
    [monitor(`${coolant}, above: 2, clearBelow: 3, severity: critical`), '"clearBelow"'],
    [monitor(`${coolant}, below: 2, clearAbove: 1, severity: critical`), '"clearAbove"'],
    [monitor(`${coolant}, above: 2, severity: deadly`), 'cannot be "deadly"'],
    [monitor(`${coolant}, above: 2`), 'lacks "severity"'],
    [monitor('reading: temperature, above: 2, severity: fatal'), '"reading"'],
    [monitor('reading: input.smoke, of: bocks, above: 2, severity: fatal'), 'not among the machines'],
    ['auxiliaries: [{ switch: fann }]', 'not among the switches'],
    ['auxiliaries: [{ switch: plug }]', 'feeds machines.laser'],
    ['auxiliaries: fan', 'must be a list'],
    ['enable: fan', 'is no controller'],
    ['enable: plug', 'are the same'],
    ['neverCutWhileHot: true', 'no "coolBelowC"'],
  ])('%s is a mistake: %s', (laser, text) => {
    expect(mistakes(laser)).toContain(text);
    expect(mistakes(laser)).toMatch(/^3: /);
  });
});
