// One way in: bodies become stamped entries, advance the tentative state at once, so that the next input is decided on
// the new one, and are then made durable. If that fails the tentative state is thrown away and the caller is told.

import { apply } from '../domain/journal/apply.ts';
import { copyState } from '../domain/journal/copy-state.ts';
import type { Entry, EntryBody } from '../domain/journal/entry.ts';
import type { State } from '../domain/journal/state.ts';
import type { Stamp } from '../domain/time.ts';
import type { Clock, Journal, Message, PeopleChange } from './ports.ts';

export type Committer = {
  /** The state to decide on; it may be ahead of the disk. */
  tentative(): State;
  /** The state that is on the disk: what screens see and what power follows. */
  durable(): State;
  /** The present, never before the last entry (invariant 4). */
  stamp(): Stamp;
  /** Resolves once durable; rejects with a JournalFault, and then nothing of it happened. */
  commit(bodies: readonly EntryBody[], beside?: Beside): Promise<readonly Entry[]>;
};

type Beside = { readonly people?: readonly PeopleChange[]; readonly messages?: readonly Message[] };

export type Durable = { readonly entries: readonly Entry[]; readonly people: readonly PeopleChange[] };

export type CommitterOptions = {
  readonly journal: Pick<Journal, 'append'>;
  readonly clock: Clock;
  /** The recovered state; the committer owns it from here on. */
  readonly state: State;
  readonly boot: string;
  /** No entry is stamped before this, for instance the last sign of life. */
  readonly notBeforeMs: number;
  /** Adds to a body what only the gateway knows at that moment, before it is applied; it may be asked again after a fault. */
  readonly complete?: (body: EntryBody, now: { stamp: Stamp; state: State }) => EntryBody;
  /** Called in the order of the journal, before `commit` resolves. */
  readonly onDurable: (done: Durable) => void;
  readonly onFault: (fault: unknown) => void;
};

/**
 * A wall clock that was put back is waited for at this part of its pace: time neither stands still nor goes back, and
 * order numbers, which follow it, go on growing over a restart.
 */
const heldBackPace = 4;

/** What a restart takes at least, where the wall clock stands before the last entry and so cannot tell. */
const restartMs = 10_000;

export function createCommitter(options: CommitterOptions): Committer {
  const { journal, clock, boot } = options;
  const durable = options.state;
  let tentative = copyState(durable);
  let epoch = 0;

  let anchor = firstAnchor(options);
  const stamp = (): Stamp => {
    // Whole milliseconds, so that parts of a session add up to the whole of it, to the last one.
    const monoMs = Math.floor(clock.monoMs());
    const wallMs = clock.wallMs();
    const heldBackMs = anchor.atMs + Math.floor((monoMs - anchor.monoMs) / heldBackPace);
    if (wallMs < heldBackMs) return { atMs: heldBackMs, monoMs };
    anchor = { atMs: wallMs, monoMs };
    return anchor;
  };

  const advance = (bodies: readonly EntryBody[]): readonly Entry[] => {
    const now = stamp();
    const { atMs, monoMs } = now;
    return bodies.map((given) => {
      const body = options.complete?.(given, { stamp: now, state: tentative }) ?? given;
      const { gateway, seq } = tentative;
      const entry: Entry = { ...body, seq: seq + 1, gateway, boot, atMs, monoMs, v: 1 };
      apply(tentative, entry);
      return entry;
    });
  };

  const commit = async (bodies: readonly EntryBody[], beside: Beside = {}): Promise<readonly Entry[]> => {
    const { people = [], messages = [] } = beside;
    const epochBefore = epoch;
    const entries = advance(bodies);
    try {
      await journal.append({ entries, people, messages });
    } catch (fault) {
      // The first failure takes back everything that was decided on top of it; those commits fail too.
      if (epoch === epochBefore) {
        epoch += 1;
        tentative = copyState(durable);
      }
      options.onFault(fault);
      throw fault;
    }
    for (const entry of entries) apply(durable, entry);
    options.onDurable({ entries, people });
    return entries;
  };

  return { tentative: () => tentative, durable: () => durable, stamp, commit };
}

function firstAnchor({ state, clock, notBeforeMs }: CommitterOptions): Stamp {
  const knownMs = Math.max(state.lastAtMs, notBeforeMs);
  const monoMs = clock.monoMs();
  return { atMs: clock.wallMs() < knownMs ? knownMs + restartMs : knownMs, monoMs };
}
