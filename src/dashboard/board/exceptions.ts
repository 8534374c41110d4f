// What needs somebody, from the board: loudest first, the order of the machines within. Calm when there is nothing.

import type { AlarmView } from '../../contract/alarms.ts';
import type { Board, MachineCard } from '../../contract/board.ts';
import { isLive, type LiveState } from '../live/live-state.ts';
import type { Shown } from '../look/states.ts';
import { filled } from '../words/icu.ts';
import type { Words } from '../words/words.ts';

type Notice = Board['notices'][number];

export type Exception =
  | { readonly kind: 'state'; readonly card: MachineCard; readonly shown: Shown; readonly since: string }
  | { readonly kind: 'power'; readonly card: MachineCard }
  /** An alarm or open door that we can no longer see: losing the link does not clear it. */
  | { readonly kind: 'last-known'; readonly card: MachineCard; readonly shown: Shown; readonly since: string }
  /** What is wrong with a switch, for those who may see it. */
  | { readonly kind: 'switch'; readonly alarm: AlarmView; readonly name: string | null }
  /** The same for everybody else, in no more words than keep them away. */
  | { readonly kind: 'steward'; readonly card: MachineCard }
  /** A problem, or somebody who locked it, keeps everybody away until a steward has looked. */
  | { readonly kind: 'locked'; readonly card: MachineCard; readonly by: 'problem' | 'somebody' }
  | ({ readonly kind: 'notice' } & Notice);

/** `member`: null for one who is not shown. */
type Call = { readonly machine: MachineCard; readonly member: string | null };

/** The exceptions of a board; those of unheard machines come last and stay grey. */
export function exceptionsOf(state: LiveState): readonly Exception[] {
  const machines = state.board?.machines ?? [];
  if (!isLive(state)) return lastKnown(machines);
  const inState = (shown: Shown): Exception[] =>
    machines
      .filter((card) => card.shown === shown && !state.lostInAlarm.has(card.id))
      .map((card) => ({ kind: 'state', card, shown, since: card.since }));
  const switches = switchAlarms(state);
  const told = new Set(switches.map(({ alarm }) => alarm.machine));
  const needing = machines.filter((card) => card.needsSteward && !told.has(card.id));
  return [
    ...inState('alarm'),
    ...machines.flatMap((card): Exception[] => {
      const since = state.lostInAlarm.get(card.id);
      return since === undefined ? [] : [{ kind: 'last-known', card, shown: 'alarm', since }];
    }),
    // They keep their places when one is answered: a second click must not answer the next one.
    ...switches,
    ...needing.map((card): Exception => ({ kind: 'steward', card })),
    ...machines
      .filter((card) => card.interlock === 'failed' && !told.has(card.id) && !card.needsSteward)
      .map((card): Exception => ({ kind: 'power', card })),
    ...machines.flatMap(lockedOf),
    ...inState('door'),
    ...(state.board?.notices ?? []).map((notice): Exception => ({ kind: 'notice', ...notice })),
    ...inState('unknown'),
    ...inState('offline'),
  ];
}

/** Machines that are kept for somebody who was called: on a wall it is how they hear of it. */
export function callsOf(state: LiveState): readonly Call[] {
  if (!isLive(state)) return [];
  return (state.board?.machines ?? []).flatMap((machine) => {
    const called = machine.queue?.line.find((one) => one.phase === 'called' && one.machine === machine.id);
    return called ? [{ machine, member: called.member }] : [];
  });
}

/** A problem says more than a lock: it is named where there are both. */
function lockedOf(card: MachineCard): readonly Exception[] {
  if (card.care.problem === 'lock') return [{ kind: 'locked', card, by: 'problem' }];
  return card.lock ? [{ kind: 'locked', card, by: 'somebody' }] : [];
}

/** An alarm that tells more → those of the same switch that it tells of as well, which get no line beside it. */
const tellsAlso: Readonly<Partial<Record<AlarmView['code'], readonly AlarmView['code'][]>>> = {
  'relay-welded': ['power-without-session'],
};

/** The open alarms about switches; false ones need nobody, and what another one tells of stands once. */
export function switchAlarms({ board }: LiveState): readonly Extract<Exception, { kind: 'switch' }>[] {
  const standing = (board?.alarms ?? []).filter(({ answered }) => answered?.what !== 'false-alarm');
  const isTold = (alarm: AlarmView): boolean =>
    standing.some((other) => other.switch === alarm.switch && tellsAlso[other.code]?.includes(alarm.code));
  return standing
    .filter((alarm) => !isTold(alarm))
    .map((alarm) => {
      const card = board?.machines.find(({ id }) => id === alarm.machine);
      return { kind: 'switch', alarm, name: card?.name ?? null };
    });
}

/** A notice in the language of the page; the gateway's own sentence where this page does not know the code. */
export function noticeText({ code, text, values }: Notice, { notices }: Words): string {
  const say = Object.hasOwn(notices, code) ? notices[code] : undefined;
  return say === undefined ? text : filled(say, values);
}

/** What stood in the strip when the gateway was last heard, as far as somebody should act on it. */
function lastKnown(machines: readonly MachineCard[]): readonly Exception[] {
  return (['alarm', 'door'] as const).flatMap((shown) =>
    machines
      .filter((card) => card.shown === shown)
      .map((card): Exception => ({ kind: 'last-known', card, shown, since: card.since })),
  );
}

/** How loud one exception is; the strip takes the loudest. */
export function loudness(exception: Exception): 'alarm' | 'ask' | 'blank' {
  switch (exception.kind) {
    case 'switch':
      if (exception.alarm.answered !== null) return 'blank';
      return isLivePower(exception.alarm) ? 'alarm' : 'ask';
    case 'power':
    case 'steward':
    case 'locked':
    case 'notice':
      return 'ask';
    case 'last-known':
    case 'state':
      if (exception.shown === 'alarm') return 'alarm';
      return exception.shown === 'door' ? 'ask' : 'blank';
  }
}

/** The loudest of all, null when there is none. */
export function loudestOf(all: readonly Exception[]): ReturnType<typeof loudness> | null {
  const found = new Set(all.map(loudness));
  return (['alarm', 'ask', 'blank'] as const).find((one) => found.has(one)) ?? null;
}

/** Machines whose controller we hear now. */
export function heardCount(state: LiveState): number {
  return (state.board?.machines ?? []).filter((card) => card.link === 'up').length;
}

/** Whoever touches that machine may be hurt. */
const isLivePower = ({ code }: AlarmView): boolean =>
  code === 'relay-welded' || code === 'power-without-session';
