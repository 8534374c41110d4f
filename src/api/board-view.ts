// The board as one viewer may see it, from the durable state: pure, so that the answer, the first live event and every
// later one are the same words. A name is shown only to those who may see it.

import type { Board, MachineCard } from '../contract/board.ts';
import { interlockAt } from '../domain/access/interlock-at.ts';
import { shownAt } from '../domain/access/shown-at.ts';
import type { MachineState, Session, State } from '../domain/journal/state.ts';
import { isServiceOver, problemMark } from '../domain/machine/care.ts';
import { type Held, interlockOf } from '../domain/machine/interlock.ts';
import { machineById, modeOf, powerAt } from '../domain/machine/lookup.ts';
import { valueText } from '../domain/machine/monitor.ts';
import { readingUnits } from '../domain/machine/reading.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { needsSteward, openAlarms } from './alarm-view.ts';
import { bookingMark } from './booking-view.ts';
import { controllerMeterView, factsView } from './facts-view.ts';
import { floorView } from './floor.ts';
import { heldView } from './held-view.ts';
import { rfc3339 } from './instant.ts';
import { mayName } from './may-name.ts';
import type { FloorPlan } from './options.ts';
import { decisionsView, peopleView } from './place-view.ts';
import { queueView } from './queue-view.ts';
import type { Viewer } from './viewers.ts';

export type BoardSource = {
  readonly gateway: Pick<
    Gateway,
    | 'state'
    | 'person'
    | 'heldFacts'
    | 'usedTodayMs'
    | 'latestReadings'
    | 'troubles'
    | 'program'
    | 'linkWords'
    | 'controllerMeter'
    | 'health'
    | 'queue'
    | 'machineNote'
  >;
  /** Wall clock of this answer. */
  readonly nowMs: number;
  /** Since when this process listens: the honest "since" of a machine that never spoke. */
  readonly listeningSinceMs: number;
  readonly demo: boolean;
  /** Left out or null: none is drawn. */
  readonly floor?: FloorPlan | null;
};

/** Null until the workshop is described. */
export function boardView(source: BoardSource, viewer: Viewer): Board | null {
  const { workshop } = source.gateway.state();
  if (workshop === null) return null;
  const { name, timezone, currency, locale } = workshop.space;
  return {
    space: { name, timezone, currency, locale },
    at: rfc3339(source.nowMs),
    demo: source.demo,
    ...peopleView(source, viewer),
    ...floorView(source.floor ?? null, workshop.order),
    machines: workshop.order.flatMap((id) => cardView(source, viewer, id) ?? []),
    notices: source.gateway
      .health()
      .reasons.map(({ code, text, values }) => ({ code, text, values: { ...values } })),
    alarms: viewer.scopes.has('devices:read') ? openAlarms(source.gateway, viewer) : [],
  };
}

export function cardView(source: BoardSource, viewer: Viewer, id: string): MachineCard | undefined {
  const state = source.gateway.state();
  const machine = machineById(state, id);
  if (machine === undefined) return undefined;
  const heard = state.machines.get(id) ?? unheard;
  const session = state.sessions.get(id);
  const held: Held = session?.phase ?? 'none';
  const power = powerAt(state, id);
  const sinceMs = heard.sinceMs ?? session?.startedAtMs ?? source.listeningSinceMs;
  return {
    id,
    name: machine.name,
    pool: machine.pool,
    ...shownAt(state, id, { atMs: source.nowMs }),
    link: heard.link,
    activity: heard.activity,
    substate: heard.substate,
    raw: heard.raw,
    mode: modeOf(state, id),
    ...decisionsView(source, viewer, id),
    interlock: interlockOf({ held, power }),
    permit: permitView(state, id),
    since: rfc3339(sinceMs),
    facts: factsView(source, viewer, { id, holder: holderName(source, viewer, session) }),
    ...controllerMeterView(source, id),
    session: session === undefined ? null : sessionView(source, viewer, session),
    job: jobView(source, viewer, { machine: id, job: heard.job }),
    usedTodayMs: Math.max(0, Math.round(source.gateway.usedTodayMs(id))),
    chart: machine.chart === null ? null : { name: machine.chart, unit: readingUnits[machine.chart] },
    reader: machine.reader,
    switch: machine.switch,
    troubles: source.gateway.troubles(id).map(({ code, values }) => ({ code, values: { ...values } })),
    ...source.gateway.linkWords(id),
    care: {
      problem: problemMark(state, id),
      serviceOver: isServiceOver(state, id, { atMs: source.nowMs, synchronised: state.synchronised }),
    },
    ...inTurn(source, viewer, machine.pool),
    ...bookingMark(source.gateway, viewer, { id, pool: machine.pool }),
    needsSteward: needsSteward(state, id),
  };
}

/** Left out of the card of a machine that is not used in turn. */
function inTurn({ gateway }: BoardSource, viewer: Viewer, pool: string): Pick<MachineCard, 'queue'> {
  const queue = queueView(gateway, viewer, pool);
  return queue ? { queue } : {};
}

function permitView(state: State, id: string): MachineCard['permit'] {
  const { permit, reason, bad } = interlockAt(state, id);
  const latch = state.latches.get(id);
  const named = latch && machineById(state, id)?.monitors?.[latch.monitor];
  // What latched it may be good again; it is named all the same.
  const shown =
    bad ?? (latch && named ? { monitor: named, why: 'limit' as const, value: latch.value } : null);
  const monitor = shown && {
    name: shown.monitor.name,
    why: shown.why,
    value: valueText(shown.monitor.reading, shown.value),
  };
  return { word: permit, reason, monitor };
}

/** A machine that has not said anything since the journal began. */
const unheard: Pick<MachineState, 'link' | 'activity' | 'substate' | 'raw' | 'job'> & {
  readonly sinceMs: number | null;
} = {
  link: 'never',
  activity: 'unknown',
  substate: null,
  raw: null,
  sinceMs: null,
  job: null,
};

function sessionView(
  source: BoardSource,
  viewer: Viewer,
  session: Session,
): NonNullable<MachineCard['session']> {
  const { gateway } = source;
  const mine = viewer.member !== null && viewer.member === session.member;
  return {
    id: session.session,
    since: rfc3339(session.startedAtMs),
    ending: session.phase !== 'active',
    member: holderName(source, viewer, session),
    mine,
    ...heldView(source, { session, mine, isKiosk: viewer.kioskOf?.includes(session.machine) === true }),
    ...forStaff({ gateway }, viewer, session),
  };
}

function holderName(source: BoardSource, viewer: Viewer, session: Session | undefined): string | null {
  if (session === undefined || !mayName(source, viewer, session.member)) return null;
  return source.gateway.person(session.member)?.name ?? null;
}

/** What only staff are told of a session: who teaches in it, and which rules it went past. */
function forStaff(
  { gateway }: Pick<BoardSource, 'gateway'>,
  viewer: Viewer,
  { trainer, bypassed }: Session,
): Pick<NonNullable<MachineCard['session']>, 'trainer' | 'bypassed'> {
  return {
    ...(trainer !== undefined && viewer.scopes.has('members:read')
      ? { trainer: gateway.person(trainer)?.name ?? trainer }
      : {}),
    ...(bypassed !== undefined && viewer.scopes.has('sessions:end') ? { bypassed: [...bypassed] } : {}),
  };
}

type JobAt = { readonly machine: string; readonly job: string | null };

/** The name of its file tells on who made it, so it is shown to those alone who may know them. */
function jobView(source: BoardSource, viewer: Viewer, { machine, job }: JobAt): MachineCard['job'] {
  if (job === null) return null;
  const { gateway } = source;
  const readings = gateway.latestReadings(machine);
  const member = gateway.state().sessions.get(machine)?.member ?? null;
  return {
    id: job,
    program: mayName(source, viewer, member) ? gateway.program(machine) : null,
    progress: readings['program.progress'] ?? null,
    timeLeftS: readings['program.timeLeft'] ?? null,
  };
}
