// An evening in the workshop while InfluxDB fails in every way that it can: afterwards the sums there equal those of the
// journal, exactly.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Influx } from '../../../src/adapters/influx/open-influx.ts';
import { systemClock } from '../../../src/adapters/system/system-clock.ts';
import { statementOf } from '../../../src/domain/billing/statement.ts';
import { emptyDiaryContext } from '../../../src/domain/diary/diary-context.ts';
import { pointsOf } from '../../../src/domain/diary/points-of.ts';
import type { Entry } from '../../../src/domain/journal/entry.ts';
import type { UsageEntered } from '../../../src/domain/journal/usage-entries.ts';
import { type Evening, livedEvening } from '../../fakes/lived-evening.ts';
import { outside } from '../../outside.ts';
import { type Fixture, influxFixture } from './influx-fixture.ts';
import { type Influxd, openInfluxd } from './influxd.ts';

const patience = { timeout: 15_000, interval: 10 };
const thirdSteps = 150;

describe.skipIf(!outside('influxd'))('an evening while InfluxDB fails', () => {
  let influxd: Influxd;
  let fixture: Fixture;
  let evening: Evening;
  let seed = 0;
  beforeAll(async () => {
    influxd = await openInfluxd();
    await influxd.start();
  });
  afterAll(() => influxd.dispose());
  beforeEach(async () => {
    fixture = await influxFixture(influxd);
    seed += 1;
    evening = await livedEvening(seed);
    fixture.entries = evening.entries;
  });
  afterEach(() => fixture.dispose());

  const caughtUp = (influx: Influx) =>
    vi.waitFor(() => expect(influx.facts().entriesBehind).toBe(0), patience);
  /** The first third is there, the second is lived while something is wrong. */
  async function lived(influx: Influx, wrong: () => Promise<void> | void): Promise<void> {
    await evening.live(thirdSteps);
    await caughtUp(influx);
    await wrong();
    await evening.live(thirdSteps);
    expect(influx.facts().entriesBehind).toBeGreaterThan(0);
  }
  async function exact(influx: Influx): Promise<void> {
    await evening.live(thirdSteps);
    await caughtUp(influx);
    await expectExact(fixture);
  }

  it('in fair weather: every measurement, as the contract names it', async () => {
    const influx = fixture.open();
    await exact(influx);
    const types = (await fixture.query('SHOW FIELD KEYS')).map((row) => `${row.fieldKey} ${row.fieldType}`);
    for (const whole of ['loaded_ms', 'working_ms', 'operating_ms', 'minor', 'seq']) {
      expect(types).toContain(`${whole} integer`);
      expect(types).not.toContain(`${whole} float`);
    }
    expect(influx.facts()).toMatchObject({ failures: 0, lagMs: 0 });
    expect(fixture.said).toEqual([]);
  });

  it('killed for the middle third', async () => {
    const influx = fixture.open();
    await lived(influx, influxd.stop);
    await vi.waitFor(() => expect(influx.facts().failures).toBeGreaterThan(3), patience);
    await influxd.start();
    await exact(influx);
    // Said once, not with every attempt.
    expect(fixture.said.filter((text) => text.startsWith('InfluxDB could not be written'))).toHaveLength(1);
    expect(fixture.said.some((text) => text.startsWith('InfluxDB is written again'))).toBe(true);
  });

  it.each(['sick', 'deaf'] as const)('%s for the middle third', async (weather) => {
    const influx = fixture.open();
    await lived(influx, () => fixture.proxy.turn(weather));
    await vi.waitFor(() => expect(fixture.proxy.felt(weather)).toBeGreaterThan(5), patience);
    fixture.proxy.turn('fair');
    await exact(influx);
  });

  it('mute for the middle third, then slow', async () => {
    const influx = fixture.open({ writeLimitMs: 100 });
    await lived(influx, () => fixture.proxy.turn('mute'));
    await vi.waitFor(() => expect(influx.facts().failures).toBeGreaterThan(2), patience);
    fixture.proxy.delay(50);
    fixture.proxy.turn('fair');
    await exact(influx);
  });

  it('full for the middle third', async () => {
    const influx = fixture.open();
    await lived(influx, async () => {
      await influxd.stop();
      await influxd.start({ cacheBytes: 2000 });
    });
    await vi.waitFor(() => expect(influx.facts().failures).toBeGreaterThan(5), patience);
    await influxd.stop();
    await influxd.start();
    await exact(influx);
  });

  it('with its database dropped in the middle', async () => {
    const influx = fixture.open();
    await evening.live(thirdSteps);
    await caughtUp(influx);
    await fixture.query(`DROP DATABASE "${fixture.database}"`);
    await exact(influx);
    expect(fixture.said.some((text) => text.startsWith('InfluxDB has lost what it was sent'))).toBe(true);
  });

  it('with its database dropped and made again behind our back, while nobody is there', async () => {
    const clock = { ...systemClock(), monoMs: () => performance.now() * 1000 };
    const influx = fixture.open({ clock });
    await evening.live(2 * thirdSteps);
    await caughtUp(influx);
    await fixture.query(`DROP DATABASE "${fixture.database}"`);
    await fixture.query(`CREATE DATABASE "${fixture.database}"`);
    await vi.waitFor(() => expectExact(fixture), patience);
  });

  it('and the gateway starts again in between, with its bookmark and without', async () => {
    const first = fixture.open();
    await evening.live(thirdSteps);
    await caughtUp(first);
    await first.close();
    await evening.live(thirdSteps);
    const second = fixture.open();
    await caughtUp(second);
    await expectExact(fixture);
    const all = pointsIn(evening.entries()).length;
    expect(first.facts().points + second.facts().points).toBe(all);
    await second.close();
    await fixture.store.diary.keepBookmark('another', { seq: 0, note: new Uint8Array() });
    const third = fixture.open();
    await exact(third);
    expect(third.facts().points).toBeGreaterThan(all);
  });

  it('and readings wait on the disk meanwhile', async () => {
    const { diary } = fixture.store;
    const influx = fixture.open();
    await lived(influx, () => fixture.proxy.turn('gone'));
    const fromMs = Date.parse('2026-10-30T18:00:00Z');
    for (let at = 0; at < 12_000; at++) {
      diary.record('laser', fromMs + at * 100, { 'laser.power': at % 7, 'spindle.speed': at });
      if (at % 4000 === 0) await diary.flush();
    }
    await diary.flush();
    expect(await influx.series({ ...power, fromMs, toMs: fromMs + 1000, limit: 1 })).toBeNull();
    fixture.proxy.turn('fair');
    await exact(influx);
    await vi.waitFor(async () => expect(await diary.unsent(1)).toEqual([]), patience);
    const [row] = await fixture.query(
      'SELECT count("laser.power") AS many, sum("spindle.speed") AS total FROM "reading"',
    );
    expect(row).toMatchObject({ many: 12_000, total: (12_000 * 11_999) / 2 });
    expect(influx.facts().readingsLost).toBe(0);
    const [dropped] = await fixture.query(`DROP DATABASE "${fixture.database}"`);
    expect(dropped).toBeUndefined();
    await exact(influx);
    await vi.waitFor(async () => {
      const [again] = await fixture.query('SELECT count("laser.power") AS many FROM "reading"');
      expect(again).toMatchObject({ many: 12_000 });
    }, patience);
  });

  it('and what it keeps only for a while is not sent for ever', async () => {
    await fixture.query(`CREATE DATABASE "${fixture.database}" WITH DURATION 1h NAME "short"`);
    const influx = fixture.open();
    // So long ago that nothing of it may stay.
    const past = evening.entries().map((entry) => ({ ...entry, atMs: 1_000_000_000_000 }));
    fixture.entries = () => past;
    await caughtUp(influx);
    expect(influx.facts().beyondRetention).toBe(pointsIn(past).length);
    expect(influx.facts().failures).toBe(0);
  });

  it('and what it keeps only for a while is not sent for ever by a clock that is not set, either', async () => {
    await fixture.query(`CREATE DATABASE "${fixture.database}" WITH DURATION 1h NAME "short"`);
    const monoMs = () => performance.now() * 1000;
    const influx = fixture.open({ clock: { ...systemClock(), wallMs: () => 1_000_000, monoMs } });
    const past = evening.entries().map((entry) => ({ ...entry, atMs: 1_000_000 }));
    fixture.entries = () => past;
    await caughtUp(influx);
    const { points } = influx.facts();
    const looks = () => fixture.proxy.felt('fair');
    const felt = looks();
    await vi.waitFor(() => expect(looks()).toBeGreaterThan(felt + 10), patience);
    expect(influx.facts().points).toBe(points);
  });

  it('and tells that it is behind after a minute, and when it is not any more', async () => {
    let nowMs = 0;
    const influx = fixture.open({ clock: { ...systemClock(), monoMs: () => nowMs } });
    await lived(influx, () => fixture.proxy.turn('gone'));
    await vi.waitFor(() => expect(influx.facts().failures).toBeGreaterThan(0), patience);
    expect(fixture.behind).not.toContain(true);
    nowMs = 61_000;
    await vi.waitFor(() => expect(fixture.behind.at(-1)).toBe(true), patience);
    expect(influx.facts().lagMs).toBeGreaterThan(60_000);
    fixture.proxy.turn('fair');
    await exact(influx);
    await vi.waitFor(() => expect(fixture.behind.at(-1)).toBe(false), patience);
  });

  it('and its password is in no log, whatever it answers', async () => {
    await influxd.stop();
    await influxd.start({ auth: true });
    const target = { url: `http://127.0.0.1:${fixture.proxy.port}`, database: 'shut', user: 'root' };
    const influx = fixture.open({ target: { ...target, password: 'very-secret-word' } });
    await evening.live(20);
    await vi.waitFor(() => expect(influx.facts().failures).toBeGreaterThan(2), patience);
    fixture.proxy.turn('sick');
    await vi.waitFor(() => expect(fixture.proxy.felt('sick')).toBeGreaterThan(2), patience);
    await influxd.stop();
    await influxd.start();
    expect(fixture.said.join()).toContain('does not let the gateway in');
    const basic = Buffer.from('root:very-secret-word').toString('base64');
    for (const secret of ['very-secret-word', basic]) expect(fixture.said.join()).not.toContain(secret);
  });
});

const power = { machine: 'laser', name: 'laser.power' } as const;

function pointsIn(entries: readonly Entry[]) {
  const context = emptyDiaryContext();
  return entries.flatMap((entry) => pointsOf(entry, context));
}

/** What the journal says by itself, without the mapping under test. */
function figuresOf(entries: readonly Entry[]) {
  const usage = new Map<string, readonly number[]>();
  const add = ({ member, machine }: { member: string; machine: string }, added: readonly number[]): void => {
    const key = `${member} ${machine}`;
    const before = usage.get(key) ?? [0, 0, 0];
    const after = before.map((sum, index) => sum + Math.round(added[index] ?? 0));
    usage.set(key, after);
  };
  const entered = new Map<string, UsageEntered>();
  for (const { type, data } of entries) {
    if (type === 'segment-closed') {
      const { loadedMs, workingMs, operatingMs } = data.clocks;
      add(data, [loadedMs, workingMs, operatingMs]);
    }
    if (type === 'usage-entered') entered.set(data.session, data);
    const use =
      type === 'usage-entered' || type === 'usage-withdrawn' ? entered.get(data.session) : undefined;
    if (!use) continue;
    const ms = (use.toMs - use.fromMs) * (type === 'usage-withdrawn' ? -1 : 1);
    add(use, [ms, ms, ms]);
  }
  const charges = new Map<string, number>();
  for (const month of ['2026-10', '2026-11', '2026-12']) {
    for (const { member, minor } of statementOf(entries, month)) {
      charges.set(member, (charges.get(member) ?? 0) + Number(minor));
    }
  }
  return { usage, charges };
}

async function expectExact(fixture: Fixture): Promise<void> {
  const entries = fixture.entries();
  const { usage, charges } = figuresOf(entries);
  const used = await fixture.query(
    'SELECT sum(loaded_ms) AS l, sum(working_ms) AS w, sum(operating_ms) AS o FROM usage GROUP BY member, machine',
  );
  expect(new Map(used.map(({ member, machine, l, w, o }) => [`${member} ${machine}`, [l, w, o]]))).toEqual(
    usage,
  );
  const charged = await fixture.query('SELECT sum(minor) AS m FROM charge GROUP BY member');
  expect(new Map(charged.map(({ member, m }) => [member, m]))).toEqual(charges);
  for (const [measurement, field] of [
    ['access', 'code'],
    ['machine_state', 'link'],
    ['usage', 'seq'],
  ]) {
    const [row] = await fixture.query(`SELECT count("${field}") AS many FROM "${measurement}"`);
    const made = pointsIn(entries).filter((point) => point.measurement === measurement);
    expect(row?.many ?? 0, measurement).toBe(made.length);
  }
  expect(usage.size + charges.size).toBeGreaterThan(0);
}
