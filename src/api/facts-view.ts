// The four facts about a machine, apart from each other, each with since when it is so and by whom or by what it is known or
// was brought about; and the hour meters of its controller beside ours. None is squeezed into another.

import type { ControllerMeterView, FourFacts } from '../contract/machine-facts.ts';
import type { MachineState, Session, State } from '../domain/journal/state.ts';
import { driftOf } from '../domain/machine/controller-meter.ts';
import { interlockOf } from '../domain/machine/interlock.ts';
import { machineById, powerAt } from '../domain/machine/lookup.ts';
import type { BoardSource } from './board-view.ts';
import { rfc3339 } from './instant.ts';
import type { Viewer } from './viewers.ts';

type Heard = Pick<MachineState, 'linkSinceMs' | 'sinceMs' | 'source' | 'confidence'>;

/** @param holder name of whoever holds it, null where it may not be told */
export function factsView(
  { gateway, listeningSinceMs }: Pick<BoardSource, 'gateway' | 'listeningSinceMs'>,
  viewer: Viewer,
  { id, holder }: { readonly id: string; readonly holder: string | null },
): FourFacts {
  const state = gateway.state();
  const heard: Heard = state.machines.get(id) ?? { ...unheard, ...both(listeningSinceMs) };
  const decided = state.modes.get(id);
  const maySeeWho = viewer.scopes.has('machines:write');
  return {
    link: {
      since: rfc3339(heard.linkSinceMs),
      by: machineById(state, id)?.link ?? 'none',
      name: null,
    },
    activity: {
      since: rfc3339(heard.sinceMs),
      by: heard.confidence === 'inferred' && heard.source !== 'sensor' ? 'inferred' : heard.source,
      name: null,
    },
    mode: {
      since: decided ? rfc3339(decided.sinceMs) : null,
      by: decided ? 'person' : 'nobody',
      name: decided && maySeeWho ? (gateway.person(decided.by)?.name ?? decided.by) : null,
    },
    interlock: interlockFact(state, { id, holder }),
  };
}

const unheard = { source: 'silence', confidence: 'stale' } as const;
const both = (atMs: number) => ({ linkSinceMs: atMs, sinceMs: atMs });

function interlockFact(state: State, of: { id: string; holder: string | null }): FourFacts['interlock'] {
  const session = state.sessions.get(of.id);
  const power = powerAt(state, of.id);
  const word = interlockOf({ held: session?.phase ?? 'none', power });
  const switchId = machineById(state, of.id)?.switch ?? '';
  // A switch that nobody has heard since the start says nothing of a time either.
  const switchMs = power === 'none' || power === 'unknown' ? null : state.switches.get(switchId)?.sinceMs;
  const heldMs = session && (word === 'engaging' ? session.phaseAtMs : session.startedAtMs);
  const sinceMs = Math.max(heldMs ?? 0, switchMs ?? 0);
  const by = byOf(word, session);
  return {
    since: sinceMs === 0 ? null : rfc3339(sinceMs),
    by,
    name: by === 'session' ? of.holder : null,
  };
}

function byOf(
  word: ReturnType<typeof interlockOf>,
  session: Session | undefined,
): FourFacts['interlock']['by'] {
  if (word === 'released' || word === 'releasing') return 'session';
  if (word === 'engaging') return 'session-end';
  if (word === 'failed') return session ? 'switch-silent' : 'switch-on';
  return session ? 'switch-off' : 'nobody';
}

/** Left out where the controller tells none. */
export function controllerMeterView(
  { gateway }: Pick<BoardSource, 'gateway'>,
  id: string,
): { controllerMeter?: ControllerMeterView } {
  const meter = gateway.controllerMeter(id);
  if (meter === null) return {};
  const { told, ours, began, restartedAtMs } = meter;
  const drift = driftOf(meter);
  return {
    controllerMeter: {
      powerOnMs: wholeOr(told.powerOnMs),
      operationMs: wholeOr(told.operationMs),
      cycles: wholeOr(told.cycles),
      oursMs: Math.floor(ours.operatingMs),
      compared: began && rfc3339(began.atMs),
      driftMs: drift?.driftMs ?? null,
      isOff: drift?.isOff ?? false,
      restarted: restartedAtMs === null ? null : rfc3339(restartedAtMs),
    },
  };
}

const wholeOr = (value: number | undefined): number | null =>
  value === undefined ? null : Math.floor(value);
