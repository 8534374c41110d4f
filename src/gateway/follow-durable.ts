// What happens after each commit: power, controllers, screens, topics and views are brought in step with what is now
// on the disk, in this order.

import type { Entry } from '../domain/journal/entry.ts';
import type { QueueBody } from '../domain/journal/queue-entries.ts';
import type { State } from '../domain/journal/state.ts';
import { announce } from './announce.ts';
import type { Committer, Durable } from './commit.ts';
import type { Change } from './gateway.ts';
import type { HealthKeeper } from './health.ts';
import type { AllowanceKeeper } from './keep-allowances.ts';
import type { ChargeKeeper } from './keep-charges.ts';
import type { EnergyKeeper } from './keep-energy.ts';
import type { HostKeeper } from './keep-hosts.ts';
import type { OnTimeKeeper } from './keep-on-times.ts';
import type { PowerKeeper } from './keep-power.ts';
import type { MachineNotes } from './machine-notes.ts';
import type { PasskeyIndex } from './passkey-index.ts';
import type { PeopleIndex } from './people-index.ts';
import type { Announcer } from './ports.ts';
import type { Snapshots } from './snapshots.ts';
import type { UsedToday } from './used-today.ts';

export type FollowDurable = {
  readonly committer: Committer;
  readonly people: PeopleIndex;
  readonly passkeys: Pick<PasskeyIndex, 'follow'>;
  readonly machineNotes: Pick<MachineNotes, 'follow'>;
  readonly usedToday: UsedToday;
  readonly health: HealthKeeper;
  readonly power: PowerKeeper;
  readonly energy: Pick<EnergyKeeper, 'follow'>;
  readonly onTimes: Pick<OnTimeKeeper, 'follow'>;
  readonly charges: Pick<ChargeKeeper, 'follow'>;
  readonly allowances: Pick<AllowanceKeeper, 'follow'>;
  readonly hosts: HostKeeper;
  readonly endAccess: () => void;
  readonly announcer: Announcer;
  readonly snapshots: Snapshots;
  readonly emit: (change: Change) => void;
};

export function followDurable(box: FollowDurable, done: Durable): void {
  const state = box.committer.durable();
  box.people.follow(done.people);
  box.passkeys.follow(done.people);
  box.machineNotes.follow(done.people, state);
  box.usedToday.follow(done.entries);
  box.energy.follow(done.entries);
  box.onTimes.follow(done.entries);
  box.charges.follow(done.entries);
  box.allowances.follow(done.entries);
  box.health.well();
  box.power.reconcile(state, box.committer.stamp());
  box.hosts.reconcile(state);
  box.endAccess();
  for (const machine of touched(done.entries, state)) {
    announce(box, machine);
    box.emit({ kind: 'machine', machine });
  }
  // Which pools have a queue, and for how long a turn is, may be other from here on.
  if (done.entries.some(({ type }) => type === 'workshop-described' || type === 'policy-began'))
    box.emit({ kind: 'workshop' });
  if (done.entries.some(isAboutAlarm)) box.emit({ kind: 'alarm' });
  if (done.entries.some(isAboutPresence)) box.emit({ kind: 'presence' });
  for (const body of done.entries) box.emit({ kind: 'entry', body });
  box.snapshots.follow(state);
}

const isAboutAlarm = ({ type }: Entry): boolean =>
  type === 'alarm-raised' || type === 'alarm-answered' || type === 'alarm-cleared';

/** Also who found no place: they are told when there is one. */
const isAboutPresence = ({ type, data }: Entry): boolean =>
  type === 'presence-entered' ||
  type === 'presence-left' ||
  (type === 'tap-refused' && data.code === 'space-full');

type OfQueue = Extract<Entry, { type: QueueBody['type'] }>;

const isAboutQueue = (entry: Entry): entry is OfQueue =>
  entry.type === 'promises-made' || /^(queue|ticket|turn)-/.test(entry.type);

/** Machines whose card or topic an entry may change. */
function touched(entries: readonly Entry[], state: State): ReadonlySet<string> {
  const touchedIds = new Set<string>();
  const machines = Object.entries(state.workshop?.machines ?? {});
  for (const entry of entries) {
    const { type, data } = entry;
    // The topic of a machine tells nothing of it.
    if (type === 'tap-refused') continue;
    // One that is checked before a start is locked by an alarm, and whatever ends it does not name the machine.
    if (isAboutAlarm(entry)) for (const [id, { selfCheck }] of machines) if (selfCheck) touchedIds.add(id);
    // All machines of a pool serve one queue.
    if (isAboutQueue(entry))
      for (const [id, { pool }] of machines) if (pool === entry.data.pool) touchedIds.add(id);
    if ('machine' in data && data.machine !== null) touchedIds.add(data.machine);
    if (type === 'switch-changed') {
      for (const [id, machine] of machines) if (machine.switch === data.switch) touchedIds.add(id);
    }
    if (type === 'member-recorded') {
      for (const session of state.sessions.values()) {
        if (session.member === data.member) touchedIds.add(session.machine);
      }
    }
  }
  return touchedIds;
}
