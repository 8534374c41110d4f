// Machines of a simulated life as they truly are: power that comes and goes, jobs that run and end, hot ends that cool.
// What their controllers say of it may be missing, late or wrong; the gateway hears only that.

import type { Activity } from '../domain/machine/activity.ts';
import type { Machine } from '../domain/machine/workshop.ts';
import type { MachineReport } from '../gateway/gateway.ts';
import type { Controllers } from '../gateway/ports.ts';
import type { HandClock } from './hand-clock.ts';
import type { Mail } from './mail.ts';

type Outcome = Awaited<ReturnType<Controllers['endAccess']>>;

export type Bench = {
  readonly id: string;
  readonly machine: Machine;
  isPowered: boolean;
  activity: Activity;
  jobUntilMs: number | null;
  tempC: number;
  /** What a sensor measures: the coolant, °C. */
  coolantC: number;
  /** What is wrong with its controller now. */
  isSilent: boolean;
  saysIdle: boolean;
  answers: Outcome;
  answerLateMs: number;
};

export type Benches = Controllers & {
  readonly all: ReadonlyMap<string, Bench>;
  turn(): void;
  power(machine: string, on: boolean): void;
  /** Begins a job, where there is power. */
  work(bench: Bench, jobMs: number): void;
  show(bench: Bench, activity: Activity): void;
  tell(bench: Bench): void;
  setSilent(bench: Bench, silent: boolean): void;
  /** It is well again, and its job is over. */
  rest(bench: Bench): void;
};

export type BenchesOptions = {
  readonly machines: Readonly<Record<string, Machine>>;
  readonly clock: HandClock;
  readonly mail: Mail;
  readonly report: (report: MachineReport) => void;
};

/** A controller says how it is this often, milliseconds. */
const tellEveryMs = 10_000;
const coldC = 22;
const hotC = 210;
/** A hot end cools so fast in the beginning, °C in a second. */
const coolingC = 0.5;

export function createBenches({ machines, clock, mail, report }: BenchesOptions): Benches {
  const all = new Map(Object.entries(machines).map(([id, machine]) => [id, newBench(id, machine)] as const));
  const heard = [...all.values()].filter(({ machine }) => machine.link !== 'none');
  let lastMs = clock.trueMs();

  const send = (bench: Bench, job: MachineReport['job']): void => {
    if (bench.machine.link === 'none' || bench.isSilent) return;
    report(reportOf(bench, job));
  };
  const tell = (bench: Bench): void => send(bench, null);
  const show = (bench: Bench, activity: Activity): void => {
    if (!bench.isPowered) return;
    bench.activity = activity;
    tell(bench);
  };
  const endJob = (bench: Bench, result: 'completed' | 'aborted'): void => {
    if (bench.jobUntilMs === null) return;
    bench.jobUntilMs = null;
    bench.activity = 'idle';
    send(bench, { event: 'ended', result });
  };
  const turnOne = (bench: Bench, passedMs: number): void => {
    const { machine, jobUntilMs } = bench;
    if (jobUntilMs !== null && bench.activity === 'running' && clock.trueMs() >= jobUntilMs)
      endJob(bench, 'completed');
    if (machine.coolBelowC === null) return;
    const heats = bench.isPowered && bench.jobUntilMs !== null;
    bench.tempC = heats ? hotC : Math.max(coldC, bench.tempC - (coolingC * passedMs) / 1_000);
  };

  return {
    all,
    tell,
    show,
    turn() {
      const nowMs = clock.trueMs();
      for (const bench of heard) turnOne(bench, nowMs - lastMs);
      const round = Math.floor(nowMs / tellEveryMs);
      if (round !== Math.floor(lastMs / tellEveryMs)) for (const bench of heard) tell(bench);
      lastMs = nowMs;
    },
    power(id, on) {
      const bench = all.get(id);
      if (!bench || bench.isPowered === on) return;
      bench.isPowered = on;
      // A job does not outlive its power, and never goes on by itself.
      bench.jobUntilMs = null;
      bench.activity = on ? 'idle' : 'unknown';
      mail.post(clock.trueMs() + (on ? 5_000 : 0), () => tell(bench));
    },
    work(bench, jobMs) {
      if (!bench.isPowered || bench.jobUntilMs !== null || bench.machine.link === 'none') return;
      bench.jobUntilMs = clock.trueMs() + jobMs;
      bench.activity = 'running';
      send(bench, { event: 'started' });
    },
    setSilent(bench, silent) {
      if (bench.machine.link === 'none') return;
      if (silent) {
        const lost = { link: 'lost', activity: 'unknown', source: 'silence', seenAgoMs: 3_000 } as const;
        report({ ...reportOf(bench, null), ...lost, confidence: 'stale', readings: {} });
      }
      bench.isSilent = silent;
      tell(bench);
    },
    rest(bench) {
      Object.assign(bench, {
        isSilent: false,
        coolantC: coldC,
        saysIdle: false,
        answers: 'confirmed',
        answerLateMs: 0,
      });
      endJob(bench, 'completed');
      show(bench, 'idle');
    },
    endAccess(id) {
      const bench = all.get(id);
      if (!bench || bench.machine.link === 'none') return Promise.resolve('not-needed');
      const { answers, answerLateMs } = bench;
      if (answers === 'confirmed') endJob(bench, 'aborted');
      if (answerLateMs === 0) return Promise.resolve(answers);
      const { promise, resolve } = Promise.withResolvers<Outcome>();
      mail.post(clock.trueMs() + answerLateMs, () => resolve(answers));
      return promise;
    },
  };
}

function reportOf(bench: Bench, job: MachineReport['job']): MachineReport {
  const { machine, isPowered, saysIdle, activity } = bench;
  const up = isPowered || machine.switch === null;
  return {
    machine: bench.id,
    link: up ? 'up' : 'lost',
    activity: up ? (saysIdle ? 'idle' : activity) : 'unknown',
    substate: null,
    raw: null,
    confidence: up ? 'reported' : 'stale',
    source: up ? 'status' : 'silence',
    seenAgoMs: 0,
    readings: up ? readingsOf(bench) : {},
    job: saysIdle ? null : job,
  };
}

function readingsOf({ machine, tempC, coolantC }: Bench): MachineReport['readings'] {
  // What nobody opens only measures.
  if (machine.reader === null) return { 'temperature.coolant.actual': coolantC };
  return machine.coolBelowC === null ? {} : { 'temperature.hotend0.actual': Math.round(tempC) };
}

const newBench = (id: string, machine: Machine): Bench => ({
  id,
  machine,
  isPowered: machine.switch === null,
  activity: machine.switch === null ? 'idle' : 'unknown',
  jobUntilMs: null,
  tempC: coldC,
  coolantC: coldC,
  isSilent: false,
  saysIdle: false,
  answers: 'confirmed',
  answerLateMs: 0,
});
