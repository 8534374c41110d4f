// A tap: look the badge up, decide, make the decision durable together with the answer, then let power follow. The
// same tap delivered twice is answered twice and decided once.

import { isTapId } from '../domain/access/badge.ts';
import { decideTap } from '../domain/access/decide-tap.ts';
import { isReplayed } from '../domain/access/is-replayed.ts';
import type { PinCheck } from '../domain/access/level.ts';
import { refuseTap, type TapDecision, type TapRequest } from '../domain/access/tap-decision.ts';
import type { State, TapMemo } from '../domain/journal/state.ts';
import { machineById, machinesOfReader } from '../domain/machine/lookup.ts';
import { cardOf, keysOf } from './badge-keys.ts';
import { checkPin } from './check-pin.ts';
import { flowingAt } from './flowing-at.ts';
import type { Change, Tap } from './gateway.ts';
import type { InTurn } from './in-turn.ts';
import type { Keypads } from './keypads.ts';
import type { MachineNotes } from './machine-notes.ts';
import type { PeopleIndex } from './people-index.ts';
import type { Clock, Message, Meters, Secrets, TapAnswer, Texts } from './ports.ts';
import { type SealedCards, sealTapped } from './sealed-cards.ts';
import type { SwitchTruthsKeeper } from './switch-truths.ts';
import { type TakeCard, takeCard } from './take-card.ts';
import { tellTurns } from './tell-turns.ts';

/** An answer that comes later than this would only confuse. */
const answerLifeMs = 15_000;

/** A tap that the journal refused is decided anew when the reader repeats it, unless the member may have left. */
const lateMs = 10_000;
const failedLimit = 1_000;

/** Answers remembered in their own words; older ones, and those of the boot before, are told in fewer. */
const saidLimit = 256;

export type TapBadge = TakeCard &
  SealedCards & {
    readonly truths: Pick<SwitchTruthsKeeper, 'facts'>;
    readonly secrets: Pick<Secrets, 'verifyPassword'>;
    readonly inTurn: InTurn;
    readonly keypads: Keypads;
    readonly texts: Texts;
    readonly machineNotes: Pick<MachineNotes, 'of'>;
    readonly meters: Meters;
    /** An answer expires by the wall clock as it is: a stamp may be ahead of it. */
    readonly clock: Pick<Clock, 'wallMs'>;
    readonly deliver: (message: Message) => void;
    readonly emit: (change: Change) => void;
  };

/** @returns the use case; rejects with a JournalFault when the tap could not be made durable */
export function createTapBadge(box: TapBadge): (tap: Tap) => Promise<TapAnswer> {
  // Taps on their way to the disk, so that a second delivery waits for the first; bounded by the journal's queue.
  const underway = new Map<string, Promise<TapAnswer>>();
  // Taps that the journal could not take, with the time of their first refusal: a reader sends them again.
  const failed = new Map<string, number>();
  const said = new Map<string, TapAnswer>();

  const take = async (heard: Tap): Promise<TapAnswer> => {
    if (!isTapId(heard.tap)) return answerTo(box, heard, { outcome: 'refused', code: 'tap-invalid' });
    const key = `${heard.reader} ${heard.tap}`;
    const first = underway.get(key);
    if (first) return first;
    const memo = box.committer
      .tentative()
      .taps.get(heard.reader)
      ?.find((one) => one.tap === heard.tap);
    const monoMs = box.committer.stamp().monoMs;
    if (memo) return again(box, heard, said.get(key) ?? fromMemo(box, heard, memo));
    const tap = box.keypads.card(heard);
    // Judged as it comes: another tap may overtake one whose PIN is being checked. One that the journal refused is new.
    const replayed =
      !failed.has(key) && isReplayed(box.committer.tentative().tapCounts.get(tap.reader), tap.tap);
    const decided = () => decide(box, tap, { madeMonoMs: failed.get(key) ?? monoMs, replayed });
    // A card that is enrolled changes people, and that is done one after the other.
    const answer = box.wanted.at(tap.reader) === null ? decided() : box.inTurn(decided);
    underway.set(key, answer);
    try {
      const told = await answer;
      keep(said, { key, value: told, limit: saidLimit });
      failed.delete(key);
      const typed = told.code === 'pin-missing' ? box.keypads.ask(tap) : null;
      // Answered by itself; a journal that fails was reported by the committer.
      if (typed) take(typed).catch(() => undefined);
      if (told.outcome === 'granted' || told.outcome === 'ended') sealTapped(box, tap).catch(() => undefined);
      return told;
    } catch (fault) {
      if (!failed.has(key)) keep(failed, { key, value: monoMs, limit: failedLimit });
      throw fault;
    } finally {
      underway.delete(key);
    }
  };
  return take;
}

/** Keeps the newest `limit` values. */
function keep<T>(kept: Map<string, T>, one: { key: string; value: T; limit: number }): void {
  kept.set(one.key, one.value);
  const oldest = kept.keys().next().value;
  if (kept.size > one.limit && oldest !== undefined) kept.delete(oldest);
}

type First = {
  /** When the tap was first delivered. */
  readonly madeMonoMs: number;
  readonly replayed: boolean;
};

async function decide(box: TapBadge, tap: Tap, { madeMonoMs, replayed }: First): Promise<TapAnswer> {
  const { committer, newId } = box;
  // Others are decided at once; what this one then meets is judged after that.
  // Nobody learns from a captured tap whether a PIN is right, nor uses up the tries of another.
  const pin = typeof tap.pin === 'string' && !replayed ? await pinOf(box, tap) : 'none';
  const { state, stamp, request, decision: onTime } = judgeTap(box, tap, { pin, replayed });
  const late = !replayed && stamp.monoMs - madeMonoMs > lateMs && !endsOld(state, onTime, madeMonoMs);
  // Whoever holds the machine can always end, whatever the reader waits for.
  const taken = late || replayed || onTime.outcome === 'ended' ? null : takeCard(box, tap, request);
  const decision = late
    ? refuseTap(state, request, { code: 'tap-late', values: {} })
    : (taken?.decision ?? onTime);
  box.meters.count('taps_total', { outcome: decision.outcome, code: decision.code });
  const answer = answerTo(box, tap, decision);
  const before = state.sessions.get(decision.machine ?? '')?.member ?? null;
  const message: Message = {
    id: newId(),
    kind: 'answer',
    reader: tap.reader,
    expiresAtMs: box.clock.wallMs() + answerLifeMs,
    answer,
  };
  await committer.commit(decision.bodies, { people: taken?.people ?? [], messages: [message] });
  taken?.done();
  tellTakenFrom(box, { before, decision });
  tellTurns(box, decision.bodies);
  box.deliver(message);
  box.emit({ kind: 'answered', reader: tap.reader, answer });
  return answer;
}

export type JudgeTap = Pick<TakeCard, 'committer' | 'newId'> & FindBadge;

export type FindBadge = {
  readonly people: Pick<PeopleIndex, 'find'>;
  readonly secrets: Pick<Secrets, 'badgeKey' | 'readSun'>;
  readonly truths: Pick<SwitchTruthsKeeper, 'facts'>;
};

/** What is to become of a tap by the state as it now is; nothing has happened yet. */
export function judgeTap(
  box: JudgeTap,
  tap: Tap,
  { pin, replayed }: { readonly pin: PinCheck; readonly replayed: boolean },
) {
  const { committer, newId } = box;
  const stamp = committer.stamp();
  const request: TapRequest = {
    reader: tap.reader,
    tap: tap.tap,
    machine: tap.machine,
    badge: badgeOf(box, tap),
    replayed,
    pin,
    flowing: flowingAt(box, machinesOfReader(committer.tentative(), tap.reader)),
    newSession: newId(),
    ...(tap.wishes && { wishes: tap.wishes }),
  };
  const state = committer.tentative();
  return { state, stamp, request, decision: decideTap(state, request, stamp) };
}

/** A tap that came to end the session which was open when it was made does so late as well: a late off harms nobody. */
function endsOld(state: State, { outcome, machine }: TapDecision, madeMonoMs: number): boolean {
  const session = state.sessions.get(machine ?? '');
  return outcome === 'ended' && session !== undefined && session.phaseMonoMs <= madeMonoMs;
}

function again(box: TapBadge, tap: Tap, answer: TapAnswer): TapAnswer {
  box.meters.count('taps_total', { outcome: 'repeated', code: answer.code ?? answer.outcome });
  // The first answer may have been lost with the connection; this one is not kept if it is lost too.
  const expiresAtMs = box.clock.wallMs() + answerLifeMs;
  box.deliver({ id: box.newId(), kind: 'answer', reader: tap.reader, expiresAtMs, answer });
  return answer;
}

/** What the journal knows of an answer; of a refusal it knows the code, but not what its sentence needs. */
function fromMemo(box: TapBadge, tap: Tap, memo: TapMemo): TapAnswer {
  const machine = memo.machine === null ? undefined : machineById(box.committer.tentative(), memo.machine);
  const code = memo.code ?? memo.outcome;
  const values = { machine: machine?.name ?? memo.machine ?? '' };
  const answer = answerTo(box, tap, { ...memo, code, values });
  return memo.outcome === 'refused' ? { ...answer, text: box.texts.say('other', { code }) } : answer;
}

async function pinOf(box: TapBadge, tap: Tap): Promise<PinCheck> {
  const badge = badgeOf(box, tap);
  const member = typeof badge === 'string' ? null : badge.member;
  return checkPin(box, { tap, member, state: box.committer.tentative() });
}

export function badgeOf(box: FindBadge, tap: Pick<Tap, 'badge' | 'spelling'>): TapRequest['badge'] {
  const tapped = cardOf(box.secrets, tap);
  if (typeof tapped === 'string') return tapped;
  const found = box.people.find(keysOf(box.secrets, tapped.card)) ?? 'unknown';
  return typeof found === 'string' ? found : { ...found, counter: tapped.counter };
}

/** Whoever held the machine until then may be elsewhere. */
export function tellTakenFrom(
  { emit, texts }: Pick<TapBadge, 'emit' | 'texts'>,
  { before, decision }: { before: string | null; decision: TapDecision },
): void {
  const isTaken = decision.bodies.some(({ type }) => type === 'session-handed-over');
  if (!isTaken || before === null || decision.machine === null) return;
  const text = texts.say('handed-over-from', decision.values);
  const told = { machine: decision.machine, code: 'handed-over-from', text, untilMs: null };
  emit({ kind: 'told', member: before, told });
}

export type AnswerBox = Pick<TapBadge, 'texts' | 'machineNotes' | 'committer'>;

type Answered = Pick<TapDecision, 'outcome'> & {
  readonly sentence?: string;
  readonly untilMs?: number;
  readonly code: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly machine?: string | null;
  readonly session?: string | null;
};

/** In the sentences of the space. */
export function answerTo(box: AnswerBox, tap: Pick<Tap, 'tap'>, answered: Answered): TapAnswer {
  return {
    tap: tap.tap.slice(0, 64),
    outcome: answered.outcome,
    code: answered.outcome === 'refused' ? answered.code : null,
    text: sentenceOf(box, answered),
    machine: answered.machine ?? null,
    session: answered.session ?? null,
    untilMs: answered.untilMs ?? null,
  };
}

/** What a steward said about a broken machine is told with the no. */
function sentenceOf(
  box: AnswerBox,
  { code, sentence = code, values = {}, machine = null }: Answered,
): string {
  const isOut = code === 'machine-out-of-order' && machine !== null;
  const note = isOut ? box.machineNotes.of(box.committer.tentative(), machine) : null;
  return note === null ? box.texts.say(sentence, values) : box.texts.say(`${code}-note`, { ...values, note });
}
