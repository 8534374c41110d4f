// What the file says of sessions: idle, the longest, who may take over, and cost codes.

import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';

const read = (saw: string, more = '') =>
  readConfig({
    file: 'officina.yaml',
    text: `space: { name: Officina, timezone: Europe/Rome, currency: EUR, locale: en }
machines:
  saw: { name: Saw, pool: saws, reader: front, ${saw} }
readers:
  front: { kind: native, password: key }
switches:
  plug: { kind: native, password: key }
${more}`,
    env: {},
    flags: {},
  });
const workshop = (...text: Parameters<typeof read>) => {
  const result = read(...text);
  if (!result.ok) throw new Error(JSON.stringify(result.mistakes));
  return result.config.workshop;
};
const mqtt = 'link: { kind: mqtt, password: key }';

describe('limits of sessions', () => {
  it('are left out where the file says none', () => {
    const { saw } = workshop(mqtt).machines;
    for (const key of ['idle', 'longestS', 'handOver']) expect(saw).not.toHaveProperty(key);
    expect(workshop(`${mqtt}, handOver: ask`).machines.saw).not.toHaveProperty('handOver');
    expect(workshop(mqtt)).not.toHaveProperty('costCodes');
  });

  it.each(['team', 'queue', 'team-and-queue'])('say who may take over: %s', (handOver) => {
    expect(workshop(`${mqtt}, handOver: ${handOver}`).machines.saw).toMatchObject({ handOver });
  });

  it('are read, with the usual grace', () => {
    const limits = `${mqtt}, idle: { afterS: 900 }, longestS: 43200, handOver: team`;
    expect(workshop(limits).machines.saw).toMatchObject({
      idle: { afterS: 900, graceS: 120 },
      longestS: 43_200,
      handOver: 'team',
    });
    const watts = 'switch: plug, idle: { afterS: 600, graceS: 60, belowW: 12.5 }';
    expect(workshop(watts).machines.saw?.idle).toEqual({ afterS: 600, graceS: 60, belowW: 12.5 });
  });

  it.each([
    ['inv. 7: belowW', 'switch: plug, idle: { afterS: 900 }', 'add "belowW"'],
    ['inv. 7: a link', 'idle: { afterS: 900, belowW: 5 }', 'give it a link'],
    ['a time that is too short', `${mqtt}, idle: { afterS: 5 }`, '"afterS" of machines.saw.idle'],
    ['a grace that is too short', `${mqtt}, idle: { afterS: 900, graceS: 1 }`, '"graceS"'],
    ['no time', `${mqtt}, idle: { graceS: 60 }`, 'lacks "afterS"'],
    ['watts of nothing', 'switch: plug, idle: { afterS: 900, belowW: 0 }', '"belowW"'],
    ['an unknown key', `${mqtt}, idle: { after: 900 }`, '"after" is not known here'],
    ['who may take over', `${mqtt}, handOver: all`, '"handOver"'],
    ['the longest', `${mqtt}, longestS: 0`, '"longestS"'],
  ])('a mistake: %s', (_, saw, text) => {
    const result = read(saw);
    expect(result.ok ? [] : result.mistakes.map((one) => one.text)).toContainEqual(
      expect.stringContaining(text),
    );
  });
});

describe('cost codes', () => {
  it('have a name, and teams where they are not for everybody', () => {
    const more = 'costCodes: { research: { name: Research }, acme-1: { name: Acme, teams: [acme, acme] } }\n';
    expect(workshop(mqtt, more).costCodes).toEqual({
      research: { name: 'Research' },
      'acme-1': { name: 'Acme', teams: ['acme'] },
    });
  });

  it.each([
    ['costCodes: { research: {} }', 'lacks "name"'],
    ['costCodes: { Research: { name: R } }', 'cannot be an id'],
    ['costCodes: { r: { name: R, teams: [Über] } }', '"teams"'],
  ])('a mistake: %s', (more, text) => {
    const result = read(mqtt, `${more}\n`);
    expect(result.ok ? [] : result.mistakes.map((one) => one.text)).toContainEqual(
      expect.stringContaining(text),
    );
  });
});
