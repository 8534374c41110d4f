// `statement` in its three formats, and `verify`.

import { describe, expect, it } from 'vitest';
import { csvLines } from '../../src/adapters/csv/csv-lines.ts';
import { statementCsv } from '../../src/commands/statement-csv.ts';
import { statementText } from '../../src/commands/statement-text.ts';
import { toDecimal } from '../../src/commands/to-decimal.ts';
import { call, fakeBoxes, november } from './fake-boxes.ts';
import { entered, useSession, withdrawn } from './usage-outcomes.ts';

const yesEntered = { by: 'Eva', at: '2026-11-21T09:12:00.000Z', why: 'gateway-away' } as const;

const statement = (...more: string[]) => call(['statement', '--month', '2026-11', ...more]).done;

describe('statement', () => {
  it('is a table for people, in the time zone of the space', async () => {
    const { code, out } = await statement();
    expect(code).toBe(0);
    expect(out).toBe(`Officina, 2026-11

=cmd|calc (acme): 14.42 EUR
  from              to                machine               clock       billed  unseen  per hour  amount
  2026-11-03 14:02  2026-11-03 15:14  Laser, the "big" one  operating  1:12:05       -     12.00   14.42

Bo: -0.05 EUR

Total: 14.37 EUR
Still running: 1; they stand on the statement of the month they end in.
`);
  });

  it('inv. 11: as CSV it is one line per session and no cell is a formula', async () => {
    const { out } = await statement('--format', 'csv');
    const lines = out.trimEnd().split('\r\n');
    expect(lines).toEqual([
      'line,month,member,name,team,session,machine,machine_name,pool,from,to,clock,billed_ms,gap_ms,per_hour,amount,currency,entered_by,entered_at,entered_why,note,withdrawn_by,withdrawn_at,withdrawn_why,energy_kwh,energy_how,energy_unmeasured_ms,cost_code,tariff,components,material,material_amount,corrected_by,corrected_at,corrected_why',
      `session,2026-11,key-ada,'=cmd|calc,acme,01j0000000000000000000000a,laser,"Laser, the ""big"" one",lasers,2026-11-03T13:02:00Z,2026-11-03T14:14:05Z,operating,4325000,0,12.00,14.42,EUR,,,,,,,,,,,,,,,,,,`,
      `account,2026-11,key-ada,'=cmd|calc,acme,,,,,,,,,,,14.42,EUR,,,,,,,,,,,,,,,,,,`,
      'account,2026-11,key-bo,Bo,,,,,,,,,,,,-0.05,EUR,,,,,,,,,,,,,,,,,,',
      'total,2026-11,,,,,,,,,,,,,,14.37,EUR,,,,,,,,,,,,,,,,,,',
    ]);
  });

  it.each(['=1', '+1', '-1', '@a', '\t=1', '\r=1', ' =1', '|a', '＝1'])(
    'inv. 11: guards a name like %j',
    (name) => {
      const [account] = november.accounts;
      if (!account) throw new Error('no account');
      const csv = statementCsv({ ...november, accounts: [{ ...account, name }] }, csvLines);
      expect(csv).toContain(`'${name}`);
      expect(csv).not.toContain(`,${name}`);
    },
  );

  it('marks what was entered by hand and what was withdrawn, as text and as CSV', async () => {
    const [account] = november.accounts;
    if (!account) throw new Error('no account');
    const evil = { ...entered(false).line, entered: { ...yesEntered, by: '=Eva', note: '+1, "so"' } };
    const lines = [evil, withdrawn(false).line];
    const marked = { ...november, accounts: [{ ...account, lines }] };
    const text = statementText(marked, 'Europe/Rome').split('\n');
    expect(text.slice(4, 8)).toEqual([
      '  2026-11-20 18:00  2026-11-20 19:30  Laser    operating   1:30:00       -     12.00   18.00',
      `    entered by =Eva on 2026-11-21 10:12: the gateway was away ("+1, "so""); session ${useSession}`,
      '  2026-11-20 18:00  2026-11-20 19:30  Laser    operating  -1:30:00       -     12.00  -18.00',
      `    withdrawn by console on 2026-11-22 09:00: it was a mistake; session ${useSession}`,
    ]);
    const [, one, back] = statementCsv(marked, csvLines).split('\r\n');
    expect(one).toMatch(
      /,18\.00,EUR,'=Eva,2026-11-21T09:12:00\.000Z,gateway-away,"'\+1, ""so""",,,,,,,,,,,,,,$/,
    );
    expect(back).toMatch(
      /,-5400000,0,12\.00,-18\.00,EUR,Eva,.*,console,2026-11-22T08:00:00\.000Z,mistake,,,,,,,,,,,$/,
    );
  });

  it.each([
    [{ mwh: 412_345, how: 'metered', unmeasuredMs: 0 }, '0.412 kWh', null, '0.412345,metered,0'],
    [{ mwh: 200, how: 'metered', unmeasuredMs: 0 }, 'under 0.001 kWh', null, '0.000200,metered,0'],
    [{ mwh: 0, how: 'metered', unmeasuredMs: 0 }, '0.000 kWh', null, '0.000000,metered,0'],
    [
      { mwh: 412_345, how: 'estimated', unmeasuredMs: 0 },
      'about 0.4 kWh',
      'energy estimated',
      '0.412345,estimated,0',
    ],
    [
      { mwh: 41_234, how: 'partly', unmeasuredMs: 150_000 },
      'about 0.04 kWh',
      'energy partly estimated, 3 min not measured',
      '0.041234,partly,150000',
    ],
    [{ mwh: null, how: 'unmeasured', unmeasuredMs: 9 }, 'not measured', null, ',unmeasured,9'],
  ] as const)('inv. 7: says what was drawn, and how well that is known: %j', (energy, text, note, csv) => {
    const [account] = november.accounts;
    const [line] = account?.lines ?? [];
    if (!account || !line) throw new Error('no line');
    const measured = { ...november, accounts: [{ ...account, lines: [{ ...line, energy }, line] }] };
    const rows = statementText(measured, 'Europe/Rome').split('\n').slice(3);
    expect(rows[0]).toMatch(/ energy$/);
    expect(rows[1]?.endsWith(`  ${text}`)).toBe(true);
    expect(rows[2]?.trim() === note).toBe(note !== null);
    // Without a meter there is nothing to say.
    expect(rows[note === null ? 2 : 3]).toMatch(/ -$/);
    expect(statementCsv(measured, csvLines).split('\r\n')[1]?.endsWith(`,${csv},,,,,,,,`)).toBe(true);
  });

  it('names the cost code of a line, as text and at the end of its CSV', () => {
    const [account] = november.accounts;
    const [line] = account?.lines ?? [];
    if (!account || !line) throw new Error('no line');
    const charged = { ...line, machineName: 'Laser', costCode: 'research' };
    const some = { ...november, accounts: [{ ...account, lines: [charged] }] };
    expect(statementText(some, 'Europe/Rome')).toContain('  Laser (research)  ');
    expect(statementCsv(some, csvLines).split('\r\n')[1]?.endsWith(',research,,,,,,,')).toBe(true);
  });

  it('as JSON it is the statement itself', async () => {
    expect(JSON.parse((await statement('--format', 'json')).out)).toEqual(november);
  });

  it('of one member has the totals of that member', async () => {
    const one = JSON.parse((await statement('--format', 'json', '--member', 'ada')).out);
    expect(one).toMatchObject({ minor: '1442', accounts: [{ member: 'key-ada' }] });
    expect(await statement('--member', 'nobody')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('"nobody"'),
    });
  });

  it.each([
    [['--month', '2026-13']],
    [['--month', 'may']],
    [[]],
    [['--month', '2026-11', '--format', 'pdf']],
  ])('%j is wrong use', async (args) => {
    expect((await call(['statement', ...args]).done).code).toBe(2);
  });

  it.each([
    ['1250', 2, '12.50'],
    ['-5', 2, '-0.05'],
    ['0', 2, '0.00'],
    ['1250', 0, '1250'],
    ['90071992547409931', 3, '90071992547409.931'],
  ])('%s with %d digits is %s', (minor, digits, text) => {
    expect(toDecimal(minor, digits)).toBe(text);
  });
});

describe('verify', () => {
  it('says that the journal is whole', async () => {
    expect(await call(['verify']).done).toEqual({
      code: 0,
      out: 'The journal is whole: 2 entries, head abc.\n',
      err: '',
    });
  });

  it('names the first bad entry', async () => {
    const boxes = fakeBoxes({
      verify: async () => ({ ok: false, seq: 17, reason: 'its hash does not fit.' }),
    });
    const { code, err } = await call(['verify'], { boxes }).done;
    expect(code).toBe(1);
    expect(err).toContain('Entry 17 of the journal is not as it was written: its hash does not fit.');
  });

  it('shows progress on a terminal only, and clears it', async () => {
    const { err } = await call(['verify'], { isTTY: true }).done;
    expect(err).toBe(`\r50 % of 2 entries\r${' '.repeat(17)}\r`);
  });
});
