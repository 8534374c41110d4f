// The parts of the gateway and how they hang together: what is recovered, what writes, what keeps the world at what is
// owed. Built once; the use cases take subsets of `box`.

import { allowListReaders } from '../domain/access/allow-list.ts';
import { newId } from '../domain/ids.ts';
import type { GatewayBooted } from '../domain/journal/entry.ts';
import type { State } from '../domain/journal/state.ts';
import { namePolicy } from '../domain/policy/name-policy.ts';
import { useTypes } from '../domain/usage/metered-of.ts';
import { type Committer, createCommitter } from './commit.ts';
import type { GatewayOptions } from './create-gateway.ts';
import { createOutbox } from './deliver.ts';
import { createDeviceFacts, type DeviceFactsKeeper } from './device-facts.ts';
import { createEndAccess } from './end-access.ts';
import { type FollowDurable, followDurable } from './follow-durable.ts';
import { createForgetReadings } from './forget-readings.ts';
import { createForgetTaps } from './forget-taps.ts';
import type { Change } from './gateway.ts';
import { createHealth, type HealthKeeper } from './health.ts';
import { createTurns } from './in-turn.ts';
import { createJudgeClock } from './judge-clock.ts';
import { createAlarmKeeper } from './keep-alarms.ts';
import { createKeepAlive } from './keep-alive.ts';
import { type AllowListKeeper, createAllowListKeeper } from './keep-allow-lists.ts';
import { createAllowanceKeeper } from './keep-allowances.ts';
import { createBookingKeeper } from './keep-bookings.ts';
import { createChargeKeeper } from './keep-charges.ts';
import { createControllerMeterKeeper } from './keep-controller-meters.ts';
import { createDrawKeeper } from './keep-draws.ts';
import { createEnergyKeeper } from './keep-energy.ts';
import { createHostKeeper } from './keep-hosts.ts';
import { createMonitorKeeper } from './keep-monitors.ts';
import { createOnTimeKeeper } from './keep-on-times.ts';
import { createPowerKeeper } from './keep-power.ts';
import { createProposalKeeper } from './keep-proposals.ts';
import { senseMachines } from './keep-senses.ts';
import { createTurnKeeper } from './keep-turns.ts';
import { createKeypads } from './keypads.ts';
import { createMachineNotes } from './machine-notes.ts';
import { createPasskeyIndex } from './passkey-index.ts';
import { createPeopleIndex } from './people-index.ts';
import type { Log } from './ports.ts';
import { recover } from './recover.ts';
import { createMachineReports } from './report-machine.ts';
import { createSwitchReports } from './report-switch.ts';
import { createSnapshots } from './snapshots.ts';
import { createSwitchTruths, type SwitchTruthsKeeper } from './switch-truths.ts';
import { createTellEnds } from './tell-ends.ts';
import { createTellPeople } from './tell-people.ts';
import { createTellPolicy } from './tell-policy.ts';
import { createTellStartUps } from './tell-start-ups.ts';
import { createUsedToday } from './used-today.ts';
import { createWantedCards } from './wanted-cards.ts';

/** The parts and how they hang together; the boxes of the use cases are subsets of `box`. */
export async function buildCore({ ports, retention, reducer, version, snapshotEvery }: GatewayOptions) {
  const { journal, clock, chance, log } = ports;
  const id = (): string => newId(clock.wallMs(), chance.bytes(10));
  const newSalt = (): string => hex(chance.bytes(16));
  const { state, replayed } = await recover(journal, reducer);
  const last = await journal.lastBeat();
  const boot: GatewayBooted = { boot: id(), version, synchronised: clock.synchronised(), last };
  const known = await readBeside(ports, state);

  const { emit, listen } = createListeners(log);
  const health = createHealth({ emit });
  const committer: Committer = createCommitter({
    journal,
    clock,
    state,
    boot: boot.boot,
    notBeforeMs: last?.atMs ?? 0,
    complete: (body, now) =>
      namePolicy(known.onTimes.complete(known.energy.complete(body, now), now), now.state),
    onDurable: (done) => followDurable(follower, done),
    onFault: (fault) => {
      // Said once; what is tried again and again meanwhile would only fill the log.
      if (health.fault(fault))
        log.error({ fault }, 'the journal could not write; what waited for it is refused');
    },
  });
  const truths = createSwitchTruths(committer);
  const power = createPowerKeeper({ ...ports, switches: truths.watch(ports.switches) });
  const outbox = createOutbox({ ...ports, people: known.people });
  const snapshots = createSnapshots({ journal, reducer, replayed, log, every: snapshotEvery });
  const shared = {
    ...ports,
    retention,
    committer,
    ...known,
    emit,
    power,
    truths,
    hosts: createHostKeeper(ports),
    alarms: createAlarmKeeper({ ...ports, committer, truths, newId: id }),
    monitors: createMonitorKeeper({ committer }),
    controllerMeters: createControllerMeterKeeper(),
    draws: createDrawKeeper(committer),
    ...keepPaid(ports, committer, health),
    newId: id,
    newSalt,
    inTurn: createTurns(),
    keepsCards: () => allowListReaders(committer.tentative().workshop).size > 0,
    wanted: createWantedCards(committer.stamp),
    keypads: createKeypads({ committer }),
    health,
    snapshots,
  };
  const endAccess = createEndAccess(shared);
  const box = { ...shared, outbox, deliver: outbox.deliver, endAccess };
  const follower: FollowDurable = box;
  listen(createTellPeople(box));
  const allowLists = createAllowListKeeper(box);
  return {
    box,
    boot,
    listen,
    keepAlive: createKeepAlive({ journal, committer, boot: boot.boot, health }),
    usedToday: known.usedToday,
    allowLists,
    ...senseMachines(committer, { machines: createMachineReports(box), switches: createSwitchReports(box) }),
    draws: shared.draws,
    tellEnds: createTellEnds(box),
    keepBookings: createBookingKeeper(box),
    keepTurns: createTurnKeeper(box),
    keepProposals: createProposalKeeper(box),
    deviceFacts: deviceFacts(box, allowLists),
    judgeClock: createJudgeClock(box),
    tellStartUps: createTellStartUps(box),
    tellPolicy: createTellPolicy(box),
    nightly: [createForgetTaps(box), createForgetReadings(box)],
  };
}

/** What is paid follows what is charged. */
function keepPaid(ports: GatewayOptions['ports'], committer: Committer, health: HealthKeeper) {
  const charges = createChargeKeeper({ ...ports, committer });
  return { charges, allowances: createAllowanceKeeper({ ...ports, committer, charges, health }) };
}

function deviceFacts(
  {
    health,
    committer,
    truths,
  }: {
    health: HealthKeeper;
    committer: Committer;
    truths: SwitchTruthsKeeper;
  },
  allowLists: AllowListKeeper,
): DeviceFactsKeeper {
  return createDeviceFacts({
    health,
    allowLists,
    workshop: () => committer.durable().workshop,
    truths: (one) => truths.of(one, committer.durable()),
  });
}

/** What stands beside the state: people, notes about machines, and what was used lately. */
async function readBeside(ports: GatewayOptions['ports'], state: State) {
  const { journal, clock } = ports;
  const people = createPeopleIndex(await journal.people());
  const passkeys = createPasskeyIndex(await journal.passkeys());
  const machineNotes = createMachineNotes(await journal.notes(), state);
  const nowMs = clock.wallMs();
  const lately = await journal.query({ types: useTypes, fromMs: nowMs - dayMs, toMs: nowMs + dayMs });
  const usedToday = createUsedToday();
  usedToday.follow(lately);
  const energy = createEnergyKeeper(ports);
  energy.follow(lately);
  const onTimes = createOnTimeKeeper();
  onTimes.follow(lately);
  return { people, passkeys, machineNotes, usedToday, energy, onTimes };
}

const dayMs = 26 * 3_600_000;

/** A listener that throws is a fault of its own; the others and the gateway go on. */
function createListeners(log: Log) {
  const listeners = new Set<(change: Change) => void>();
  return {
    emit(change: Change): void {
      for (const listener of listeners) {
        try {
          listener(change);
        } catch (fault) {
          log.error({ fault }, 'a screen could not be told of a change');
        }
      }
    },
    listen(listener: (change: Change) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
