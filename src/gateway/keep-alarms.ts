// Raises and clears alarms of switches: judges the table of `domain/machine/alarm.ts` on what is known now, keeps how long
// each condition has lasted, and writes what became of it to the journal. A flapping switch does not fill the journal.

import type { OpenAlarm } from '../domain/journal/alarm-entries.ts';
import type { EntryBody } from '../domain/journal/entry.ts';
import { openAlarmLimit, type State } from '../domain/journal/state.ts';
import { type AlarmCode, type AlarmFacts, alarmCodes, alarmRows } from '../domain/machine/alarm.ts';
import { machineOfSwitch } from '../domain/machine/lookup.ts';
import type { Stamp } from '../domain/time.ts';
import type { Committer } from './commit.ts';
import type { Meters } from './ports.ts';
import { createRest } from './rest.ts';
import type { SwitchDeed, SwitchTruthsKeeper } from './switch-truths.ts';

export type AlarmKeeper = {
  /** Judges one switch, or all of them and those that are described no more. */
  judge(only?: string): void;
};

export type KeepAlarms = {
  readonly committer: Committer;
  readonly truths: SwitchTruthsKeeper;
  readonly meters: Meters;
  readonly newId: () => string;
};

/** The same alarm of the same switch is raised at most once in this time. */
const againMs = 60_000;

/** Which alarm tells of what a switch did by itself. */
const deeds: ReadonlyMap<AlarmCode, SwitchDeed> = new Map([
  ['switch-by-hand', 'by-hand'],
  ['lease-lost', 'lease-ran-out'],
]);

/** One row of the table at one switch; monotonic, null when it is not so. Bounded by the switches described. */
type Watched = { sinceMonoMs: number | null; raisedMonoMs: number | null; isHeldBack: boolean };

type Case = { readonly switch: string; readonly code: AlarmCode };

export function createAlarmKeeper(box: KeepAlarms): AlarmKeeper {
  // Switch → code; only what was so at some time. Looked at on every tick, for every switch.
  const watched = new Map<string, Map<AlarmCode, Watched>>();
  const rest = createRest();
  let judgedVersion = -1;
  const watchedOf = (at: Case): Watched => {
    const ofSwitch = watched.get(at.switch) ?? new Map<AlarmCode, Watched>();
    const one = ofSwitch.get(at.code) ?? { sinceMonoMs: null, raisedMonoMs: null, isHeldBack: false };
    watched.set(at.switch, ofSwitch.set(at.code, one));
    return one;
  };

  const raise = (at: Case, stamp: Stamp): void => {
    const state = box.committer.tentative();
    const one = watchedOf(at);
    if (state.alarms.size >= openAlarmLimit || isTooSoon(one, stamp)) {
      // Counted once for each time that it would have been raised; it is raised later if it is still so.
      if (!one.isHeldBack) box.meters.count('alarms_held_total', { code: at.code });
      one.isHeldBack = true;
      return;
    }
    const machine = machineOfSwitch(state, at.switch);
    const session = machine === null ? null : (state.sessions.get(machine)?.session ?? null);
    const data = { alarm: box.newId(), code: at.code, machine, switch: at.switch, session };
    write(box, { type: 'alarm-raised', data }, () => {
      Object.assign(one, { sinceMonoMs: null, raisedMonoMs: stamp.monoMs, isHeldBack: false });
      box.meters.count('alarms_raised_total', { code: at.code });
      settleDeed(at);
    });
  };

  const settleDeed = (at: Case): void => {
    const deed = deeds.get(at.code);
    if (deed) box.truths.told(at.switch, deed);
  };

  const judgeRow = (at: Case, facts: AlarmFacts, open: OpenAlarm | undefined): void => {
    const row = alarmRows[at.code];
    const verdict = row.judge(facts);
    if (!open && verdict !== 'so' && !watched.get(at.switch)?.has(at.code)) return;
    const stamp = box.committer.stamp();
    const one = watchedOf(at);
    if (open) {
      one.sinceMonoMs = null;
      if (verdict === 'not-so') write(box, { type: 'alarm-cleared', data: { alarm: open.alarm } });
      // It is told already.
      if (verdict === 'so' && isDurable(box, open)) settleDeed(at);
      return;
    }
    if (verdict !== 'so') {
      Object.assign(one, { sinceMonoMs: null, isHeldBack: false });
      return;
    }
    one.sinceMonoMs ??= stamp.monoMs;
    if (stamp.monoMs - one.sinceMonoMs >= row.holdMs) raise(at, stamp);
  };

  const isSettled = (state: State): boolean =>
    state.seq === box.committer.durable().seq &&
    [...watched.values()].every((rows) =>
      [...rows.values()].every(({ sinceMonoMs, isHeldBack }) => sinceMonoMs === null && !isHeldBack),
    );

  return {
    judge(only) {
      const state = box.committer.tentative();
      const stamp = box.committer.stamp();
      const version = box.truths.version();
      if (only === undefined && version === judgedVersion && rest.holds(state, stamp)) return;
      const described = state.workshop?.switches ?? {};
      const open = bySwitch(state.alarms.values(), only);
      for (const id of only === undefined ? Object.keys(described) : [only]) {
        const facts = box.truths.facts(id, state);
        const openHere = open.get(id);
        for (const code of alarmCodes) judgeRow({ switch: id, code }, facts, openHere?.get(code));
      }
      if (only !== undefined) return;
      for (const { alarm, switch: id } of state.alarms.values()) {
        if (!Object.hasOwn(described, id)) write(box, { type: 'alarm-cleared', data: { alarm } });
      }
      judgedVersion = version;
      // Without what is waited for, and without what is on its way to the disk, only a meter that falls silent is news.
      if (isSettled(state)) rest.begin(state, stamp, box.truths.restMs());
      else rest.end();
    },
  };
}

/** Asked for every switch and row on each tick. */
function bySwitch(
  alarms: Iterable<OpenAlarm>,
  only: string | undefined,
): ReadonlyMap<string, ReadonlyMap<AlarmCode, OpenAlarm>> {
  const found = new Map<string, Map<AlarmCode, OpenAlarm>>();
  for (const alarm of alarms) {
    if (only !== undefined && alarm.switch !== only) continue;
    const ofSwitch = found.get(alarm.switch) ?? new Map<AlarmCode, OpenAlarm>();
    found.set(alarm.switch, ofSwitch.set(alarm.code, alarm));
  }
  return found;
}

const isTooSoon = ({ raisedMonoMs }: Watched, { monoMs }: Stamp): boolean =>
  raisedMonoMs !== null && monoMs - raisedMonoMs < againMs;

const isDurable = ({ committer }: KeepAlarms, { alarm }: OpenAlarm): boolean =>
  committer.durable().alarms.has(alarm);

/** A failure was reported by the committer; the next look decides anew. */
function write({ committer }: KeepAlarms, body: EntryBody, then = (): void => {}): void {
  committer.commit([body]).then(then, () => undefined);
}
