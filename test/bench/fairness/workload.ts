// The workload of one class of machines over some weeks, from a seed: who wants a machine when, for how long, how long they
// would wait and whether they come. Calibrated where public figures exist (lengths, activity, no-shows); the shape of the
// day is assumed: weekday evenings and weekend afternoons, with two weeks of a deadline.

import { createSeededChance, type SeededChance } from '../../fakes/seeded-chance.ts';

export const minute = 60_000;
const hour = 60 * minute;
export const dayMs = 24 * hour;
export const startMs = Date.parse('2026-09-07T00:00:00Z');
export const weeks = 8;

export type MachineClass = {
  readonly name: string;
  readonly machines: number;
  readonly capMin: number;
  /** Requests a day, before surges. */
  readonly perDay: number;
  readonly weeklyQuotaMin: number;
  readonly length: (chance: SeededChance) => { readonly askedMin: number; readonly whole: boolean };
};

const logNormal = (chance: SeededChance, median: number, sigma: number): number =>
  median * Math.exp(sigma * normal(chance));

function normal(chance: SeededChance): number {
  return Math.sqrt(-2 * Math.log(1 - chance.next())) * Math.cos(2 * Math.PI * chance.next());
}

const within = (value: number, least: number, most: number): number =>
  Math.round(Math.min(most, Math.max(least, value)));

const cut = (median: number, sigma: number, most: number) => (chance: SeededChance) => ({
  askedMin: within(logNormal(chance, median, sigma), 10, most),
  whole: false,
});

export const classes: readonly MachineClass[] = [
  { name: 'laser', machines: 2, capMin: 120, perDay: 24, weeklyQuotaMin: 240, length: cut(38, 0.8, 120) },
  { name: 'cnc', machines: 1, capMin: 180, perDay: 5.5, weeklyQuotaMin: 360, length: cut(90, 0.7, 180) },
  {
    name: 'printer',
    machines: 5,
    capMin: 1440,
    perDay: 11,
    weeklyQuotaMin: 1200,
    // Bimodal: by day an hour and a half, over night ten hours; neither can be cut.
    length: (chance) => ({
      askedMin: within(
        chance.next() < 0.7 ? logNormal(chance, 90, 0.5) : logNormal(chance, 600, 0.3),
        20,
        1080,
      ),
      whole: true,
    }),
  },
  { name: 'sewing', machines: 2, capMin: 120, perDay: 17, weeklyQuotaMin: 360, length: cut(60, 0.6, 120) },
];

export type Job = {
  readonly id: string;
  readonly member: string;
  readonly team: string | null;
  readonly atMs: number;
  readonly askedMs: number;
  readonly whole: boolean;
  /** What it takes in truth: less than asked, or into the allowance, seldom beyond. */
  readonly neededMs: number;
  readonly patienceMs: number;
  readonly comes: boolean;
  readonly claimMs: number;
  /** Arrived when it is busy: these waits are told. */
  readonly peak: boolean;
  readonly light: boolean;
  readonly heavy: boolean;
};

export type Outage = { readonly machine: number; readonly fromMs: number; readonly toMs: number };
export type Trace = {
  readonly kind: MachineClass;
  readonly seed: number;
  readonly jobs: readonly Job[];
  readonly outages: readonly Outage[];
};

const memberCount = 120;
const teamCount = 12;
const inTeams = 48;

type Person = {
  readonly member: string;
  readonly team: string | null;
  readonly activity: number;
  readonly noShow: number;
};

export function createTrace(kind: MachineClass, seed: number): Trace {
  const chance = createSeededChance(seed * 7919 + kind.name.length * 104_729 + kind.machines);
  const people = Array.from({ length: memberCount }, (_, index) => createPerson(chance, index));
  const surge = [1 + chance.below(weeks - 2), 1 + chance.below(weeks - 2)];
  const raw: Omit<Job, 'light' | 'heavy'>[] = [];
  const lastAt = new Map<string, number>();
  // Thinned Poisson, minute by minute.
  for (let at = 0; at < weeks * 7 * 24 * 60; at++) {
    const busy = shapeAt(at);
    const rate = (kind.perDay / 1440) * busy * (surge.includes(Math.floor(at / (7 * 1440))) ? 1.6 : 1);
    if (chance.next() >= rate) continue;
    const person = pickPerson(chance, people);
    const atMs = startMs + at * minute;
    if (atMs - (lastAt.get(person.member) ?? 0) < 6 * hour) continue;
    lastAt.set(person.member, atMs);
    raw.push(createJob({ chance, kind, person, atMs, peak: busy >= 2, number: raw.length }));
  }
  return { kind, seed, jobs: withWeight(raw), outages: createOutages(chance, kind) };
}

function createPerson(chance: SeededChance, index: number): Person {
  return {
    member: `p${index}`,
    team: index < inTeams ? `t${index % teamCount}` : null,
    activity: logNormal(chance, 1, 1.1),
    // A trait of a person: most come, few cause most of what is missed.
    noShow: chance.next() < 0.12 ? 0.15 + 0.25 * chance.next() : 0.01,
  };
}

function pickPerson(chance: SeededChance, people: readonly Person[]): Person {
  let rest = chance.next() * people.reduce((sum, { activity }) => sum + activity, 0);
  for (const person of people) {
    rest -= person.activity;
    if (rest < 0) return person;
  }
  return chance.pick(people);
}

/** Times the mean rate; weekday evenings and weekend afternoons are busy. */
function shapeAt(minuteOfRun: number): number {
  const hourOfDay = Math.floor(minuteOfRun / 60) % 24;
  const isWeekend = Math.floor(minuteOfRun / 1440) % 7 >= 5;
  if (hourOfDay < 8 || hourOfDay >= 23) return 0.05;
  if (isWeekend) return hourOfDay >= 13 && hourOfDay < 18 ? 3.2 : 0.8;
  return hourOfDay >= 17 && hourOfDay < 21 ? 3.4 : 0.8;
}

type JobInput = {
  readonly chance: SeededChance;
  readonly kind: MachineClass;
  readonly person: Person;
  readonly atMs: number;
  readonly peak: boolean;
  readonly number: number;
};

function createJob({ chance, kind, person, atMs, peak, number }: JobInput): Omit<Job, 'light' | 'heavy'> {
  const { askedMin, whole } = kind.length(chance);
  const luck = chance.next();
  const late = luck < 0.08 ? 1 + chance.below(14) : luck < 0.084 ? 16 + chance.below(40) : 0;
  const neededMin =
    late > 0 ? askedMin + late : Math.max(5, Math.round(askedMin * (0.55 + 0.45 * chance.next())));
  return {
    id: `j${number}`,
    member: person.member,
    team: person.team,
    atMs,
    askedMs: askedMin * minute,
    whole,
    neededMs: neededMin * minute,
    patienceMs: within(logNormal(chance, whole ? 300 : 150, 0.6), 20, 1440) * minute,
    comes: chance.next() >= person.noShow,
    claimMs: chance.below(4) * minute,
    peak,
  };
}

function withWeight(jobs: readonly Omit<Job, 'light' | 'heavy'>[]): readonly Job[] {
  const asked = new Map<string, number>();
  for (const { member, askedMs } of jobs) asked.set(member, (asked.get(member) ?? 0) + askedMs);
  const ranked = [...asked].sort(([, one], [, other]) => one - other).map(([member]) => member);
  const light = new Set(ranked.slice(0, Math.floor(ranked.length / 2)));
  const heavy = new Set(ranked.slice(Math.floor(ranked.length * 0.9)));
  return jobs.map((job) => ({ ...job, light: light.has(job.member), heavy: heavy.has(job.member) }));
}

/** About nine tenths of the time a machine is up. */
function createOutages(chance: SeededChance, { machines }: MachineClass): readonly Outage[] {
  const outages: Outage[] = [];
  for (let machine = 0; machine < machines; machine++) {
    let atMs = startMs + chance.next() * 20 * dayMs;
    while (atMs < startMs + weeks * 7 * dayMs) {
      const fromMs = Math.floor(atMs / minute) * minute;
      const toMs = fromMs + within(logNormal(chance, 20, 0.8), 2, 96) * hour;
      outages.push({ machine, fromMs, toMs });
      atMs = toMs + (5 + 20 * chance.next()) * dayMs;
    }
  }
  return outages;
}
