// The disciplines that FairTurn is measured against: each is an order of those who wait. Use is counted as their authors
// count it, while a turn runs, and forgotten by the same half-life.

import { createSeededChance } from '../../fakes/seeded-chance.ts';
import type { Discipline, Grant } from './run-trace.ts';
import { type Job, minute, startMs, type Trace } from './workload.ts';

const halfLifeMs = 7 * 24 * 60 * minute;

type Context = { readonly job: Job; readonly nowMs: number; readonly used: (branch: string) => number };

type Rule = {
  readonly name: string;
  /** Smaller goes first; compared from the left. */
  readonly rank: (context: Context) => readonly number[];
  readonly mayTake?: (job: Job, weekUsedMs: number) => boolean;
};

/** First come, first served. */
export const fcfs = (): Discipline => ordered({ name: 'FCFS', rank: ({ job }) => [job.atMs] });

export const lottery = (seed: number): Discipline => {
  const chance = createSeededChance(seed);
  return ordered({ name: 'lottery', rank: () => [chance.next()] });
};

/** Whoever would go beyond the hours of a week is not let in. */
export const weeklyQuota = ({ kind }: Trace): Discipline =>
  ordered({
    name: 'FCFS + weekly quota',
    rank: ({ job }) => [job.atMs],
    mayTake: (job, weekUsedMs) => weekUsedMs + job.askedMs <= kind.weeklyQuotaMin * minute,
  });

const teamOf = ({ team, member }: Job): string => (team === null ? `member/${member}` : `team/${team}`);

/** Four members to a team: its weight. */
const teamWeight = ({ team }: Job): number => (team === null ? 1 : 4);

/** Slurm's Fair Tree, without age: the branch that used less per share, then the member. */
export const fairTree = (): Discipline =>
  ordered({
    name: 'Fair Tree',
    rank: ({ job, used }) => [used(teamOf(job)) / teamWeight(job), used(`member/${job.member}`), job.atMs],
  });

const fullAgeMs = 240 * minute;

/** Slurm's multifactor priority: age, saturating, and classic fair share, with equal weights. */
export const ageAndShare = (): Discipline =>
  ordered({
    name: 'age + fair share',
    rank: ({ job, nowMs, used }) => {
      const age = Math.min(1, (nowMs - job.atMs) / fullAgeMs);
      const mean = used('all') / 120;
      const share = mean === 0 ? 1 : 2 ** (-used(`member/${job.member}`) / mean);
      return [-(age + share), job.atMs];
    },
  });

function ordered({ name, rank, mayTake }: Rule): Discipline {
  const waiting = new Map<string, Job>();
  const running = new Map<string, { machine: number; fromMs: number }>();
  const uses = new Map<string, { value: number; atMs: number }>();
  const weeks = new Map<string, number>();
  const weekKey = ({ member }: Job, nowMs: number): string =>
    `${member} ${Math.floor((nowMs - startMs) / (7 * 24 * 60 * minute))}`;
  const usedAt = (nowMs: number) => (branch: string) => {
    const use = uses.get(branch);
    return use ? use.value * 2 ** ((use.atMs - nowMs) / halfLifeMs) : 0;
  };
  const stop = (job: Job, nowMs: number): void => {
    const turn = running.get(job.id);
    running.delete(job.id);
    if (!turn) return;
    const usedMs = nowMs - turn.fromMs;
    weeks.set(weekKey(job, nowMs), (weeks.get(weekKey(job, nowMs)) ?? 0) + usedMs);
    for (const branch of new Set(['all', teamOf(job), `member/${job.member}`]))
      uses.set(branch, { value: usedAt(nowMs)(branch) + usedMs, atMs: nowMs });
  };
  return {
    name,
    arrive: (job, nowMs) => {
      if (!mayTake || mayTake(job, weeks.get(weekKey(job, nowMs)) ?? 0)) waiting.set(job.id, job);
    },
    leave: (job) => void waiting.delete(job.id),
    claimed: () => undefined,
    missed: (job) => void running.delete(job.id),
    goesOnMs: () => 0,
    ended: stop,
    setUsable: () => undefined,
    passed: () => undefined,
    next([machine], nowMs): Grant | null {
      const ranked = [...waiting.values()].map((job) => ({
        job,
        key: rank({ job, nowMs, used: usedAt(nowMs) }),
      }));
      ranked.sort((one, other) => compare(one.key, other.key) || one.job.atMs - other.job.atMs);
      const job = ranked[0]?.job;
      if (machine === undefined || !job) return null;
      waiting.delete(job.id);
      running.set(job.id, { machine, fromMs: nowMs });
      return { job, machine, lengthMs: job.askedMs };
    },
  };
}

function compare(one: readonly number[], other: readonly number[]): number {
  for (const [index, value] of one.entries()) {
    const difference = value - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
