// What must be true after an evening of kills, whatever was killed when: read from the journal's file, from what the
// readers and switches saw, and from what a person would type. Each check throws with what it found.

import assert from 'node:assert/strict';
import { type RawEntry, readJournal } from './journal-file.ts';
import type { Click, SentTap } from './kill-evening-place.ts';
import { compareSegments } from './metering-oracle.ts';
import { runOfficina } from './program.ts';
import { monthsOf, oracleLines, type Prices, segmentsOf } from './statement-oracle.ts';

export type Evening = {
  readonly dir: string;
  readonly taps: readonly SentTap[];
  readonly clicks: readonly Click[];
};

/** What there was to check: an evening in which nothing happened proves nothing. */
export type EveningFacts = {
  readonly entries: number;
  readonly boots: number;
  readonly taps: number;
  readonly sessions: number;
  readonly jobs: number;
  readonly outages: number;
  readonly clicks: number;
  readonly minor: number;
};

const prices: Prices = {
  small: { perHourMinor: 73_700, clock: 'operating' },
  large: { perHourMinor: 9_100, clock: 'loaded' },
};
const switchOf = { 'laser-a': 'plug-a', 'laser-b': 'plug-b' };

/** What two readings of one clock by two processes may differ by. */
const clockSlackMs = 50;

export async function checkEvening(evening: Evening): Promise<EveningFacts> {
  const entries = readJournal(evening.dir);
  everyTapOnce(entries, evening.taps);
  everySessionEnded(entries);
  noPowerWithoutSession(entries, evening.clicks);
  segmentsAreWholeAndRight(entries);
  const minor = await statementsAgree(evening.dir, entries);
  const verified = await runOfficina(evening.dir, ['verify']);
  assert.equal(verified.code, 0, verified.stdout + verified.stderr);
  const count = (type: string): number => entries.filter((entry) => entry.type === type).length;
  return {
    entries: entries.length,
    boots: count('gateway-booted'),
    taps: evening.taps.length,
    sessions: count('session-started'),
    jobs: count('job-started'),
    outages: entries.filter(({ data }) => data.cause === 'outage').length,
    clicks: evening.clicks.length,
    minor,
  };
}

/** No acknowledged tap is lost, and none, however often it was delivered, is decided twice. */
function everyTapOnce(entries: readonly RawEntry[], taps: readonly SentTap[]): void {
  const decided = new Map<string, number>();
  for (const { data } of entries) {
    if (typeof data.tap !== 'string') continue;
    const key = `${data.reader} ${data.tap}`;
    decided.set(key, (decided.get(key) ?? 0) + 1);
  }
  for (const { reader, tap, acknowledged, answers } of taps) {
    const times = decided.get(`${reader} ${tap}`) ?? 0;
    if (acknowledged) assert.equal(times, 1, `${reader} ${tap} was acknowledged and stands ${times} times`);
    else assert.ok(times <= 1, `${reader} ${tap} stands ${times} times`);
    if (answers > 0) assert.equal(times, 1, `${reader} ${tap} was answered and stands ${times} times`);
  }
  assert.ok(
    taps.every(({ acknowledged }) => acknowledged),
    'in the end every tap was acknowledged',
  );
}

const of = (entries: readonly RawEntry[], type: string) => entries.filter((entry) => entry.type === type);

const causes = new Set(['second-tap', 'page', 'steward', 'outage']);

function everySessionEnded(entries: readonly RawEntry[]): void {
  const started = of(entries, 'session-started').map(({ data }) => data.session);
  assert.equal(new Set(started).size, started.length, 'a session started twice');
  for (const session of started) {
    const mine = entries.filter(({ data, type }) => data.session === session && type !== 'tap-refused');
    const ending = of(mine, 'session-ending');
    const ended = of(mine, 'session-ended');
    assert.equal(ending.length, 1, `session ${session} has ${ending.length} ends of billing`);
    assert.ok(causes.has(String(ending[0]?.data.cause)), `session ${session} ended for no known cause`);
    assert.equal(ended.length, 1, `session ${session} has ${ended.length} ends`);
  }
}

/** Inv. 1: whenever a switch was on, a session of its machine stood in the journal. */
function noPowerWithoutSession(entries: readonly RawEntry[], clicks: readonly Click[]): void {
  for (const [machine, id] of Object.entries(switchOf)) {
    const held = of(entries, 'session-started')
      .filter(({ data }) => data.machine === machine)
      .map(({ atMs, data }) => ({
        fromMs: atMs,
        toMs: of(entries, 'session-ended').find((end) => end.data.session === data.session)?.atMs ?? Infinity,
      }));
    const own = clicks.filter((click) => click.switch === id);
    own.forEach(({ on, atMs }, i) => {
      if (!on) return;
      const offMs = own[i + 1]?.atMs ?? Infinity;
      const covered = held.some(
        ({ fromMs, toMs }) => fromMs <= atMs + clockSlackMs && offMs <= toMs + clockSlackMs,
      );
      assert.ok(covered, `${id} was on from ${atMs} to ${offMs}; sessions: ${JSON.stringify(held)}`);
    });
    assert.notEqual(own.at(-1)?.on, true, `${id} is still on after the evening`);
  }
}

/** Inv. 3, 5, 7: no time is metered twice, and each clock says what the changes say. */
function segmentsAreWholeAndRight(entries: readonly RawEntry[]): void {
  const next = new Map<string, number>();
  for (const { session, index } of segmentsOf(entries)) {
    assert.equal(
      index,
      next.get(session) ?? 0,
      `session ${session} has no segment ${next.get(session) ?? 0}`,
    );
    next.set(session, index + 1);
  }
  for (const { seq, told, found } of compareSegments(entries, switchOf)) {
    for (const clock of ['loadedMs', 'operatingMs'] as const) {
      const off = Math.abs(told[clock] - found[clock]);
      assert.ok(
        off <= clockSlackMs,
        `entry ${seq}: ${clock} is ${told[clock]}, the changes say ${found[clock]}`,
      );
    }
  }
}

type Told = {
  readonly minor: string;
  readonly accounts: readonly {
    readonly member: string;
    readonly lines: readonly {
      readonly session: string;
      readonly billedMs: number;
      readonly minor: string;
    }[];
  }[];
};

/** Inv. 3: the bill follows from the journal, to the cent; nothing is charged twice. */
async function statementsAgree(dir: string, entries: readonly RawEntry[]): Promise<number> {
  let minor = 0;
  for (const month of monthsOf(entries)) {
    const printed = await runOfficina(dir, ['statement', '--month', month, '--format', 'json']);
    assert.equal(printed.code, 0, printed.stderr);
    const told = JSON.parse(printed.stdout) as Told;
    const lines = told.accounts.flatMap(({ member, lines }) =>
      lines.map((line) => ({
        session: line.session,
        member,
        billedMs: line.billedMs,
        minor: Number(line.minor),
      })),
    );
    const own = oracleLines(entries, { prices, month });
    assert.deepEqual(bySession(lines), bySession(own), `the statement of ${month} is not what was metered`);
    const sum = own.reduce((total, line) => total + line.minor, 0);
    assert.equal(Number(told.minor), sum, `the sum of ${month} is not the sum of its lines`);
    minor += sum;
  }
  return minor;
}

const bySession = <T extends { readonly session: string }>(lines: readonly T[]): readonly T[] =>
  lines.toSorted((a, b) => (a.session < b.session ? -1 : 1));
