// The report to a funder at a whole gateway: its totals are those of the statement and of the charges, its evidence is in the
// journal, and what is written down later changes nothing about it.

import { expect, it } from 'vitest';
import { csvLines } from '../../src/adapters/csv/csv-lines.ts';
import { readReport, reportCsv, reportJson, reportPage } from '../../src/commands/report-texts.ts';
import { projectReport } from '../../src/gateway/project-report.ts';
import { readStatement } from '../../src/gateway/read-statement.ts';
import { openWorld, type World } from '../fakes/fake-world.ts';
import { sampleBadges, sampleWorkshop } from '../fakes/sample-workshop.ts';

const costCodes = { research: { name: '=Research & <more>' } };

async function use(world: World, { badge, costCode }: { badge: string; costCode: string | null }) {
  await world.tap({ reader: 'front', badge });
  await world.advance(1_000);
  if (costCode !== null) {
    const by = world.gateway.state().sessions.get('laser')?.member ?? '';
    expect(await world.gateway.changeSession({ machine: 'laser', by, costCode })).toMatchObject({ ok: true });
  }
  world.report('laser', 'running');
  await world.advance(360_000);
  world.report('laser', 'idle');
  await world.tap({ reader: 'front', badge });
  await world.advance(10_000);
}

async function worked() {
  const world = await openWorld({ workshop: { ...sampleWorkshop, costCodes } });
  await use(world, { badge: sampleBadges.anna, costCode: 'research' });
  await use(world, { badge: sampleBadges.anna, costCode: null });
  const month = new Date(world.clock.wallMs()).toISOString().slice(0, 7);
  const report = async (throughSeq?: number) => {
    const wish = { costCode: 'research', from: month, to: month };
    const made = await projectReport(world, { ...wish, ...(throughSeq === undefined ? {} : { throughSeq }) });
    if (!made) throw new Error('this is a span');
    return made;
  };
  return { world, month, report };
}

const always = { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER };

async function totals(world: World, month: string) {
  const { accounts } = await readStatement(world.journal, month);
  const own = accounts.flatMap(({ lines }) => lines).filter(({ costCode }) => costCode === 'research');
  const entries = await world.journal.query({ types: ['charge-made', 'charge-corrected'], ...always });
  const charged = entries
    .flatMap((entry) =>
      entry.type === 'charge-made' || entry.type === 'charge-corrected' ? entry.data.lines : [],
    )
    .filter(({ costCode }) => costCode === 'research');
  const sum = (parts: readonly { readonly minor: string }[]): string =>
    parts.reduce((total, { minor }) => total + BigInt(minor), 0n).toString();
  return { stated: sum(own), charged: sum(charged) };
}

it('inv. 5: its totals are those of the statement and of the charges, also after a dispute', async () => {
  const { world, month, report } = await worked();
  const before = await report();
  expect(before.rows).toMatchObject([
    { pool: 'lasers', hours: { operatingMs: 360_000 }, all: { operatingMs: 720_000 }, minor: '100' },
  ]);
  expect(await totals(world, month)).toEqual({ stated: before.minor, charged: before.minor });
  const [made] = await world.journal.query({ types: ['charge-made'], ...always });
  if (made?.type !== 'charge-made') throw new Error('nothing was charged');
  const { session: charge, member: by } = made.data;
  const opened = await world.gateway.disputes.open({ charge, by, text: 'Too much.' });
  if (!opened.ok) throw new Error(opened.code);
  const wish = { dispute: opened.dispute, outcome: 'partly', minor: '40', minutes: null } as const;
  await world.gateway.disputes.settle({ ...wish, text: 'So.', by: 'console' });
  await world.advance(5_000);
  const after = await report();
  expect(after.minor).toBe('60');
  expect(await totals(world, month)).toEqual({ stated: '60', charged: '60' });
  // The one from before is proved as it was.
  expect(await report(before.through?.seq)).toEqual(before);
});

it('names entries that are there, with their hashes', async () => {
  const { world, report } = await worked();
  const { rows, through } = await report();
  const [row] = rows;
  if (!row || !through) throw new Error('there is a row');
  const seqs = [row.first.seq, row.last.seq, through.seq];
  expect(await world.journal.hashes(seqs)).toEqual([row.first.hash, row.last.hash, through.hash]);
  expect(row.first.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(world.journal.entries()[row.first.seq - 1]?.type).toBe('segment-closed');
});

it('says of its own file what it is about, as CSV and as JSON, and nothing of another file', async () => {
  const { report, month } = await worked();
  const made = await report();
  const said = { costCode: 'research', from: month, to: month, throughSeq: made.through?.seq };
  expect(readReport(reportCsv(made, csvLines))).toEqual({ ...said, kind: 'csv' });
  expect(readReport(reportJson(made))).toEqual({ ...said, kind: 'json' });
  for (const other of ['', '{', 'a,b\r\n1,2\r\n', '{"costCode":"x","from":"2026-13","to":"2026-01"}'])
    expect(readReport(other)).toBeNull();
});

it('inv. 11: a name from outside is no markup on the printed page', async () => {
  const { report } = await worked();
  const page = reportPage(await report());
  expect(page).toContain('=Research &amp; &lt;more&gt;');
  expect(page).not.toContain('<more>');
});
