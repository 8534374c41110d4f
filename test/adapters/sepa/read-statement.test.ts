// Bank statements in two banks' styles, and files that are none: broken, hostile, too long. Nothing is thrown.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStatement } from '../../../src/adapters/sepa/read-statement.ts';
import { matchPayments } from '../../../src/domain/billing/match-payments.ts';
import { outside } from '../../outside.ts';
import { validate } from '../xml-schema.ts';
import { statementOfOne, statementOfOther } from './statements.ts';

const read = (text: string) => readStatement(Buffer.from(text));
const entriesOf = (statement: ReturnType<typeof readStatement>) => (statement.ok ? statement.entries : []);

describe('readStatement', () => {
  it.skipIf(!outside('xmllint'))('is shown a statement that the official schema takes', () => {
    validate('camt.053.001.08', [statementOfOne]);
  });

  it('reads payments apart, with who paid, from where and for what', () => {
    const statement = read(statementOfOne);
    expect(statement).toMatchObject({ ok: true, pending: 1 });
    expect(entriesOf(statement)).toEqual([
      {
        ...{
          id: expect.stringMatching(/^[0-9a-f]{32}$/),
          reference: 'REF/1',
          direction: 'credit',
          amountMinor: 25_890n,
          currency: 'EUR',
          bookedOn: '2026-12-19',
        },
        ...{ remittance: 'Rechnung 2026/0001, danke', endToEndId: null, iban: 'DE89370400440532013000' },
        ...{ name: 'M&S Söhne', isReturn: false },
      },
      expect.objectContaining({
        direction: 'debit',
        amountMinor: 1200n,
        remittance: 'Kontoführung',
        isReturn: false,
      }),
      expect.objectContaining({ direction: 'debit', endToEndId: '2026/0007', isReturn: true }),
    ]);
  });

  it('reads a batch as its payments, prefixes, Latin-1 and five decimals', () => {
    const entries = entriesOf(readStatement(Buffer.from(statementOfOther, 'latin1')));
    expect(entries).toMatchObject([
      { amountMinor: 1050n, endToEndId: '2026/0002', name: 'André', bookedOn: '2026-12-18' },
      { amountMinor: 2000n, remittance: 'FATT 2026/0003 SALDO FATT 2026/00 03 SALDO' },
    ]);
    const invoice = { remittance: 'x', openMinor: 2000n, currency: 'EUR', iban: null, number: '2026/0003' };
    expect(matchPayments(entries, [invoice])[1]).toMatchObject({
      outcome: 'matched',
      reason: 'number-in-text',
    });
  });

  it('keeps a batch whole where its parts do not add up', () => {
    const entries = entriesOf(read(statementOfOther.replace('>20.00<', '>21.00<')));
    expect(entries).toMatchObject([{ amountMinor: 3050n, remittance: '', endToEndId: null }]);
  });

  it.each([
    ['nothing', ''],
    ['no XML', 'IBAN;Amount\n1;2'],
    ['another document', '<Document><CstmrDrctDbtInitn/></Document>'],
    ['a document type', `<!DOCTYPE Document [<!ENTITY a "b">]>${statementOfOne.slice(38)}`],
    ['an entity that grows', `<!DOCTYPE a [<!ENTITY b "${'c'.repeat(1000)}">]><a>&b;</a>`],
    ['a cut', statementOfOne.slice(0, 900)],
    ['depth', '<a>'.repeat(5000) + '</a>'.repeat(5000)],
    ['no currency', statementOfOne.replace(' Ccy="EUR">258.90</Amt><CdtDbtInd>', '>258.90</Amt><CdtDbtInd>')],
    ['a fraction of a cent', statementOfOne.replace('>258.90<', '>258.901<')],
    ['a day that is none', statementOfOne.replace('<BookgDt><Dt>2026-12-19', '<BookgDt><Dt>2026-13-19')],
    [
      'neither side',
      statementOfOne.replace('<CdtDbtInd>CRDT</CdtDbtInd><Sts>', '<CdtDbtInd>BOTH</CdtDbtInd><Sts>'),
    ],
  ])('inv. 11: refuses %s with a reason', (_, text) => {
    expect(read(text)).toMatchObject({
      ok: false,
      code: 'statement-unfit',
      reason: expect.stringMatching(/\w{3}/),
    });
  });

  it('inv. 11: refuses more than ten MiB unread', () => {
    const beganMs = performance.now();
    expect(readStatement(new Uint8Array(11 * 1024 * 1024))).toMatchObject({ ok: false });
    expect(performance.now() - beganMs).toBeLessThan(500);
  });

  it('inv. 11: a word of the language itself is only a word', () => {
    const text =
      '<Document><BkToCstmrStmt><Stmt><__proto__><constructor/></__proto__></Stmt></BkToCstmrStmt></Document>';
    expect(() => read(text)).not.toThrow();
    expect(Object.hasOwn(Object.prototype, 'children')).toBe(false);
  });

  it('inv. 11: never throws, however a statement is mutated', () => {
    const pieces = [
      '<',
      '>',
      '&',
      '"',
      '</',
      '<Ntry>',
      '&#0;',
      '&#xD800;',
      '\u0000',
      '9'.repeat(30),
      '<![CDATA[',
      '-->',
      '<?x?>',
    ];
    const change = fc.record({ at: fc.nat(), cut: fc.nat(40), put: fc.constantFrom('', ...pieces) });
    fc.assert(
      fc.property(
        fc.constantFrom<string>(statementOfOne, statementOfOther),
        fc.array(change, { maxLength: 6 }),
        (text, changes) => {
          const mutated = changes.reduce((now, { at, cut, put }) => {
            const place = at % (now.length + 1);
            return now.slice(0, place) + put + now.slice(place + cut);
          }, text);
          const statement = read(mutated);
          for (const entry of entriesOf(statement)) {
            expect(entry.amountMinor >= 0n).toBe(true);
            expect(entry.remittance).not.toMatch(/\p{Cc}/u);
          }
        },
      ),
      { numRuns: 600 },
    );
  }, 30_000);
});
