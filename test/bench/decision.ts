// How long a tap takes to be decided in a workshop of ten thousand members, on the state alone: who, which machine, may
// they. Baseline: the same with ten members, so that the figure tells what members cost.

import { decideTap } from '../../src/domain/access/decide-tap.ts';
import { apply } from '../../src/domain/journal/apply.ts';
import type { EntryBody } from '../../src/domain/journal/entry.ts';
import { emptyState, type State } from '../../src/domain/journal/state.ts';
import { createSeededChance } from '../../src/simulation/seeded-chance.ts';
import { createShop } from '../../src/simulation/shop.ts';
import { type Benchmark, type Figure, figure } from './benchmark.ts';
import { percentile } from './percentile.ts';

const decisions = 100_000;
const warmUp = 20_000;
const targetMs = 0.1;
const atMs = Date.parse('2026-11-20T18:00:00Z');

export const decision: Benchmark = { name: 'decision', limitMs: 60_000, run: async () => [measure()] };

function measure(): Figure {
  const many = timesOf(10_000);
  const few = timesOf(10);
  return figure({
    name: 'decision-p99',
    value: percentile(many, 0.99),
    unit: 'ms',
    baseline: percentile(few, 0.99),
    target: targetMs,
    note: `${decisions} taps, 10,000 members, 24 machines; baseline: 10 members`,
  });
}

/** Milliseconds of each decision, every one at another minute, by another member, at another machine. */
function timesOf(members: number): readonly number[] {
  const { state, machines } = filled(members);
  const chance = createSeededChance(1);
  const times: number[] = [];
  for (let round = 0; round < warmUp + decisions; round++) {
    const person = chance.below(members);
    const id = chance.pick(machines);
    const request = {
      reader: state.workshop?.machines[id]?.reader ?? '',
      tap: `door:${round}`,
      machine: id,
      badge: { badge: `badge-${person}`, member: `member-${person}`, counter: null },
      pin: 'none',
      replayed: false,
      newSession: `session-${round}`,
    } as const;
    const stamp = { atMs: atMs + round * 61_000, monoMs: round };
    const beganMs = performance.now();
    decideTap(state, request, stamp);
    if (round >= warmUp) times.push(performance.now() - beganMs);
  }
  return times;
}

/** A state in which half of the machines are held. */
function filled(members: number): { state: State; machines: readonly string[] } {
  const { workshop, members: rows } = createShop({ members, machines: 24, fromDay: '2026-11-20' });
  const state = emptyState('gateway-1');
  const add = (body: EntryBody): void =>
    apply(state, {
      ...body,
      seq: state.seq + 1,
      gateway: 'gateway-1',
      boot: 'boot-1',
      atMs,
      monoMs: 0,
      v: 1,
    });
  const boot = { boot: 'boot-1', version: '0', synchronised: true, last: null };
  add({ type: 'gateway-booted', data: boot });
  add({ type: 'workshop-described', data: { workshop } });
  for (const [person, { team, roles, certificates }] of rows.entries()) {
    const badges = [`badge-${person}`];
    const data = { member: `member-${person}`, team, roles, certificates, badges, shown: false, digest: '' };
    add({ type: 'member-recorded', data: { ...data, status: 'active' } });
  }
  for (const [place, id] of workshop.order.entries()) {
    if (place % 2 === 0) continue;
    const person = place % members;
    const held = { session: `held-${place}`, machine: id, pool: workshop.machines[id]?.pool ?? '' };
    const who = { member: `member-${person}`, team: null, costCode: null, badge: `badge-${person}` };
    add({ type: 'session-started', data: { ...held, ...who, reader: 'reader', tap: `held:${place}` } });
  }
  return { state, machines: workshop.order };
}
