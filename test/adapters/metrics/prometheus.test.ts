// The page that Prometheus reads: its format to the letter, values that are read when the page is asked for, and bounds.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { helpNames, helpOf } from '../../../src/adapters/metrics/metric-help.ts';
import { createPrometheus, type Prometheus } from '../../../src/adapters/metrics/prometheus.ts';
import { timedJournal, timedTaps } from '../../../src/adapters/metrics/time-taken.ts';
import { watchGateway } from '../../../src/adapters/metrics/watch-gateway.ts';
import { watchProcess } from '../../../src/adapters/metrics/watch-process.ts';
import type { Tap } from '../../../src/gateway/gateway.ts';
import type { Commit } from '../../../src/gateway/ports.ts';
import { createFakeGateway, startMs } from '../../fakes/fake-gateway.ts';
import { createHandClock } from '../../fakes/hand-clock.ts';
import { sampleWorkshop } from '../../fakes/sample-workshop.ts';
import { readExposition } from './read-exposition.ts';

const valuesOf = (meters: Prometheus, name: string) =>
  (readExposition(meters.render()).get(name)?.samples ?? []).map(
    ({ labels, value }) => [Object.fromEntries(labels), value] as const,
  );

describe('the page', () => {
  it('tells counters and gauges apart, and reads values anew', () => {
    const meters = createPrometheus();
    let lag = 1.5;
    meters.count('taps_total', { outcome: 'granted' });
    meters.gauge('influx_lag_seconds', () => lag);
    meters.counter('influx_points_total', () => 7);
    const page = (value: number) =>
      [
        `# HELP officina_taps_total ${helpOf('officina_taps_total')}`,
        '# TYPE officina_taps_total counter',
        'officina_taps_total{outcome="granted"} 1',
        `# HELP officina_influx_lag_seconds ${helpOf('officina_influx_lag_seconds')}`,
        '# TYPE officina_influx_lag_seconds gauge',
        `officina_influx_lag_seconds ${value}`,
        `# HELP officina_influx_points_total ${helpOf('officina_influx_points_total')}`,
        '# TYPE officina_influx_points_total counter',
        'officina_influx_points_total 7',
        '',
      ].join('\n');
    expect(meters.render()).toBe(page(1.5));
    lag = 0;
    expect(meters.render()).toBe(page(0));
  });

  it('counts each set of labels for itself, and escapes what comes from outside', () => {
    const meters = createPrometheus();
    for (let i = 0; i < 3; i++) meters.count('refusals_total', { reason: 'a"b\\c\nd', door: '1' });
    meters.count('refusals_total', { reason: 'other', door: '1' });
    meters.count('refusals_total');
    expect(meters.render()).toContain('officina_refusals_total{reason="a\\"b\\\\c\\nd",door="1"} 3\n');
    expect(valuesOf(meters, 'officina_refusals_total')).toEqual([
      [{ reason: 'a"b\\c\nd', door: '1' }, 3],
      [{ reason: 'other', door: '1' }, 1],
      [{}, 1],
    ]);
  });

  it('can be read whatever stands in a label (inv. 11)', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 30 }), { minLength: 1, maxLength: 20 }),
        (words) => {
          const meters = createPrometheus();
          for (const word of words) meters.count('refusals_total', { client: word });
          const found = valuesOf(meters, 'officina_refusals_total').map(([labels]) => labels.client);
          expect(found).toEqual([...new Set(words)]);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('ends the name of every counter in _total, however it was counted', () => {
    const meters = createPrometheus();
    meters.count('link_dropped', { machine: 'laser' });
    expect(valuesOf(meters, 'officina_link_dropped_total')).toEqual([[{ machine: 'laser' }, 1]]);
  });

  it('inv. 10: bounds its series, and counts what is beyond in one that says so', () => {
    const meters = createPrometheus();
    for (let i = 0; i < 2_010; i++) meters.count('refusals_total', { client: String(i) });
    meters.count('refusals_total', { client: '7' });
    const lines = meters.render().trim().split('\n');
    expect(lines).toContain('officina_refusals_total{overflow="true"} 10');
    expect(lines).toContain('officina_refusals_total{client="7"} 2');
    expect(lines).toHaveLength(2_003);
    const many = createPrometheus();
    many.series('device_up', 'gauge', () =>
      Array.from({ length: 3000 }, (_, i) => ({ labels: { device: String(i) }, value: 1 })),
    );
    expect(valuesOf(many, 'officina_device_up')).toHaveLength(2000);
  });

  it('puts what took long and what did not in buckets that add up', () => {
    const meters = createPrometheus();
    for (const seconds of [0.001, 0.3, 0.01, 9, -1])
      meters.observe('tap_duration_seconds', seconds, [0.01, 0.5]);
    const { samples = [] } = readExposition(meters.render()).get('officina_tap_duration_seconds') ?? {};
    expect(samples.map(({ value }) => value)).toEqual([3, 4, 5, expect.closeTo(9.311), 5]);
  });

  it('would be noticed if it were wrong', () => {
    const head = '# HELP officina_a_total A.\n# TYPE officina_a_total counter\n';
    for (const wrong of [
      'officina_a_total 1\n',
      '# TYPE officina_a_total counter\nofficina_a_total 1\n',
      `${head}${head}`,
      `${head}officina_a_total{x="a"b"} 1\n`,
      `${head}officina_a_total{x="a\\q"} 1\n`,
      `${head}officina_a_total 1\nofficina_a_total 2\n`,
      `${head}officina_b 1\n`,
      `${head}officina_a_total one\n`,
      `${head}officina_a_total 1`,
      '# HELP officina_a A.\n# TYPE officina_a counter\nofficina_a 1\n',
      '# HELP officina_a_ms A.\n# TYPE officina_a_ms gauge\nofficina_a_ms 1\n',
    ])
      expect(() => readExposition(wrong), wrong).toThrow();
  });
});

describe('what the gateway tells of itself', () => {
  const world = () => {
    const meters = createPrometheus();
    const gateway = createFakeGateway();
    gateway.live.workshop = sampleWorkshop;
    const member = gateway.enrol({ handle: 'anna-handle', name: 'Anna Rossi', shown: true });
    gateway.hold('laser', member);
    watchGateway({ meters, gateway, clock: { wallMs: () => startMs } });
    return { meters, gateway, member };
  };

  it('is the state of machines, links, sessions, queues, alarms and the journal', () => {
    const { meters, gateway } = world();
    gateway.live.seq = 41;
    gateway.nextHealth = { ok: false, reasons: [{ code: 'journal-full', text: '', values: {} }] };
    const page = readExposition(meters.render());
    const one = (name: string) => page.get(name)?.samples[0]?.value;
    expect([
      one('officina_journal_position'),
      one('officina_healthy'),
      one('officina_outbox_messages'),
    ]).toEqual([41, 0, 0]);
    expect(valuesOf(meters, 'officina_health_reason')).toEqual([[{ code: 'journal-full' }, 1]]);
    expect(valuesOf(meters, 'officina_sessions')).toContainEqual([{ phase: 'active' }, 1]);
    expect(valuesOf(meters, 'officina_machine_link_up')).toContainEqual([{ machine: 'laser' }, 0]);
    // Of each machine one word holds.
    for (const name of ['officina_machine_activity', 'officina_machine_shown']) {
      const holding = valuesOf(meters, name).filter(([, value]) => value === 1);
      expect(holding.map(([{ machine }]) => machine)).toEqual(Object.keys(sampleWorkshop.machines));
    }
    expect(valuesOf(meters, 'officina_machine_activity')).toContainEqual([
      { machine: 'laser', activity: 'unknown' },
      1,
    ]);
  });

  it('names no member and no session', () => {
    const { meters, member } = world();
    const text = meters.render();
    for (const secret of ['anna', 'Anna', 'Rossi', member, 'session-1']) expect(text).not.toContain(secret);
  });

  it('is the process: its event loop, memory, time and what it was built from', () => {
    const meters = createPrometheus();
    const stop = watchProcess({ meters, version: '1.2.3', startedAtMs: 1_700_000_000_000 });
    const page = readExposition(meters.render());
    stop();
    expect(valuesOf(meters, 'officina_build_info')).toEqual([
      [{ version: '1.2.3', node: process.version }, 1],
    ]);
    expect(page.get('process_start_time_seconds')?.samples[0]?.value).toBe(1_700_000_000);
    expect(page.get('process_resident_memory_bytes')?.samples[0]?.value).toBeGreaterThan(1e6);
    expect(page.get('process_cpu_seconds_total')?.kind).toBe('counter');
  });

  it('is how long taps and commits take, also those that fail', async () => {
    const meters = createPrometheus();
    const clock = createHandClock();
    const slow = async (fails: boolean): Promise<never> => {
      clock.advance(30);
      if (fails) throw new Error('full');
      return undefined as never;
    };
    const box = { meters, clock };
    const journal = timedJournal({ append: (_: Commit) => slow(false) }, box);
    await journal.append({ entries: [], people: [], messages: [] });
    const full = timedJournal({ append: (_: Commit) => slow(true) }, box);
    await expect(full.append({ entries: [], people: [], messages: [] })).rejects.toThrow('full');
    await expect(timedTaps({ tap: (_: Tap) => slow(true) }, box).tap({} as never)).rejects.toThrow('full');
    const page = readExposition(meters.render());
    const buckets = page.get('officina_tap_duration_seconds')?.samples ?? [];
    expect(buckets.find(({ labels }) => labels.get('le') === '0.025')?.value).toBe(0);
    expect(buckets.find(({ labels }) => labels.get('le') === '0.05')?.value).toBe(1);
    expect(page.get('officina_journal_append_duration_seconds')?.samples.at(-1)?.value).toBe(1);
    expect(page.get('officina_journal_append_failures_total')?.samples[0]?.value).toBe(1);
  });
});

describe('the table of what each name means', () => {
  const root = new URL('../../..', import.meta.url).pathname;
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'src/*.ts'], {
    cwd: root,
    encoding: 'utf8',
  });
  const source = files
    .split('\n')
    .filter((file) => file !== '' && !file.startsWith('src/dashboard/'))
    .map((file) => readFileSync(`${root}/${file}`, 'utf8'))
    .join('\n');

  it('has a row for everything that the program counts, and no other', () => {
    const calls = source.matchAll(/meters\??\.(count|gauge|counter|series|observe)\(\s*[`']([a-z_]+)/g);
    const told = source.matchAll(/kind: '(count)', name: '([a-z_]+)'/g);
    const names = [...calls, ...told].map(([, how, name = '']) => {
      const full = name.startsWith('process_') ? name : `officina_${name}`;
      return (how === 'count' || how === 'counter') && !full.endsWith('_total') ? `${full}_total` : full;
    });
    // The one name that is put together: what became of the lines of a host.
    const found = new Set(names.filter((name) => name !== 'officina_host__total'));
    for (const what of ['withheld', 'stripped', 'forgotten']) found.add(`officina_host_${what}_total`);
    expect(found.size).toBeGreaterThan(50);
    expect([...found].filter((name) => !helpNames.includes(name))).toEqual([]);
    expect(helpNames.filter((name) => !found.has(name))).toEqual([]);
  });
});
