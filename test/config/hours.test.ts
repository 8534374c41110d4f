// When and where, in the file: hours, quiet hours, how many people, and readers at the entrance; each mistake with its place.

import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';

const read = ({ space = '', machine = '', more = '' }: { space?: string; machine?: string; more?: string }) =>
  readConfig({
    file: 'officina.yaml',
    text: `space:
  name: Officina
  timezone: Europe/Rome
  currency: EUR
${space}
machines:
  saw: { name: Saw, pool: saws, reader: hall${machine} }
readers:
  hall: { kind: native, password: hall-password-1 }
  door: { kind: native, password: door-password-1, entrance: true }
  exit: { kind: native, password: exit-password-1, entrance: out }
${more}`,
    env: {},
    flags: {},
  });
const workshopOf = (parts: Parameters<typeof read>[0]) => {
  const result = read(parts);
  if (!result.ok) throw new Error(JSON.stringify(result.mistakes));
  return result.config.workshop;
};
const mistakesOf = (parts: Parameters<typeof read>[0]) => {
  const result = read(parts);
  return result.ok ? [] : result.mistakes.map(({ line, text }) => ({ line, text }));
};

describe('hours', () => {
  it('are read with days as people write them', () => {
    const { space } = workshopOf({
      space: `  hours:
    open: [{ days: mo-we, from: "09:00", to: "18:00" }, { days: "sa-mo, th", from: "20:00", to: "02:00" }]
    closed: [2026-12-25]
  quiet: [{ days: mo-su, from: "22:00", to: "24:00" }]
  capacity: 12`,
    });
    expect(space).toMatchObject({
      hours: {
        open: [
          { days: ['mo', 'tu', 'we'], from: '09:00', to: '18:00' },
          { days: ['mo', 'th', 'sa', 'su'], from: '20:00', to: '02:00' },
        ],
        closed: ['2026-12-25'],
      },
      quiet: [{ days: ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'], from: '22:00', to: '24:00' }],
      capacity: 12,
    });
  });

  it('leave nothing behind where the file says nothing: older journals stay as they are', () => {
    const { space, machines, readers } = workshopOf({ machine: ', people: 1, noisy: false' });
    expect(Object.keys(space).sort()).toEqual(['currency', 'locale', 'name', 'timezone']);
    for (const key of ['hours', 'noisy', 'people']) expect(machines.saw).not.toHaveProperty(key);
    expect(readers).toMatchObject({
      hall: { kind: 'native' },
      door: { entrance: 'both' },
      exit: { entrance: 'out' },
    });
    expect(readers.hall).not.toHaveProperty('entrance');
  });

  it('of a machine, with people and noise', () => {
    const machine = ', people: 2, noisy: true, hours: { open: [{ days: fr, from: "09:00", to: "12:00" }] }';
    expect(workshopOf({ machine }).machines.saw).toMatchObject({
      people: 2,
      noisy: true,
      hours: { open: [{ days: ['fr'], from: '09:00', to: '12:00' }], closed: [] },
    });
  });

  it.each([
    ['  quiet: [{ days: mo-xx, from: "22:00", to: "06:00" }]', 5, '"days" of space.quiet[1] must be made of'],
    [
      '  quiet: [{ days: mo, from: "24:00", to: "06:00" }]',
      5,
      '"from" of space.quiet[1] must be before 24:00',
    ],
    ['  quiet: [{ days: mo, from: 22.5, to: "06:00" }]', 5, '"from" of space.quiet[1] must be a time'],
    ['  quiet: [{ days: mo, from: "22:00" }]', 5, 'space.quiet[1] lacks "to"'],
    ['  quiet: nights', 5, 'space.quiet must be a list'],
    ['  hours: { closed: [2026-12-25] }', 5, 'space.hours lacks "open"'],
    [
      '  hours: { open: [{ days: mo, from: "09:00", to: "18:00" }], closed: [2026-02-30] }',
      5,
      'must hold days such as',
    ],
    ['  hours: { open: [] }', 5, 'must be a list of at least one span'],
    ['  capacity: 0', 5, '"capacity" of space must be a whole number'],
  ])('%s is a mistake', (space, line, text) => {
    expect(mistakesOf({ space })).toMatchObject([{ line, text: expect.stringContaining(text) }]);
  });
});

describe('an entrance', () => {
  it('is needed where people are counted', () => {
    const result = readConfig({
      file: 'officina.yaml',
      text: 'space: { name: Officina, timezone: Europe/Rome, currency: EUR, capacity: 3 }\n',
      env: {},
      flags: {},
    });
    expect(!result.ok && result.mistakes.map(({ text }) => text)).toEqual([
      '"capacity" of space needs a reader with "entrance: true"; otherwise nobody counts.',
    ]);
  });

  it('opens no machine', () => {
    const result = readConfig({
      file: 'officina.yaml',
      text: `space: { name: Officina, timezone: Europe/Rome, currency: EUR }
machines:
  saw: { name: Saw, pool: saws, reader: door }
readers:
  door: { kind: native, password: door-password-1, entrance: true }
`,
      env: {},
      flags: {},
    });
    expect(!result.ok && result.mistakes[0]?.text).toContain('which hangs at the entrance');
  });
});
