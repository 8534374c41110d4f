// Judges of turns, in lives that have them: nobody is let on before their turn, the next is who the reasons say, a promise is kept
// (T1), and no machine stands idle while somebody waits who could have it.

import { inTurnAt, machinesOf, situationOf } from '../domain/access/turn-at.ts';
import type { Entry } from '../domain/journal/entry.ts';
import { explain } from '../domain/schedule/explain.ts';
import { freeMachines, isEligible, turnsOf } from '../domain/schedule/situation.ts';
import { must } from './broken.ts';
import type { Invariant } from './watch.ts';

type Of<T extends Entry['type']> = Entry & { readonly type: T };

export const nobodyBeforeTheirTurn: Invariant['judge'] = ({ shadow }) => ({
  entry(entry) {
    if (entry.type !== 'session-started') return;
    const { machine, pool, member, learning } = entry.data;
    const at = inTurnAt(shadow, pool);
    if (!at) return;
    const turn = turnsOf(at.queue).get(machine);
    // Under a trainer's turn the learner holds the machine.
    const isTheirs = turn?.ticket.phase === 'running' && (turn.ticket.member === member || learning);
    must(Boolean(isTheirs), '8 out-of-turn', () => `entry ${entry.seq}: ${member} begins at ${machine}`);
  },
});

export const nextByTheReasons: Invariant['judge'] = ({ shadow }) => ({
  entry(entry) {
    if (entry.type !== 'turn-granted') return;
    const { pool, ticket, machine } = entry.data;
    const at = inTurnAt(shadow, pool);
    if (!at) return;
    const situation = situationOf(shadow, at, entry);
    const seat = situation.machines.find((one) => one.machine === machine);
    // The line is one for all machines of a pool; where not everybody may have this one it is another for it.
    const isOpen = [...at.queue.tickets.values()].every(
      (one) =>
        one.phase !== 'callable' ||
        (seat && isEligible({ ticket: one, machine: seat }, at.policy, situation)),
    );
    const found = explain({ state: shadow.schedule, ticket }, at.policy, situation);
    must(
      found !== null && (!isOpen || found.ahead.length === 0),
      '3 reasons',
      () => `entry ${entry.seq}: ${ticket} is called, and the reasons put ${found?.ahead.length} before it`,
    );
  },
});

/** The gateway looks once a second, and a step of the world may be longer. */
const lateMs = 10_000;

/**
 * Since when the gateway runs on a good disk under a clock that is not put forward or back: who decides nothing, or not at
 * the time that the clock says, keeps nobody's promise.
 */
function createCalm(scene: Parameters<Invariant['judge']>[0]) {
  let sinceMs = 0;
  let offsetMs = Number.NaN;
  return {
    look(): void {
      const { world, shadow } = scene;
      const nowMs = world.clock.trueMs();
      const now = world.clock.wallMs() - nowMs;
      const gateway = world.gateway();
      const isBehind = gateway !== null && gateway.state().seq < shadow.seq;
      const isAhead = shadow.lastAtMs > world.clock.wallMs();
      const isWell = gateway !== null && world.disk.isWell() && now === offsetMs && !isBehind && !isAhead;
      if (!isWell) sinceMs = nowMs;
      offsetMs = now;
    },
    unsettle(): void {
      sinceMs = scene.world.clock.trueMs();
    },
    forMs: (): number => scene.world.clock.trueMs() - sinceMs,
  };
}

export const promisesAreKept: Invariant['judge'] = (scene) => {
  const calm = createCalm(scene);
  const kept = (promise: { latestMs: number | null; madeAtMs: number }, atMs: number, who: string): void => {
    if (promise.latestMs === null || atMs <= promise.latestMs + lateMs) return;
    // Made before the last trouble: it counted on a gateway that looks every second.
    if (calm.forMs() < atMs - promise.madeAtMs) return;
    const lateS = Math.round((atMs - promise.latestMs) / 1000);
    must(false, 'T1 late', () => `${who} was promised a start ${lateS} s ago`);
  };
  return {
    entry(entry) {
      if (entry.type === 'gateway-booted' || entry.type === 'clock-judged') calm.unsettle();
      if (entry.type !== 'turn-granted') return;
      const { promise } = ticketIn(scene.shadow, entry) ?? {};
      if (promise) kept(promise, entry.atMs, entry.data.ticket);
    },
    step() {
      const { shadow, world } = scene;
      if (!hasTickets(shadow)) return;
      calm.look();
      const atMs = world.clock.wallMs();
      for (const { tickets } of shadow.schedule.queues.values())
        for (const { phase, promise, ticket } of tickets.values())
          if (phase === 'callable' && promise) kept(promise, atMs, ticket);
    },
  };
};

const ticketIn = (shadow: Parameters<Invariant['judge']>[0]['shadow'], { data }: Of<'turn-granted'>) =>
  shadow.schedule.queues.get(data.pool)?.tickets.get(data.ticket);

function hasTickets({ schedule }: Parameters<Invariant['judge']>[0]['shadow']): boolean {
  for (const { tickets } of schedule.queues.values()) if (tickets.size > 0) return true;
  return false;
}

export const noIdleMachine: Invariant['judge'] = (scene) => {
  const calm = createCalm(scene);
  /** Machine → since when it stands free although somebody waits who could have it. */
  const idleSinceMs = new Map<string, number>();

  const look = (pool: string): void => {
    const { shadow, world } = scene;
    const at = inTurnAt(shadow, pool);
    const waiting = [...(at?.queue.tickets.values() ?? [])].filter(({ phase }) => phase === 'callable');
    if (!at || waiting.length === 0) {
      for (const { id } of machinesOf(shadow, pool)) idleSinceMs.delete(id);
      return;
    }
    const stamp = { atMs: world.clock.wallMs(), monoMs: world.clock.monoMs() };
    const situation = situationOf(shadow, at, stamp);
    const free = freeMachines(at.queue, situation).filter((machine) =>
      waiting.some((ticket) => isEligible({ ticket, machine }, at.policy, situation)),
    );
    const nowMs = world.clock.trueMs();
    for (const { machine } of situation.machines) {
      if (!free.some((one) => one.machine === machine)) {
        idleSinceMs.delete(machine);
        continue;
      }
      const sinceMs = idleSinceMs.get(machine) ?? nowMs;
      idleSinceMs.set(machine, sinceMs);
      const isIdle = nowMs - sinceMs > lateMs && calm.forMs() > lateMs;
      must(!isIdle, 'T2 idle', () => `${machine} stands free for ${nowMs - sinceMs} ms, and somebody waits`);
    }
  };
  return {
    entry({ type }) {
      if (type === 'gateway-booted') calm.unsettle();
    },
    step() {
      if (!hasTickets(scene.shadow)) return;
      calm.look();
      for (const pool of scene.shadow.schedule.queues.keys()) look(pool);
    },
  };
};
