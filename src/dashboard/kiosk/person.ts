// Who stands at the kiosk, and which question it asks them. It locks itself when the gateway would: twenty seconds after
// the last press, and then nothing of the person is left on the screen.

import { batch, computed, effect, signal } from '@preact/signals';
import type { KioskReceipt, KioskUnlock, KioskVisit } from '../../contract/kiosk.ts';
import type { Problem } from '../../contract/people.ts';
import type { Answer } from '../ask.ts';
import { askAs, askKiosk } from './ask-kiosk.ts';
import { createBadgeKeys } from './badge-keys.ts';
import { atWork, card, choose, live, machine, monoMs, nowMs, paired } from './kiosk-store.ts';
import { sentenceOf } from './problem-words.ts';
import { playNo, playYes } from './tones.ts';

export type Step =
  | 'home'
  | 'handle'
  | 'pin'
  | 'start'
  | 'refused'
  | 'extend'
  | 'hand-over'
  | 'finish'
  | 'report'
  | 'settings'
  | 'cleaning';

/** What somebody wanted before they were asked who they are. */
export type Wish = 'extend' | 'hand-over' | 'finish' | 'report' | 'keep' | null;

export const step = signal<Step>('home');
export const person = signal<KioskVisit | null>(null);
export const problem = signal<Problem | null>(null);
export const working = signal(false);
export const receipt = signal<{ readonly done: KioskReceipt; readonly untilMonoMs: number } | null>(null);
/** A sentence that is said once. */
export const said = signal<{
  readonly text: string;
  readonly isNo: boolean;
  readonly untilMonoMs: number;
} | null>(null);
export const handle = signal('');
const wish = signal<Wish>(null);
/** A badge that a reader typed, while its PIN is asked for. */
const badge = signal<string | null>(null);

let visit: string | null = null;
const lockAtMonoMs = signal(0);
export const locksInS = computed(() =>
  person.value === null ? null : Math.max(0, Math.ceil((lockAtMonoMs.value - monoMs.value) / 1000)),
);

const receiptMs = 8_000;
const saidMs = 5_000;
const stayEveryMs = 3_000;
/** Whoever begins to type and goes leaves nothing on the screen. */
const typingMs = 30_000;
let typedMonoMs = 0;

const ownDeeds = (): ReturnType<typeof askAs> | null => (visit === null ? null : askAs(visit));

/** Whether this person would take over what is offered. */
export const mayTakeOver = (): boolean => {
  const until = card.value?.session?.own?.offeredUntil ?? null;
  return until !== null && Date.parse(until) > nowMs.value && person.value?.holds === false;
};

/** With handle and PIN as typed, or the PIN beside the badge. */
export function enterPin(pin: string): Promise<void> {
  const at = machine.value ?? '';
  return unlock(
    badge.value === null
      ? { machine: at, handle: handle.value, pin }
      : { machine: at, badge: badge.value, pin },
  );
}

async function unlock(body: KioskUnlock): Promise<void> {
  if (working.value) return;
  working.value = true;
  const answer = await askKiosk.unlock(body);
  working.value = false;
  if (!answer.ok) {
    playNo();
    if (step.value === 'home') {
      badge.value = null;
      say(sentenceOf(answer.problem), { isNo: true });
    } else problem.value = answer.problem;
    return;
  }
  playYes();
  visit = answer.value.visit;
  batch(() => {
    handle.value = '';
    welcome(answer.value.person);
  });
}

/** Takes the person to what they came for. */
function welcome(who: KioskVisit): void {
  keep(who);
  problem.value = null;
  if (who.needsPin && badge.value !== null) {
    step.value = 'pin';
    return;
  }
  badge.value = null;
  const wanted = wish.value;
  wish.value = null;
  if (wanted === 'report') step.value = 'report';
  else if (who.holds) {
    step.value = wanted === 'keep' || wanted === null ? 'home' : wanted;
    if (wanted === 'keep') void stayHere();
  } else step.value = who.access.may || mayTakeOver() ? 'start' : 'refused';
}

function keep(who: KioskVisit): void {
  person.value = who;
  lockAtMonoMs.value = performance.now() + who.leftMs;
}

/** Does what a person asked; a no is shown where they are. @returns null where it was refused */
export async function act<T>(deed: (as: ReturnType<typeof askAs>) => Promise<Answer<T>>): Promise<T | null> {
  const as = ownDeeds();
  if (as === null || working.value) return null;
  working.value = true;
  problem.value = null;
  const mine = visit;
  const answer = await deed(as);
  working.value = false;
  if (visit !== mine) return null;
  if (answer.ok) return answer.value;
  playNo();
  if (answer.problem.code === 'kiosk-locked') home();
  problem.value = answer.problem;
  return null;
}

/** Says to the gateway that nothing stands still by choice. */
async function stayHere(): Promise<void> {
  await act((as) => as.keep());
}

/** Asks anew what this person may do; the kiosk stays open. */
export async function refresh(): Promise<void> {
  const as = ownDeeds();
  if (as === null) return;
  lastStayMonoMs = performance.now();
  const mine = visit;
  const answer = await as.stay();
  // Somebody has locked it, or unlocked it anew, meanwhile.
  if (visit !== mine) return;
  if (answer.ok) keep(answer.value);
  else if (answer.problem.code === 'kiosk-locked') home();
}

let lastStayMonoMs = 0;
/** Every press counts as being there. */
export function pressed(): void {
  typedMonoMs = performance.now();
  if (visit !== null && performance.now() - lastStayMonoMs > stayEveryMs) void refresh();
}

export function say(text: string, { isNo }: { isNo: boolean }): void {
  if (isNo) playNo();
  else playYes();
  said.value = { text, isNo, untilMonoMs: performance.now() + saidMs };
}

export function showReceipt(done: KioskReceipt): void {
  receipt.value = { done, untilMonoMs: performance.now() + receiptMs };
  playYes();
}

/** Back to the machine, locked; nothing of the person stays. */
export function home(): void {
  if (visit !== null) void askKiosk.lock();
  visit = null;
  batch(() => {
    person.value = null;
    problem.value = null;
    handle.value = '';
    badge.value = null;
    wish.value = null;
    step.value = 'home';
  });
}

/** Asks who it is, and then goes on to what was wanted. */
export function want(wanted: Exclude<Wish, null> | null): void {
  problem.value = null;
  typedMonoMs = performance.now();
  if (person.value === null) {
    wish.value = wanted;
    step.value = 'handle';
  } else if (wanted === 'keep') void stayHere();
  else if (wanted !== null) step.value = wanted;
}

effect(() => {
  const nowMonoMs = monoMs.value;
  if (person.value !== null && nowMonoMs >= lockAtMonoMs.value) home();
  const isTyping = step.value === 'handle' || step.value === 'pin' || step.value === 'settings';
  if (person.value === null && isTyping && nowMonoMs - typedMonoMs > typingMs) home();
  if (receipt.value !== null && nowMonoMs >= receipt.value.untilMonoMs) receipt.value = null;
  if (said.value !== null && nowMonoMs >= said.value.untilMonoMs) said.value = null;
});

/** While the gateway is away nothing can be asked: all that was begun is left. */
effect(() => {
  if (!atWork.value && live.value.board !== null && person.peek() !== null) home();
});

/** Among several machines people choose anew each time. */
export function leaveMachine(): void {
  home();
  choose(null);
}

/** A reader that types: its keys go to nobody else. Called once. */
export function hearBadgeKeys(): void {
  const keys = createBadgeKeys();
  window.addEventListener(
    'keydown',
    (event) => {
      if (paired.value === null || paired.value === 'unpaired') return;
      const { badge: read, isBurst } = keys.press(event.key, performance.now());
      if (isBurst) {
        event.preventDefault();
        event.stopPropagation();
      }
      if (read === null || !atWork.value || machine.value === null) return;
      typedMonoMs = performance.now();
      badge.value = read;
      void unlock({ machine: machine.value, badge: read });
    },
    { capture: true },
  );
}
