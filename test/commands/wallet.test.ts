// `pack` and `wallet`: what they ask of a running gateway, what they show, and what is wrong use.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { RunningGateway } from '../../src/commands/boxes.ts';
import { call, fakeBoxes } from './fake-boxes.ts';

function running(status: number, body: unknown) {
  const asked: Parameters<RunningGateway['ask']>[0][] = [];
  const ask: RunningGateway['ask'] = async (question) => {
    asked.push(question);
    return { status, body };
  };
  const boxes = fakeBoxes({ running: async () => ({ url: 'http://127.0.0.1:1', ask }) });
  const dir = mkdtempSync(join(tmpdir(), 'wallet-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const config = join(dir, 'officina.yaml');
  writeFileSync(config, 'space: { name: Officina, timezone: Europe/Rome, currency: EUR, locale: en }\n');
  return { asked, done: (...words: string[]) => call([...words, '--config', config], { boxes }).done };
}

const view = {
  ...{ member: 'k1', currency: 'EUR', digits: 2, wallet: { minor: '1250', heldMinor: '500' } },
  lots: [
    {
      ...{ lot: 'p-1', kind: 'pack', name: 'Twenty hours', pools: ['lasers'], unit: 'hours:lasers' },
      ...{ amount: '72000000', left: '45000000', from: '2026-11-01T00:00:00Z' },
      expires: '2027-03-31T22:00:00Z',
    },
  ],
  uses: [
    {
      ...{ session: 's1', machine: 'laser', pool: 'lasers', from: '2026-11-02T10:00:00Z', minor: '100' },
      parts: [
        {
          ...{ payer: 'member:k1', source: 'allowance:p-1', kind: 'pack', unit: 'hours:lasers' },
          ...{ amount: '360000', minor: '100' },
        },
      ],
    },
  ],
};

describe('wallet', () => {
  it('shows what is left until when, and what paid', async () => {
    const { code, out } = await running(200, view).done('wallet', 'show', 'anna');
    expect([code, out]).toEqual([
      0,
      expect.stringContaining('Wallet: 12.50 EUR, of which 5.00 EUR are held'),
    ]);
    expect(out).toContain('Twenty hours: 12:30 h of 20:00 h left until 2027-04-01 00:00 (lasers)');
    expect(out).toContain('  pack 0:06 h for 1.00 EUR (member:k1)');
  });

  it('tops up in minor units under a key, and tells the key', async () => {
    const gateway = running(200, { posting: 'p', repeated: false, minor: '2500' });
    const { code, out } = await gateway.done('wallet', 'top-up', 'anna', '25.00', '--key', 'k-1');
    expect([code, out]).toEqual([0, 'Topped up: 25.00 EUR; key k-1.\n']);
    const body = { key: 'k-1', kind: 'top-up', minor: '2500', paidBy: 'cash' };
    expect(gateway.asked).toMatchObject([{ path: '/api/wallets/anna/moves', body }]);
  });

  it('says what the gateway refused', async () => {
    const problem = { title: 'There is not so much in the wallet.', detail: 'Pay back less.' };
    const { code, err } = await running(409, problem).done('wallet', 'refund', 'anna', '9');
    expect([code, err]).toEqual([1, expect.stringContaining('There is not so much in the wallet.')]);
  });

  it.each([
    [['wallet', 'top-up', 'anna', '5e3'], '"5e3" is no amount'],
    [['wallet', 'top-up', 'anna', '0'], '"0" is no amount'],
    [['wallet', 'give', 'anna', '5'], '"give" is no deed'],
    [['wallet', 'show', 'Anna Rossi'], 'is no member'],
    [['pack', 'buy'], '"buy" is no deed'],
    [['pack', 'sell', 'ten', 'anna', '--paid', 'shells'], '"shells" is no way to pay'],
  ])('%j is wrong use', async (words, text) => {
    const { code, err } = await running(200, {}).done(...words);
    expect([code, err]).toEqual([2, expect.stringContaining(text)]);
  });
});

describe('pack', () => {
  it('lists what is sold, and sells it', async () => {
    const list = {
      ...{ currency: 'EUR', digits: 2 },
      packs: [
        {
          ...{ pack: 'ten', name: 'Ten hours', ms: 36_000_000, minor: null, pools: null },
          ...{ price: '8000', validDays: 90 },
        },
      ],
    };
    expect((await running(200, list).done('pack', 'list')).out).toBe(
      'ten  Ten hours: 10:00 h in all pools, 90 days, for 80.00 EUR\n',
    );
    const gateway = running(200, { lot: 'p-one', expires: '2027-01-01T00:00:00Z', repeated: false });
    const { out } = await gateway.done('pack', 'sell', 'ten', 'anna', '--paid', 'bank', '--sale', 'one');
    expect(out).toBe('Sold ten to anna; sale one.\n');
    const body = { sale: 'one', member: 'anna', paidBy: 'bank' };
    expect(gateway.asked).toMatchObject([{ path: '/api/packs/ten/sales', body }]);
  });
});
