// A witness of the world: after every step it follows the journal on the disk and says which invariant was broken. It
// trusts nothing that the gateway says of itself, only the disk, the relays and the stopwatch.

import assert from 'node:assert/strict';
import { apply } from '../../src/domain/journal/apply.ts';
import type { Entry, SegmentClosed } from '../../src/domain/journal/entry.ts';
import { emptyState, type Session, type State } from '../../src/domain/journal/state.ts';
import type { TapAnswer } from '../../src/gateway/ports.ts';
import type { Order } from './fake-switches.ts';
import type { World } from './fake-world.ts';
import { replayed } from './replay.ts';
import { createUseWitness } from './use-witness.ts';

export type Witness = {
  /** To be called with each order, at the moment it is sent. */
  sees(order: Order): void;
  /** The gateway answered a tap: it says that this is durable. */
  hears(reader: string, answer: TapAnswer): void;
  /** To be called after every step. */
  checks(): void;
  /** The slow proofs, once in a while. */
  checksAll(): void;
};

/** No switch has a longer lease than this in the sample workshop. */
const longestLeaseMs = 900_000;

type SessionSeen = { readonly startedAtMs: number; loadedMs: number; parts: number };

/** What became of the power of a session: never there, there, or there and gone. */
type PowerSeen = { readonly session: string; power: 'none' | 'on' | 'gone'; lied: boolean };

export function createWitness(world: () => World): Witness {
  const shadow = emptyState('gateway-1');
  const sessions = new Map<string, SessionSeen>();
  const taps = new Set<string>();
  const uses = createUseWitness();
  const heldAtMs = new Map<string, number>();
  const numbers = new Map<string, { n: number; bootMs: number }>();
  const powers = new Map<string, PowerSeen>();
  const heard: string[] = [];
  const bootAtMs = new Map<string, number>();
  let broken: unknown = null;
  let wallOffsetMs = Number.NEGATIVE_INFINITY;
  let wasPutBack = false;

  const clock = () => world().clock;
  /** When an entry was decided, by the stopwatch. */
  const trueMs = ({ boot, monoMs }: Entry): number => (bootAtMs.get(boot) ?? 0) + monoMs;

  /** Takes in what has come onto the disk since. */
  const follow = (untilSeq = Number.POSITIVE_INFINITY): void => {
    for (const entry of world().journal.entries().slice(shadow.seq)) {
      if (entry.seq > untilSeq) return;
      judge(entry);
      const before = entry.type === 'tap-refused' ? structuredClone(shadow.sessions) : null;
      const { lastAtMs } = shadow;
      apply(shadow, structuredClone(entry));
      assert.ok(entry.atMs >= lastAtMs, `inv. 4: entry ${entry.seq} goes before the one before it`);
      if (before)
        assert.deepEqual(shadow.sessions, before, `inv. 6: refusal ${entry.seq} disturbed a session`);
    }
  };

  const judge = (entry: Entry): void => {
    const { type, data } = entry;
    if ('tap' in data && data.tap !== null && data.reader !== null) {
      const key = `${data.reader} ${data.tap}`;
      const isReplay = type === 'tap-refused' && data.code === 'tap-replayed';
      assert.ok(isReplay || !taps.has(key), `tap ${key} was decided twice`);
      taps.add(key);
    }
    if (type === 'session-started') {
      assert.ok(!shadow.sessions.has(data.machine), `${data.machine} has two holders`);
      sessions.set(data.session, { startedAtMs: trueMs(entry), loadedMs: 0, parts: 0 });
    }
    if (type === 'session-handed-over') {
      const before = shadow.sessions.get(data.machine);
      assert.equal(before?.session, data.from, `${data.machine} is handed over by whoever does not hold it`);
      assert.equal(before?.segment, null, `inv. 5: ${data.from} is handed over with its clock running`);
      sessions.set(data.to, { startedAtMs: trueMs(entry), loadedMs: 0, parts: 0 });
    }
    if (type === 'badge-counted') {
      const last = shadow.badgeCounts.get(data.badge) ?? -1;
      assert.ok(data.counter > last, `reading ${data.counter} of a badge was taken after ${last}`);
    }
    if (type === 'cooling-ended' && data.why === 'cool') {
      const heat = shadow.machines.get(data.machine)?.heat;
      assert.equal(heat, 'cool', `inv. 9: ${data.machine} goes dark as cool and is ${heat}`);
    }
    if (type === 'gateway-booted') bootAtMs.set(data.boot, clock().trueMs() - clock().monoMs());
    if (type === 'segment-closed') judgeSegment(data, trueMs(entry));
    uses.judge(entry, shadow);
  };

  const judgeSegment = (segment: SegmentClosed, nowMs: number): void => {
    const { loadedMs, poweredMs, workingMs, operatingMs } = segment.clocks;
    const ordered = [loadedMs, poweredMs, workingMs, operatingMs, 0];
    assert.ok(
      ordered.every((ms, i) => i === 0 || (ordered[i - 1] ?? 0) >= ms),
      `inv. 4: clocks out of order in ${JSON.stringify(segment)}`,
    );
    assert.ok(segment.gapMs >= 0 && segment.toMs >= segment.fromMs, 'inv. 4: negative time');
    const session = sessions.get(segment.session);
    assert.ok(session, `a segment of no session: ${segment.session}`);
    assert.equal(segment.index, session.parts, 'a segment is missing or comes twice');
    session.parts += 1;
    session.loadedMs += loadedMs;
    const elapsedMs = nowMs - session.startedAtMs;
    assert.ok(session.loadedMs <= elapsedMs, `${session.loadedMs} ms billed of ${elapsedMs} ms that passed`);
  };

  /** Follows the relay under the session that holds it; a switch that lies may fool the gateway, and is not judged. */
  const powerUnder = (id: string): PowerSeen | null => {
    const session = holder(shadow, id)?.session;
    if (session === undefined) return null;
    const relay = world().switches.get(id);
    const known = powers.get(id);
    const seen: PowerSeen = known?.session === session ? known : { session, power: 'none', lied: false };
    powers.set(id, seen);
    if (relay.isOn()) seen.power = 'on';
    else if (seen.power === 'on') seen.power = 'gone';
    seen.lied ||= relay.isLying();
    return seen;
  };

  const watchWall = (): void => {
    const offsetMs = clock().wallMs() - clock().trueMs();
    if (offsetMs < wallOffsetMs) wasPutBack = true;
    wallOffsetMs = offsetMs;
  };

  const judgeOrder = (order: Order): void => {
    // What the gateway goes by must be on the disk; the disk may be ahead of it by the rest of a group.
    const { seq } = world().gateway.state();
    follow(seq);
    assert.ok(shadow.seq >= seq, `inv. 1: order ${order.n} follows entry ${seq}, which is not on the disk`);
    watchWall();
    const said = numbers.get(order.switch);
    const bootMs = clock().trueMs() - clock().monoMs();
    // Over a restart they follow the wall clock, and can fall behind once somebody has put that back.
    const bound = said && (said.bootMs === bootMs || !wasPutBack);
    assert.ok(!bound || order.n > said.n, `order ${order.n} to ${order.switch}: numbers only grow`);
    numbers.set(order.switch, { n: order.n, bootMs });
    if (!order.on) {
      assert.ok(!cools(shadow, order.switch), `inv. 9: ${order.switch} is told off on what must cool`);
      return;
    }
    assert.ok(holder(shadow, order.switch), `inv. 1: ${order.switch} is told on without a session`);
    const seen = powerUnder(order.switch);
    const again = order.there && seen?.power === 'gone' && !seen.lied;
    assert.ok(!again, `inv. 8: ${order.switch} is told on again, after its power had gone in this session`);
  };

  const checkPower = (): void => {
    const { clock, switches } = world();
    for (const id of switches.ids) {
      powerUnder(id);
      if (holder(shadow, id)) heldAtMs.set(id, clock.trueMs());
      if (!switches.get(id).isOn()) continue;
      const agoMs = clock.trueMs() - (heldAtMs.get(id) ?? Number.NEGATIVE_INFINITY);
      assert.ok(agoMs <= longestLeaseMs, `inv. 1: ${id} is on ${agoMs} ms after its session`);
    }
  };

  return {
    sees(order) {
      // Called from within the gateway, which would take a failed assertion for a broken switch: kept for `checks`.
      try {
        judgeOrder(order);
      } catch (fault) {
        broken ??= fault;
      }
    },
    hears: (reader, answer) => void heard.push(`${reader} ${answer.tap}`),
    checks() {
      if (broken !== null) throw broken;
      follow();
      watchWall();
      for (const key of heard.splice(0))
        assert.ok(taps.has(key), `tap ${key} was answered and is not on the disk`);
      checkPower();
      if (world().isUp()) {
        assert.deepEqual(world().gateway.state(), shadow, 'inv. 3: the live state is not what replay gives');
      }
    },
    checksAll() {
      assert.deepEqual(
        replayed(world().journal.entries()),
        shadow,
        'inv. 3: replay depends on how it is done',
      );
    },
  };
}

/** Whether a session on the disk waits for what this switch feeds to cool. */
function cools(state: State, id: string): boolean {
  return [...state.sessions.values()].some(
    ({ machine, phase }) => phase === 'cooling' && state.workshop?.machines[machine]?.switch === id,
  );
}

/** The session on the disk that wants power from this switch. */
function holder(state: State, id: string): Session | undefined {
  return [...state.sessions.values()].find(
    ({ machine, phase }) => phase !== 'darkening' && state.workshop?.machines[machine]?.switch === id,
  );
}
