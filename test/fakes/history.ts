// A journal written by hand, for tests of the domain: bodies become entries as the gateway would make them, under a
// clock that the test turns, and advance the state.

import { apply } from '../../src/domain/journal/apply.ts';
import type { Entry, EntryBody, MachineChanged, MemberRecorded } from '../../src/domain/journal/entry.ts';
import { emptyState, type Session, type State } from '../../src/domain/journal/state.ts';
import type { Activity } from '../../src/domain/machine/activity.ts';
import type { Heat } from '../../src/domain/machine/heat.ts';
import type { Workshop } from '../../src/domain/machine/workshop.ts';
import type { Stamp } from '../../src/domain/time.ts';
import { createHandClock, type HandClock } from './hand-clock.ts';
import { sampleWorkshop } from './sample-workshop.ts';

export type History = {
  readonly state: State;
  readonly clock: HandClock;
  readonly entries: readonly Entry[];
  stamp(): Stamp;
  add(...bodies: readonly EntryBody[]): void;
  boot(options?: { readonly synchronised?: boolean; readonly last?: 'none' | 'now' }): void;
  member(member: string, change?: Partial<MemberRecorded>): void;
  start(machine: string, member: string): Session;
  report(machine: string, activity: Activity, change?: Partial<MachineChanged>): void;
  job(machine: string, job: string | null): void;
  power(id: string, on: boolean | null): void;
  heat(machine: string, heat: Heat): void;
};

/** Booted, described, with the members anna and bruno, whose badges are `badge-anna` and `badge-bruno`. */
export function createHistory({ workshop = sampleWorkshop }: { workshop?: Workshop } = {}): History {
  const clock = createHandClock();
  const state = emptyState('gateway-1');
  const entries: Entry[] = [];
  let boots = 0;
  const stamp = (): Stamp => ({ atMs: Math.max(state.lastAtMs, clock.wallMs()), monoMs: clock.monoMs() });
  const add = (...bodies: readonly EntryBody[]): void => {
    for (const body of bodies) {
      const boot = body.type === 'gateway-booted' ? body.data.boot : (state.boot ?? 'boot-0');
      const entry: Entry = { ...body, seq: state.seq + 1, gateway: 'gateway-1', boot, v: 1, ...stamp() };
      entries.push(structuredClone(entry));
      apply(state, entry);
    }
  };
  const history: History = {
    state,
    clock,
    entries,
    stamp,
    add,
    boot({ synchronised = true, last = 'none' } = {}) {
      const beat = last === 'now' && state.boot ? { boot: state.boot, ...stamp() } : null;
      clock.boot();
      boots += 1;
      add({
        type: 'gateway-booted',
        data: { boot: `boot-${boots}`, version: '0', synchronised, last: beat },
      });
    },
    member: (member, change) => add({ type: 'member-recorded', data: recordOf(member, change) }),
    start(machine, member) {
      const pool = workshop.machines[machine]?.pool ?? '';
      const by = { session: `session-${state.seq + 1}`, machine, pool, member, team: null, costCode: null };
      const tap = { badge: `badge-${member}`, reader: 'front', tap: `b:${state.seq}` };
      add({ type: 'session-started', data: { ...by, ...tap } });
      const session = state.sessions.get(machine);
      if (!session) throw new Error(`no session on ${machine}`);
      return session;
    },
    report: (machine, activity, change) =>
      add({ type: 'machine-changed', data: { ...reportOf(machine, activity), ...change } }),
    job(machine, job) {
      const open = state.machines.get(machine)?.job ?? '';
      if (job === null) add({ type: 'job-ended', data: { machine, job: open, result: 'completed' } });
      else add({ type: 'job-started', data: { machine, job, session: null } });
    },
    heat: (machine, heat) => add({ type: 'heat-changed', data: { machine, heat } }),
    power: (id, on) => add({ type: 'switch-changed', data: { switch: id, on } }),
  };
  history.boot();
  add({ type: 'workshop-described', data: { workshop } });
  history.member('anna');
  history.member('bruno');
  return history;
}

const recordOf = (member: string, change: Partial<MemberRecorded> = {}): MemberRecorded => ({
  member,
  status: 'active',
  team: null,
  roles: ['member'],
  certificates: [{ certificate: 'laser-basic', until: null }],
  badges: [`badge-${member}`],
  shown: false,
  digest: 'd',
  ...change,
});

const reportOf = (machine: string, activity: Activity): MachineChanged => ({
  machine,
  link: 'up',
  activity,
  substate: null,
  raw: null,
  confidence: 'reported',
  source: 'status',
  seenAgoMs: 0,
});
