// `officina books`: what it asks the gateway, what it prints, and how it says no.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { RunningGateway } from '../../src/commands/boxes.ts';
import { call, fakeBoxes } from './fake-boxes.ts';

type Asked = { readonly method: string; readonly path: string; readonly body?: unknown };

async function books(
  words: readonly string[],
  answers: (asked: Asked) => { status?: number; body: unknown },
) {
  const asked: Asked[] = [];
  const running: RunningGateway = {
    url: 'http://localhost:1',
    ask: async ({ method, path, body }) => {
      const one = { method, path, ...(body === undefined ? {} : { body }) };
      asked.push(one);
      return { status: 200, ...answers(one) };
    },
  };
  const boxes = fakeBoxes({ running: async () => running });
  return { asked, ...(await call(['books', ...words], { boxes }).done) };
}

const nothing = () => ({ body: {} });

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'books-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

describe('officina books', () => {
  it('prints drafts with what to look at', async () => {
    const draft = {
      ...{ name: 'Ada\u0007', payer: 'member:a', grossMinor: '1220' },
      warnings: [{ code: 'gap', sessions: ['s1'] }],
      lines: [{ text: 'Laser', quantity: '1', unit: 'HUR', netMinor: '1000', fromDay: 'a', toDay: 'b' }],
    };
    const body = { currency: 'EUR', mayFinalise: true, drafts: [draft] };
    const { code, out } = await books(['review', '2026-10'], () => ({ body }));
    expect(code).toBe(0);
    expect(out).toContain('Ada  (member:a): 12.20 EUR');
    expect(out).toContain('Laser: 1 HUR, 10.00 EUR');
    expect(out).toContain('! a part was not seen, and is not billed (s1)');
  });

  it('counts on a terminal while the gateway works, and clears the line', async () => {
    let done: (answer: { status: number; body: unknown }) => void = () => undefined;
    const finalised = new Promise<{ status: number; body: unknown }>((resolve) => {
      done = resolve;
    });
    const running: RunningGateway = {
      url: 'http://localhost:1',
      async ask({ path }) {
        if (path === '/api/books/finalise') return finalised;
        // Asked a second time, so that the first count was shown.
        if (asked++ > 0) done({ status: 200, body: { issued: [], stayed: [] } });
        return { status: 200, body: { month: '2026-10', step: 'issuing', done: 3, total: 7 } };
      },
    };
    let asked = 0;
    const boxes = fakeBoxes({ running: async () => running });
    const { code, err } = await call(['books', 'finalise', '2026-10'], { boxes, isTTY: true }).done;
    expect(code).toBe(0);
    expect(err).toBe(`\rissuing invoices: 3 of 7\r${' '.repeat(24)}\r`);
  });

  it('finalises as a dry run by the same route', async () => {
    const body = {
      issued: [{ name: 'Ada', number: null, grossMinor: '1220' }],
      stayed: [{ name: 'Bo', why: 'address-missing' }],
    };
    const { asked, out } = await books(['finalise', '2026-10', '--dry-run'], () => ({ body }));
    expect(asked).toEqual([
      { method: 'POST', path: '/api/books/finalise', body: { month: '2026-10', payer: null, dryRun: true } },
    ]);
    expect(out).toContain('would be issued  Ada  12.20 EUR');
    expect(out).toContain('not issued  Bo: no address');
  });

  it('writes the files of a month into a folder, and takes no name that leads out of it', async () => {
    const out = folder();
    const row = { invoice: 'i1', number: '2026-0001', issuedOn: '2026-11-06' };
    const other = { ...row, issuedOn: '2026-10-06' };
    let name = '2026-0001.json';
    const answers = ({ path }: Asked) =>
      path.includes('/file?')
        ? { body: { name, base64: Buffer.from('bytes').toString('base64') } }
        : { body: { invoices: [row, other], formats: ['json'] } };
    expect((await books(['send', '2026-11', '--out', out], answers)).out).toContain('1 file in');
    expect(readFileSync(join(out, name), 'utf8')).toBe('bytes');
    name = '../../evil';
    expect((await books(['send', '2026-11', '--out', out], answers)).code).toBe(1);
  });

  it('records a payment in whole minor units', async () => {
    const words = ['pay', '2026-0001', '--amount', '12.20', '--day', '2026-12-03', '--reference', 'b-1'];
    const { asked, out } = await books(words, () => ({ body: { openMinor: '0' } }));
    expect(asked[0]?.body).toEqual({
      ...{
        invoice: '2026-0001',
        payer: null,
        minor: '1220',
        day: '2026-12-03',
        how: 'bank',
        reference: 'b-1',
      },
    });
    expect(out).toContain('nothing of it is open');
    expect((await books(['pay', '2026-0001', '--amount', '1,5', '--day', '2026-12-03'], nothing)).code).toBe(
      2,
    );
  });

  it('writes addresses from a file, and names the line that is wrong', async () => {
    const file = join(folder(), 'addresses.csv');
    writeFileSync(
      file,
      'payer,name,street,zip,city,country\nada,Ada,Via 1,40100,Bologna,IT\nteam:acme,Acme,Via 2,1,Roma,IT\n',
    );
    const { asked, out } = await books(['address', file], nothing);
    expect(asked.map(({ path }) => path)).toEqual(['/api/books/buyers/ada', '/api/books/buyers/team%3Aacme']);
    expect(out).toContain('2 addresses');
    writeFileSync(file, 'payer,name,street,zip,city,country\nA b,Ada,Via 1,40100,Bologna,IT\n');
    expect((await books(['address', file], nothing)).err).toContain('Line 2: "A b" is no payer');
    const problem = () => ({
      status: 422,
      body: { title: 'This address cannot be printed.', about: 'name' },
    });
    writeFileSync(file, 'payer,name,street,zip,city,country\nada,Ada,Via 1,40100,Bologna,IT\n');
    expect((await books(['address', file], problem)).err).toContain('Line 2: The gateway refused');
  });

  it.each([[['bake', '2026-10']], [['draft']], [['remind', 'x']], [['send', '2026-10']]])(
    '%j is wrong use',
    async (words) => {
      expect((await books(words, nothing)).code).toBe(2);
    },
  );

  it('needs a running gateway, and has help with an example', async () => {
    expect((await call(['books', 'draft', '2026-10']).done).err).toContain('No gateway runs');
    expect((await call(['books', '--help']).done).out).toContain('officina books finalise 2026-11 --dry-run');
  });
});
