// Every query of the dashboard, as Grafana sends it, at a real InfluxDB that our own export has filled with an evening:
// all give rows, and their sums are those of the statement and the journal.

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { statementOf } from '../../src/domain/billing/statement.ts';
import type { Entry } from '../../src/domain/journal/entry.ts';
import { useTypes } from '../../src/domain/usage/metered-of.ts';
import { type Fixture, influxFixture } from '../adapters/influx/influx-fixture.ts';
import { type Influxd, openInfluxd } from '../adapters/influx/influxd.ts';
import { livedEvening } from '../fakes/lived-evening.ts';
import { outside } from '../outside.ts';
import { filledIn, type Panel, readDashboard } from './dashboard.ts';

const timezone = 'Europe/Rome';
const { panels, templating } = readDashboard(timezone);
const patience = { timeout: 20_000, interval: 10 };
const hourMs = 3_600_000;

type Row = Readonly<Record<string, unknown>>;

describe.skipIf(!outside('influxd'))('the dashboard', () => {
  let influxd: Influxd;
  let fixture: Fixture;
  let entries: readonly Entry[];
  let fromMs = 0;
  let toMs = 0;
  const variables = { clock: 'operating_ms', minor: '100', machine: 'laser', reading: 'laser.power' };
  const ask = (query: string, more: Partial<typeof variables> = {}): Promise<readonly Row[]> =>
    fixture.query(filledIn(query, { fromMs, toMs, variables: { ...variables, ...more } }));
  const asking = (id: number): string => panels.find((panel) => panel.id === id)?.targets[0]?.query ?? '';
  const sum = (rows: readonly Row[], column: string): number =>
    rows.reduce((total, row) => total + Number(row[column] ?? 0), 0);
  const entriesOf = <T extends Entry['type']>(type: T) =>
    entries.filter((entry): entry is Extract<Entry, { type: T }> => entry.type === type);

  beforeAll(async () => {
    influxd = await openInfluxd();
    await influxd.start();
    fixture = await influxFixture(influxd);
    const evening = await livedEvening(7);
    await evening.live(600);
    entries = evening.entries();
    fixture.entries = () => entries;
    fromMs =
      Math.min(entries[0]?.atMs ?? 0, ...entriesOf('usage-entered').map(({ data }) => data.fromMs)) - hourMs;
    toMs = (entries.at(-1)?.atMs ?? 0) + hourMs;
    for (let minute = 0; minute < 60; minute++)
      fixture.store.diary.record('laser', fromMs + hourMs + minute * 60_000, {
        ...{ 'laser.power': minute, 'electric.power': 10 * minute, 'temperature.bed.actual': 20 },
      });
    await fixture.store.diary.flush();
    const influx = fixture.open();
    await vi.waitFor(async () => {
      expect(influx.facts().entriesBehind).toBe(0);
      expect(await fixture.store.diary.unsent(1)).toEqual([]);
    }, patience);
  }, 60_000);
  afterAll(async () => {
    await fixture.dispose();
    await influxd.dispose();
  });

  it('has something to show', () => {
    expect(entriesOf('segment-closed').length).toBeGreaterThan(10);
    expect(entriesOf('tap-refused').length).toBeGreaterThan(10);
  });

  it.each(panels.flatMap((panel: Panel) => panel.targets.map(({ query }) => [panel.title, query])))(
    '%s: the query gives rows',
    async (_title, query) => {
      expect((await ask(query ?? '')).length).toBeGreaterThan(0);
    },
  );

  it('offers in its variables what there is', async () => {
    const queries = new Map(templating.list.map(({ name, query }) => [name, query]));
    const machines = (await ask(queries.get('machine') ?? '')).map(({ value }) => value);
    expect(machines).toContain('laser');
    const readings = (await ask(queries.get('reading') ?? '')).map(({ fieldKey }) => fieldKey);
    expect([...readings].sort()).toEqual(['electric.power', 'laser.power', 'temperature.bed.actual']);
  });

  /** What was entered by hand counts on all clocks. */
  function enteredAndNotWithdrawn() {
    const withdrawn = new Set(entriesOf('usage-withdrawn').map(({ data }) => data.session));
    return entriesOf('usage-entered')
      .filter(({ data }) => !withdrawn.has(data.session))
      .map(({ data: { pool, fromMs, toMs } }) => ({ pool, ms: toMs - fromMs }));
  }

  it.each(['operating_ms', 'working_ms', 'loaded_ms'] as const)('adds up the hours of %s', async (clock) => {
    const metered = [
      ...entriesOf('segment-closed').map(({ data: { pool, clocks } }) => {
        const { operatingMs, workingMs, loadedMs } = clocks;
        const ms = { operating_ms: operatingMs, working_ms: workingMs, loaded_ms: loadedMs }[clock];
        return { pool, ms: Math.round(ms) };
      }),
      ...enteredAndNotWithdrawn(),
    ];
    const all = metered.reduce((total, { ms }) => total + ms, 0);
    expect(all).toBeGreaterThan(0);
    const daily = await ask(asking(1), { clock });
    expect(sum(daily, 'sum') * hourMs).toBeCloseTo(all, 3);
    // Midnight is that of the workshop.
    for (const { time } of daily) {
      const at = new Date(Number(time) / 1e6).toLocaleTimeString('en-GB', { timeZone: timezone });
      expect(at).toBe('00:00:00');
    }
    const pooled = await ask(asking(2), { clock });
    expect(sum(pooled, 'sum') * hourMs).toBeCloseTo(all, 3);
    for (const { pool, sum: hours } of pooled) {
      const ofPool = metered.filter((segment) => segment.pool === pool);
      expect(Number(hours) * hourMs).toBeCloseTo(
        ofPool.reduce((total, { ms }) => total + ms, 0),
        3,
      );
    }
  });

  it('charges what the statements of those months charge, to the cent', async () => {
    const uses: readonly string[] = useTypes;
    const relevant = entries.filter(({ type }) => type === 'workshop-described' || uses.includes(type));
    const days = entriesOf('usage-entered').map(({ data }) => data.toMs);
    const months = new Set([...entries.map(({ atMs }) => atMs), ...days].map(localMonth));
    const accounts = [...months].flatMap((month) => statementOf(relevant, month));
    const billed = accounts.reduce((total, { minor }) => total + minor, 0n);
    expect(billed).toBeGreaterThan(0n);
    const rows = await ask(asking(3));
    expect(rows.every(({ pool, currency }) => typeof pool === 'string' && currency === 'EUR')).toBe(true);
    expect(BigInt(Math.round(sum(rows, 'charge') * 100))).toBe(billed);
    expect(sum(await ask(asking(3), { minor: '1' }), 'charge')).toBe(Number(billed));
  });

  it('counts each refusal of the journal', async () => {
    const counts = (codes: readonly unknown[]) =>
      Object.fromEntries(
        [...new Set(codes)].sort().map((code) => [code, codes.filter((one) => one === code).length]),
      );
    const rows = await ask(asking(4));
    const refused = entriesOf('tap-refused').map(({ data }) => data.code);
    expect(counts(rows.map(({ code }) => code))).toEqual(counts(refused));
  });

  it('knows what a machine did before the time that is shown', async () => {
    const later = { fromMs: toMs - hourMs / 2, toMs, variables };
    const rows = await fixture.query(filledIn(asking(5), later));
    expect(rows.some(({ time }) => Number(time) / 1e6 < later.fromMs)).toBe(true);
    expect(new Set(rows.map(({ activity }) => activity)).size).toBeGreaterThan(1);
  });

  it('draws a reading with its least and greatest', async () => {
    const rows = await ask(asking(6));
    expect(rows.length).toBeGreaterThanOrEqual(6);
    expect(Math.max(...rows.map(({ greatest }) => Number(greatest)))).toBe(59);
    expect(Math.min(...rows.map(({ least }) => Number(least)))).toBe(0);
  });
});

const localMonth = (atMs: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: timezone }).format(atMs).slice(0, 7);
