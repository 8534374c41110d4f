// What is left, packs and wallets over HTTP: shapes, one's own and that of others, and refusals with their codes.

import { describe, expect, it } from 'vitest';
import { AllowancesView, PackList, SaleDone, WalletDone } from '../../src/contract/allowances.ts';
import type { AllowancesTold } from '../../src/gateway/gateway.ts';
import { startMs } from '../fakes/fake-gateway.ts';
import { expectProblem, expectShape, openApi } from './open-api.ts';

const told: AllowancesTold = {
  ...{ member: 'key-ada', currency: 'EUR', digits: 2, wallet: { minor: 500n, heldMinor: 100n } },
  lots: [
    {
      ...{ lot: 'p-1', kind: 'pack', name: 'Ten hours', pools: ['lasers'], unit: 'hours:lasers' },
      ...{ amount: 36_000_000n, left: 45_000n, fromMs: startMs, expiresMs: startMs + 1 },
    },
  ],
  uses: [
    {
      ...{ session: 's1', machine: 'laser', pool: 'lasers', fromMs: startMs, minor: 100n },
      parts: [
        {
          ...{ payer: 'member:key-ada', source: 'allowance:p-1', kind: 'pack', unit: 'hours:lasers' },
          ...{ amount: 360_000n, minor: 100n },
        },
      ],
    },
  ],
};

const opened = () =>
  openApi({
    prepare: (gateway) => {
      gateway.nextAllowances = told;
    },
  });

describe('what is left', () => {
  it('is told to the member, with what paid for each use', async () => {
    const { as } = await opened();
    const answer = await (await as('ada'))({ url: '/api/allowances' });
    expect(answer.statusCode, answer.body).toBe(200);
    expectShape(AllowancesView, answer.json());
    expect(answer.json()).toMatchObject({
      wallet: { minor: '500', heldMinor: '100' },
      lots: [{ left: '45000', expires: new Date(startMs + 1).toISOString() }],
      uses: [{ parts: [{ amount: '360000', minor: '100' }] }],
    });
  });

  it('of others is for those who may see members', async () => {
    const { as } = await opened();
    const url = '/api/allowances?member=key-bo';
    expectProblem(await (await as('ada'))({ url }), 403, 'scope-missing');
    expect((await (await as('tom'))({ url })).statusCode).toBe(200);
  });

  it('lists the packs', async () => {
    const { as } = await opened();
    const answer = await (await as('ada'))({ url: '/api/packs' });
    expectShape(PackList, answer.json());
  });
});

describe('the desk', () => {
  const sale = { sale: 'one', member: 'bo', paidBy: 'cash' };

  it('sells a pack, in the name of who asks', async () => {
    const { as, gateway } = await opened();
    const ask = await as('tom');
    const answer = await ask({ method: 'POST', url: '/api/packs/ten/sales', payload: sale });
    expectShape(SaleDone, answer.json());
    expect(gateway.asked.at(-1)).toMatchObject({ verb: 'sellPack', with: { ...sale, pack: 'ten' } });
  });

  it('refuses with the code of the gateway', async () => {
    const { as, gateway } = await opened();
    gateway.nextSale = { ok: false, code: 'sale-repeated', about: 'one' };
    gateway.nextWallet = { ok: false, code: 'account-short', about: 'wallet:key-bo' };
    gateway.nextPayers = { ok: false, code: 'charge-unknown', about: 's1' };
    const ask = await as('tom');
    const sold = await ask({ method: 'POST', url: '/api/packs/ten/sales', payload: sale });
    expectProblem(sold, 409, 'sale-repeated');
    const move = { key: 'one', kind: 'refund', minor: '500', paidBy: 'cash' };
    const moved = await ask({ method: 'POST', url: '/api/wallets/bo/moves', payload: move });
    expectProblem(moved, 409, 'account-short');
    const payload = { payers: [{ payer: 'member:key-bo', parts: 1 }] };
    expectProblem(
      await ask({ method: 'PUT', url: '/api/charges/s1/payers', payload }),
      404,
      'charge-unknown',
    );
  });

  it('tops a wallet up, and says what is in it', async () => {
    const { as } = await opened();
    const payload = { key: 'one', kind: 'top-up', minor: '500', paidBy: 'bank' };
    const answer = await (await as('tom'))({ method: 'POST', url: '/api/wallets/bo/moves', payload });
    expectShape(WalletDone, answer.json());
  });

  it.each(['0', '-5', '1.5', '99999999999', '5e3'])('inv. 11: refuses the amount %s', async (minor) => {
    const { as } = await opened();
    const payload = { key: 'one', kind: 'top-up', minor, paidBy: 'bank' };
    const answer = await (await as('tom'))({ method: 'POST', url: '/api/wallets/bo/moves', payload });
    expectProblem(answer, 400, 'request-invalid');
  });
});
