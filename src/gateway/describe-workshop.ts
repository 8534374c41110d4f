// Takes over a new description of the workshop, if it differs from the one in force. A busy machine that is not in it
// keeps its switch but no reader, its session ends as the table says, and it leaves after that (invariant 9).

import { endSession } from '../domain/access/end-session.ts';
import type { EntryBody } from '../domain/journal/entry.ts';
import type { Session, State } from '../domain/journal/state.ts';
import { machineById } from '../domain/machine/lookup.ts';
import type { Workshop } from '../domain/machine/workshop.ts';
import { adoptFromFile } from '../domain/policy/decide-policy.ts';
import { noPolicy, policyText, samePolicy } from '../domain/policy/policy-text.ts';
import type { Stamp } from '../domain/time.ts';
import type { Committer } from './commit.ts';
import type { HealthKeeper } from './health.ts';
import type { Secrets } from './ports.ts';

export type Describer = {
  /** Rejects with a JournalFault when it could not be written; the description before stays in force. */
  describe(workshop: Workshop): Promise<void>;
  /** Lets machines leave whose session is over. */
  settle(): void;
};

export type DescribeWorkshop = {
  readonly committer: Committer;
  readonly health: Pick<HealthKeeper, 'notice'>;
  readonly secrets: Pick<Secrets, 'digest'>;
};

export function createDescriber({ committer, health, secrets }: DescribeWorkshop): Describer {
  /** What is to be in force when the last busy machine has left; null when it is. */
  let wanted: Workshop | null = null;

  const describe = async (workshop: Workshop): Promise<void> => {
    const state = committer.tentative();
    const leaving = leavingSessions(state, workshop);
    const next = keeping(state, workshop, leaving);
    if (!state.workshop || !sameText(state.workshop, next)) {
      const stamp = committer.stamp();
      const bodies = leaving
        .filter(({ phase }) => phase === 'active')
        .flatMap((session) =>
          endSession(state, { session, cause: 'detached', reader: null, tap: null }, stamp),
        );
      await committer.commit([
        ...bodies,
        { type: 'workshop-described', data: { workshop: next } },
        ...adopted(state, { next, digest: secrets.digest }, stamp),
      ]);
    }
    wanted = leaving.length > 0 ? workshop : null;
    tellKeptStarts(committer.durable(), health);
  };

  return {
    describe,
    settle() {
      if (wanted === null || leavingSessions(committer.tentative(), wanted).length > 0) return;
      // A failure was reported by the committer; the next tick tries again.
      describe(wanted).catch(() => undefined);
    },
  };
}

type Said = { readonly next: Workshop; readonly digest: Secrets['digest'] };

/** A file that says what it said before adopts nothing: meanwhile members may have decided otherwise. */
function adopted(state: State, { next, digest }: Said, stamp: Stamp): readonly EntryBody[] {
  const document = next.policy ?? noPolicy;
  if (samePolicy(document, state.workshop?.policy ?? noPolicy)) return [];
  return adoptFromFile(state, { document, hash: digest(policyText(document)) }, stamp);
}

const leavingSessions = (state: State, workshop: Workshop): readonly Session[] =>
  [...state.sessions.values()].filter(({ machine }) => !Object.hasOwn(workshop.machines, machine));

/** The description with the machines that are still busy, which nobody can tap any more. */
function keeping(state: State, workshop: Workshop, leaving: readonly Session[]): Workshop {
  const machines = { ...workshop.machines };
  const switches = { ...workshop.switches };
  const order = [...workshop.order];
  for (const { machine: id } of leaving) {
    const machine = machineById(state, id);
    if (!machine) continue;
    machines[id] = { ...machine, reader: null };
    order.push(id);
    for (const fed of [machine.switch, machine.enable ?? null]) {
      if (fed !== null && !Object.hasOwn(switches, fed)) switches[fed] = { kind: 'native' };
    }
  }
  return { ...workshop, machines, switches, order };
}

/** A start that was described later than the first one changes nothing, and whoever wrote it should know. */
function tellKeptStarts({ workshop, care }: State, health: Pick<HealthKeeper, 'notice'>): void {
  const kept = Object.entries(workshop?.machines ?? {}).filter(([id, { meters }]) => {
    const first = care.get(id)?.meter.start ?? null;
    return meters && first && JSON.stringify(inOrder(meters.start)) !== JSON.stringify(inOrder(first));
  });
  const machines = kept.map(([id]) => id).join(', ');
  const text = `It is so of: ${machines}. Put the first hours back, or write a part that was replaced into the log.`;
  health.notice('meter-start-kept', kept.length > 0, { text, values: { machines } });
}

const sameText = (a: Workshop, b: Workshop): boolean =>
  JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));

/** As pairs in the order of their keys at every depth; the order of machines is kept, as screens follow it. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, held]) => [key, inOrder(held)]);
}
