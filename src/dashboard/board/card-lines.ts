// What a card says beside its state: who, since when, why, and the figure that is read from afar. Pure, so that a test can
// hold every sentence to the facts.

import type { MachineCard } from '../../contract/board.ts';
import { formatDuration, formatSince, type Place } from '../format.ts';
import type { Shown } from '../look/states.ts';
import { filled } from '../words/icu.ts';
import type { Words } from '../words/words.ts';
import { permitLine } from './permit-line.ts';

export type CardFacts = {
  readonly card: MachineCard;
  /** What the plate shows, which is not the card's own state while the gateway is away. */
  readonly shown: Shown;
  /** Whether the gateway is there; what is shown without it is from then. */
  readonly live: boolean;
  readonly nowMs: number;
  readonly place: Place;
  readonly words: Words;
};

/** `Ada · since 14:02`, on a wall `Ada`; without a session, since when the state holds; nothing for a free machine. */
export function whoLine({ card, shown, live, nowMs, place, words }: CardFacts, brief: boolean): string {
  if (!live) return words.exceptions.lastKnown({ state: words.states[card.shown] });
  const time = (at: string) => formatSince(Date.parse(at), { nowMs, place });
  if (card.session !== null) {
    const { mine, member, since } = card.session;
    const who = mine ? words.card.you : (member ?? words.card.someone);
    return brief ? who : words.card.whoSince({ who, time: time(since) });
  }
  const since = heldSince(card, shown);
  return since === null ? '' : words.card.since({ time: time(since) });
}

/** Since when the state that is shown holds, which is not always since when the controller says what it says. */
function heldSince({ since, lock, decided }: MachineCard, shown: Shown): string | null {
  if (shown === 'free') return null;
  if (shown === 'locked') return lock?.since ?? null;
  if (shown === 'out-of-order' || shown === 'retired' || shown === 'maintenance')
    return decided?.since ?? since;
  return since;
}

/** One sentence: why it is so, or what would change it. Null when the state says it all. */
export function whyLine({ card, shown, live, words }: CardFacts): string | null {
  if (!live) return null;
  const { card: say } = words;
  if (card.needsSteward) return words.alarms.needsStewardNow;
  if (card.interlock === 'failed') return say.power;
  const hindered = permitLine(card.permit, words);
  if (hindered !== null) return hindered;
  const { decisions } = words;
  if (card.peopleShort)
    return decisions.peopleShort({ present: card.peopleShort.present, needed: card.peopleShort.needed });
  switch (shown) {
    case 'alarm':
      return alarmLine(card.raw, say);
    case 'door':
      return say.door;
    case 'offline':
      return troubleLine(card, words) ?? say.offline;
    case 'unknown':
      return troubleLine(card, words) ?? say.unknown;
    case 'locked':
      // Without a lock a reported problem withholds it, and its mark says so.
      return card.lock ? decisions.locked : null;
    case 'out-of-order':
      return card.decided?.note ? decisions.noted({ note: card.decided.note }) : decisions.outOfOrder;
    case 'retired':
      return decisions.retired;
    case 'maintenance':
      return card.decided?.note ? decisions.noted({ note: card.decided.note }) : say.maintenance;
    case 'ending':
      // Only a printer says so; while its session ends nothing but heat keeps its power on.
      return card.substate === 'heaters-off' ? say.cooling : say.ending;
    case 'paused':
      return card.activity === 'toolChange' ? say.toolChange : null;
    case 'running':
    case 'heating':
      return card.session === null ? say.noSession : lockedLater(card, words);
    case 'in-use':
    case 'free':
      return lockedLater(card, words);
  }
}

const lockedLater = (card: MachineCard, { decisions }: Words): string | null =>
  card.lock || card.care.problem === 'lock' ? decisions.lockedAfter : null;

/** What the gateway tells staff alone of a session: that it went past rules, and who teaches in it. */
export function staffLines({ session }: MachineCard, { access: say }: Words): readonly string[] {
  const { bypassed = [], trainer } = session ?? {};
  return [
    ...(bypassed.length > 0 ? [say.bypassed({ codes: bypassed.join(', ') })] : []),
    ...(trainer === undefined ? [] : [say.trainer({ name: trainer })]),
  ];
}

/** Why its link is down; thumbprints have room only on the page of the machine. */
function troubleLine({ troubles: [trouble] }: MachineCard, words: Words): string | null {
  if (trouble === undefined) return null;
  return trouble.code === 'certificate-unknown' ? words.card.untrusted : troubleText(trouble, words);
}

/** The whole sentence; null for a code that this page does not know. */
export function troubleText(
  { code, values }: MachineCard['troubles'][number],
  { troubles }: Words,
): string | null {
  const say = Object.hasOwn(troubles, code) ? troubles[code] : undefined;
  return say === undefined ? null : filled(say, code === 'clock-off' ? aheadOrBehind(values) : values);
}

/** A message has no signs, so the side stands beside the number. */
const aheadOrBehind = ({ minutes }: MachineCard['troubles'][number]['values']) => ({
  minutes: Math.abs(Number(minutes)),
  way: Number(minutes) > 0 ? 'ahead' : 'behind',
});

/** OPC UA Machinery has one word for all alarms; a firmware's own word says more than ours would. */
function alarmLine(raw: string | null, say: Words['card']): string {
  if (raw === null) return say.alarm;
  return raw.startsWith('OutOfService') ? say.outOfService : say.said({ word: raw });
}

export type Figure =
  | { readonly leftMs: number }
  | { readonly percent: number }
  | { readonly lastedMs: number };

/** What is left of a running job, or its progress, as the controller tells; else how long it has lasted; null for a free machine. */
export function figure({ card, shown, nowMs }: CardFacts): Figure | null {
  const progress = progressOf(card);
  const leftMs = leftOf(card);
  switch (shown) {
    case 'free':
    case 'offline':
    case 'unknown':
    case 'locked':
    case 'out-of-order':
    case 'retired':
    case 'maintenance':
      return null;
    case 'running':
    case 'heating':
      if (leftMs !== null) return { leftMs };
      if (progress !== null) return { percent: Math.floor(progress * 100) };
      break;
    case 'paused':
      if (progress !== null) return { percent: Math.floor(progress * 100) };
      break;
    case 'alarm':
    case 'door':
    case 'ending':
    case 'in-use':
      break;
  }
  const since = shown === 'in-use' ? (card.session?.since ?? card.since) : card.since;
  return { lastedMs: Math.max(0, nowMs - Date.parse(since)) };
}

/** As it is read from afar: `12 min left`, `61 %`, `42 min`. */
export function figureText(shown: Figure, { floor: say }: Words): string {
  if ('leftMs' in shown) return say.left({ time: formatDuration(shown.leftMs) });
  return 'percent' in shown ? `${shown.percent}\u00a0%` : formatDuration(shown.lastedMs);
}

/** `bracket.gcode · about 25 min left`, as far as it is known; null where nothing is, or nothing runs. */
export function jobLine({ card, live, words }: CardFacts): string | null {
  if (!live || card.job === null || card.link !== 'up') return null;
  const leftMs = leftOf(card);
  const left = leftMs === null ? null : words.card.timeLeft({ time: formatDuration(leftMs) });
  return [card.job.program, left].filter((part) => part !== null).join(' · ') || null;
}

/** Whole minutes, begun ones counted; null where nobody knows. */
function leftOf({ job, link, activity }: MachineCard): number | null {
  const timeLeftS = job?.timeLeftS ?? null;
  if (timeLeftS === null || timeLeftS < 0 || link !== 'up' || !working.has(activity)) return null;
  return Math.ceil(timeLeftS / 60) * 60_000;
}

/** What is left of a job that waits for a person nobody knows. */
const working: ReadonlySet<string> = new Set(['running', 'heating', 'resuming']);

/** 0 to 1, or null when the controller does not tell. */
export function progressOf(card: MachineCard): number | null {
  const progress = card.job?.progress ?? null;
  return progress === null || !(progress >= 0 && progress <= 1) ? null : progress;
}
