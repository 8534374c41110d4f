// What the model knows of the workshop, from the journal alone: who holds what, who was trained for what, what each
// machine was last seen doing. Its own bookkeeping, so that a mistake in the state of the gateway is seen.

import type { Entry, MemberRecorded } from '../../domain/journal/entry.ts';
import type { Activity } from '../../domain/machine/activity.ts';
import type { Machine } from '../../domain/machine/workshop.ts';
import type { TapFacts } from './access-rules.ts';
import { localDay } from './local-day.ts';

export type Known = {
  follow(entry: Entry): void;
  factsOf(tap: { reader: string; machine: string | null }, about: About): TapFacts;
};

type About = {
  readonly machines: Readonly<Record<string, Machine>>;
  /** Key of whose card it is. */
  readonly member: string | null;
  readonly atMs: number;
};

export function createKnown(): Known {
  const members = new Map<string, MemberRecorded>();
  const holders = new Map<string, { readonly member: string; readonly isEnding: boolean }>();
  const activity = new Map<string, Activity>();
  const jobs = new Set<string>();
  let isClockSet = false;

  return {
    follow({ type, data }) {
      if (type === 'gateway-booted') activity.clear();
      if (type === 'gateway-booted' || type === 'clock-judged') isClockSet = data.synchronised;
      if (type === 'member-recorded') members.set(data.member, data);
      if (type === 'member-erased') members.delete(data.member);
      if (type === 'machine-changed') activity.set(data.machine, data.activity);
      if (type === 'job-started') jobs.add(data.machine);
      if (type === 'job-ended') jobs.delete(data.machine);
      if (type === 'session-started') holders.set(data.machine, { member: data.member, isEnding: false });
      if (type === 'session-ended') holders.delete(data.machine);
      const held = type === 'session-ending' ? holders.get(data.machine) : undefined;
      if (type === 'session-ending' && held) holders.set(data.machine, { ...held, isEnding: true });
    },
    factsOf(tap, { machines, member, atMs }) {
      const served = Object.keys(machines).filter((id) => machines[id]?.reader === tap.reader);
      const id = tap.machine ?? (served.length === 1 ? (served[0] ?? '') : '');
      return {
        served,
        named: tap.machine,
        machine: machines[id] ?? null,
        member: (member === null ? undefined : members.get(member)) ?? null,
        holder: holders.get(id) ?? null,
        hasJob: jobs.has(id),
        activity: activity.get(id) ?? 'unknown',
        isClockSet,
        today: localDay(atMs),
      };
    },
  };
}
