// What the file says of packs, included hours, budgets and payers, and what it cannot say.

import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';
import { smallWorkshop } from './small-workshop.ts';

const read = (more: string) =>
  readConfig({ file: 'officina.yaml', text: `${smallWorkshop}${more}`, env: {}, flags: {} });

const workshopOf = (more: string) => {
  const result = read(more);
  if (!result.ok) throw new Error(JSON.stringify(result.mistakes));
  return result.config.workshop;
};

describe('paying', () => {
  it('is left out of a workshop whose file says nothing of it', () => {
    expect(workshopOf('')).not.toHaveProperty('paying');
    expect(workshopOf('costCodes: { horizon: { name: Horizon } }')).not.toHaveProperty('paying');
  });

  it('is read with packs, plans, budgets and shared payers', () => {
    const { paying, plans, costCodes } = workshopOf(`
plans:
  maker: { name: Maker, included: { hours: 1.5, pools: [lasers], carryMonths: 1 }, prepaid: true }
packs:
  ten: { name: Ten hours, hours: 10, pools: [lasers], price: "80.00", validDays: 90 }
  credit: { name: Credit, amount: 20, price: 18, validDays: 30 }
costCodes:
  horizon: { name: Horizon, budget: "5000.00" }
  half: { name: Half, payers: [{ payer: member, parts: 1 }, { payer: horizon, parts: 1 }] }
paying: { consume: [pack, plan, invoice], hold: "10.00", belowZero: "5.00", lessons: trainer }
`);
    expect(plans?.maker).toEqual({
      name: 'Maker',
      included: { ms: 5_400_000, pools: ['lasers'], carryMonths: 1 },
      prepaid: true,
    });
    expect(paying).toEqual({
      consume: ['pack', 'plan', 'invoice'],
      packs: {
        ten: { name: 'Ten hours', ms: 36_000_000, pools: ['lasers'], priceMinor: '8000', validDays: 90 },
        credit: { name: 'Credit', minor: '2000', priceMinor: '1800', validDays: 30 },
      },
      holdMinor: '1000',
      belowZeroMinor: '500',
      lessons: 'trainer',
    });
    expect(costCodes?.horizon?.budgetMinor).toBe('500000');
    expect(costCodes?.half?.payers).toHaveLength(2);
  });

  it.each([
    ['packs: { a: { name: A, price: "1.00", validDays: 3 } }', 'must hold "hours" or "amount"'],
    [
      'packs: { a: { name: A, hours: 1, amount: 2, price: 1, validDays: 3 } }',
      'must hold "hours" or "amount"',
    ],
    ['packs: { a: { name: A, hours: 1, price: "-1", validDays: 3 } }', '"price" of packs.a must be a price'],
    ['packs: { a: { name: A, hours: 1, pools: [laser], price: 1, validDays: 3 } }', 'names the pool "laser"'],
    ['packs: { a: { name: A, hours: 1, price: 1, validDays: 0 } }', '"validDays" of packs.a must be'],
    ['paying: { consume: [gift] }', 'consume'],
    ['paying: { lessons: nobody }', '"lessons" of paying cannot be'],
    ['costCodes: { a: { name: A, payers: [] } }', 'must be a list of 1 to 20 payers'],
    ['costCodes: { a: { name: A, payers: [{ payer: b, parts: 1 }] } }', 'is paid by "b"'],
    ['costCodes: { a: { name: A, payers: [{ payer: a, parts: 1 }] } }', 'is paid by "a"'],
    ['plans: { a: { name: A, included: { hours: 0 } } }', '"hours" of plans.a.included must be'],
  ])('refuses %s', (more, text) => {
    const result = read(more);
    expect(result.ok ? [] : result.mistakes.map((one) => one.text).join('\n')).toContain(text);
  });
});
