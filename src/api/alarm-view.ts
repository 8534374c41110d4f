// An alarm as one viewer may see it, field by field; who answered it is a name only for those who may see names.

import type { AlarmView } from '../contract/alarms.ts';
import type { State } from '../domain/journal/state.ts';
import { alarmCodes, alarmRows } from '../domain/machine/alarm.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { rfc3339 } from './instant.ts';
import type { Viewer } from './viewers.ts';

type Alarm = Awaited<ReturnType<Gateway['alarmsRaised']>>[number];
type Open = State['alarms'] extends Map<string, infer T> ? T : never;

export type AlarmSource = { readonly gateway: Pick<Gateway, 'person'>; readonly viewer: Viewer };

export function alarmView(source: AlarmSource, alarm: Open & Partial<Pick<Alarm, 'clearedAtMs'>>): AlarmView {
  const { answered, clearedAtMs = null } = alarm;
  return {
    alarm: alarm.alarm,
    code: alarm.code,
    machine: alarm.machine,
    switch: alarm.switch,
    session: alarm.session,
    since: rfc3339(alarm.raisedAtMs),
    answered: answered && {
      what: answered.what,
      by: nameOf(source, answered.by),
      at: rfc3339(answered.atMs),
    },
    cleared: clearedAtMs === null ? null : rfc3339(clearedAtMs),
  };
}

/** The open ones, the most pressing first and the oldest of each kind before the others. */
export function openAlarms(gateway: Pick<Gateway, 'state' | 'person'>, viewer: Viewer): AlarmView[] {
  const open = [...gateway.state().alarms.values()];
  return alarmCodes.flatMap((code) =>
    open.filter((alarm) => alarm.code === code).map((alarm) => alarmView({ gateway, viewer }, alarm)),
  );
}

/** Whether everybody is told that a steward should look at a machine: what flows there may hurt somebody. */
export function needsSteward(state: Pick<State, 'alarms'>, machine: string): boolean {
  return [...state.alarms.values()].some(
    (alarm) =>
      alarm.machine === machine &&
      alarmRows[alarm.code].concernsAll &&
      alarm.answered?.what !== 'false-alarm',
  );
}

function nameOf({ gateway, viewer }: AlarmSource, by: string): string | null {
  if (by === 'console' || by === 'admin-token' || by === viewer.member) return gateway.person(by)?.name ?? by;
  return viewer.scopes.has('members:read') ? (gateway.person(by)?.name ?? null) : null;
}
