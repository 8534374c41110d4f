// What the file says of certificates, plans and pools; every mistake in its place, and a file from before describes the same.

import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';
import { smallWorkshop } from './small-workshop.ts';

const read = (more: string) =>
  readConfig({ file: 'officina.yaml', text: `${smallWorkshop}${more}`, env: {}, flags: {} });

function workshopOf(more: string) {
  const outcome = read(more);
  if (!outcome.ok) throw new Error(outcome.mistakes.map(({ text }) => text).join('\n'));
  return outcome.config.workshop;
}

describe('a right file', () => {
  it('that says nothing describes the workshop as it always did', () => {
    const workshop = workshopOf('');
    expect(workshop).not.toHaveProperty('certificates');
    expect(workshop).not.toHaveProperty('plans');
  });

  it('says what certificates build on, when they lapse and how they are learnt', () => {
    const { certificates } = workshopOf(`
certificates:
  safety: { name: Safety }
  laser-basic: { name: Laser, needs: [safety, safety], unusedDays: 180, supervised: { sessions: 5 } }
  lathe: { name: Lathe, supervised: {} }
`);
    expect(certificates).toEqual({
      safety: { name: 'Safety' },
      'laser-basic': { name: 'Laser', needs: ['safety'], unusedDays: 180, supervised: { sessions: 5 } },
      lathe: { name: 'Lathe', supervised: {} },
    });
  });

  it('gives a machine what its pool asks for, and what it asks for itself', () => {
    const { machines } = workshopOf('pools: { lasers: { requires: [safety, laser-basic] } }\n');
    expect(machines.laser?.requires).toEqual(['safety', 'laser-basic']);
  });

  it.each([
    ['mo-fr', ['mo', 'tu', 'we', 'th', 'fr']],
    ['fr-mo', ['mo', 'fr', 'sa', 'su']],
    ['sa, su', ['sa', 'su']],
    ['we', ['we']],
    ['mo-su', ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su']],
  ])('reads the days %s', (written, days) => {
    const { plans } = workshopOf(
      `plans: { p: { name: P, hours: [{ days: "${written}", from: '18:00', to: '24:00' }] }, q: { name: Q } }\n`,
    );
    expect(plans).toEqual({
      p: { name: 'P', hours: [{ days, from: '18:00', to: '24:00' }] },
      q: { name: 'Q' },
    });
  });

  it('is warned of a certificate that is described nowhere', () => {
    const outcome = read('certificates: { laser-basik: { name: Laser } }\n');
    expect(outcome.ok && outcome.warnings.map(({ text }) => text).join()).toContain('laser-basik');
  });
});

describe('a wrong file', () => {
  it.each([
    ['certificates: { a: { name: A, needs: [b] }, b: { name: B, needs: [a] } }', 'builds on itself'],
    ['certificates: { a: { name: A, needs: [a] } }', 'builds on itself'],
    ['certificates: { a: { name: A, unusedDays: 0 } }', 'whole number of days'],
    ['certificates: { a: { name: A, supervised: { sessions: 0 } } }', 'whole number of sessions'],
    ['certificates: { a: { name: A, supervised: yes } }', 'must be a group of keys'],
    ['certificates: { A: { name: A } }', 'cannot be an id'],
    ['certificates: { a: {} }', 'lacks "name"'],
    ['plans: { p: { name: P, hours: [] } }', 'must be a list of at least one span'],
    [
      "plans: { p: { name: P, hours: [{ days: mo-xx, from: '18:00', to: '22:00' }] } }",
      '"days" of plans.p.hours[1]',
    ],
    [
      "plans: { p: { name: P, hours: [{ days: mo, from: '24:00', to: '22:00' }] } }",
      '"from" of plans.p.hours[1]',
    ],
    ["plans: { p: { name: P, hours: [{ days: mo, from: '18:00' }] } }", 'lacks "to"'],
    ['pools: { laser: { requires: [a] } }', 'the pool of no machine; did you mean "lasers"?'],
  ])('%s', (more, sentence) => {
    const outcome = read(`${more}\n`);
    const said = outcome.ok ? [] : outcome.mistakes;
    expect(said.map(({ text }) => text).join('\n')).toContain(sentence);
    expect(said.every(({ line }) => line !== null)).toBe(true);
  });
});
