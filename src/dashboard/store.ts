// The signals that the whole page reads: who looks, what the workshop does, the second, the layout and the page.
// Only the functions here change them.

import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { LiveEvent } from '../contract/board.ts';
import type { Problem, Self } from '../contract/people.ts';
import { client } from './client.ts';
import type { Place } from './format.ts';
import { type LiveLink, openLiveLink } from './live/live-link.ts';
import {
  emptyLive,
  gatewayNowMs,
  hear,
  hearPing,
  isLive,
  type LiveState,
  lose,
  newAlarms,
  passTime,
  recall,
} from './live/live-state.ts';
import { createSamples, sampleOf } from './live/samples.ts';
import { forgetBoard, keepBoard, recallBoard } from './offline/last-board.ts';
import { pageOf } from './paths.ts';
import { languageChoice, localeFor } from './words/language-choice.ts';
import { firstWords, loadBoardWords, loadWords, rememberLanguage, type Words } from './words/words.ts';

/** Null until the gateway said who this is; `nobody` is someone who has yet to sign in. */
export const self = signal<Self | 'nobody' | null>(null);
export const live = signal<LiveState>(emptyLive);
export const samples = createSamples();
/** This screen's monotonic clock, turned once a second: clocks and charts move with it and with nothing else. */
export const monoMs = signal(performance.now());
/** Turns whenever the list of devices that nobody has described has changed. */
export const unassignedTurn = signal(0);
/** Turns whenever something about a proposal has changed. */
export const proposalsTurn = signal(0);
/** What the screen reader is told at once. */
export const announcement = signal('');

const hash = signal(window.location.hash);
export const page = computed(() => pageOf(hash.value));
/** The filters of a room, from its address. */
export const filters = computed(() => new URLSearchParams(hash.value.split('?')[1] ?? ''));
export const person = computed(() => (self.value === 'nobody' ? null : self.value));
export const place = computed<Place>(() => {
  const space = live.value.board?.space;
  return {
    locale: localeFor(languageChoice.value, [...(space ? [space.locale] : []), navigator.language]),
    timezone: space?.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
});
const spoken = signal<Words>(firstWords);
const spokenWhole = signal(false);
const wholeWanted = signal(false);
let wholeLocale: string | null = null;
/** Whether the words of every room are there, not those of the board alone. */
export const wordsWhole: ReadonlySignal<boolean> = spokenWhole;
/** Those of this screen's last visit until those of the space, or of the choice, are there. */
export const words: ReadonlySignal<Words> = spoken;
export const nowMs = computed(() => gatewayNowMs(live.value, monoMs.value));
export const atWork = computed(() => isLive(live.value));

export type Layout = 'phone' | 'desk' | 'wall';
const wallWide = window.matchMedia('(min-width: 1600px)');
const narrow = window.matchMedia('(max-width: 639px)');
const wish = signal(new URLSearchParams(window.location.search).get('wall'));
const width = signal(widthNow());
/** A wide screen is a wall unless it was asked for the desk view; `?wall=1` makes any screen a wall. */
export const layout = computed<Layout>(() => {
  if (wish.value === '1') return 'wall';
  return width.value === 'wall' && wish.value === '0' ? 'desk' : width.value;
});
/** Whether this screen is wide enough to be offered the wall. */
export const wallFits = computed(() => width.value === 'wall');

/** Keeps the choice in the address, so that it survives a reload. */
export function chooseWall(wall: boolean): void {
  wish.value = wall ? '1' : '0';
  const address = new URL(window.location.href);
  address.searchParams.set('wall', wish.value);
  window.history.replaceState(null, '', address);
}

/** Starts what moves by itself, and asks who this is. Called once. */
export function startStore(): void {
  window.addEventListener('hashchange', () => {
    hash.value = window.location.hash;
  });
  for (const query of [wallWide, narrow]) {
    query.addEventListener('change', () => {
      width.value = widthNow();
    });
  }
  effect(speakLocally);
  window.setInterval(turnSecond, 1_000);
  window.addEventListener('pagehide', keepLast);
  void learnSelf();
}

/** A room beside the board needs the whole language; called when one is opened. */
export function wantAllWords(): void {
  wholeWanted.value = true;
}

/** Again when the gateway is back, if they could not be fetched. While it is away this device may have kept them. */
function speakLocally(): void {
  const { locale } = place.value;
  const isWhole = wholeWanted.value;
  if (!atWork.value && spokenWhole.peek() && wholeLocale === locale) return;
  (isWhole ? loadWords : loadBoardWords)(locale).then(
    (loaded) => {
      if (place.value.locale !== locale || wholeWanted.value !== isWhole) return;
      batch(() => {
        spoken.value = loaded;
        spokenWhole.value = isWhole;
        if (isWhole) wholeLocale = locale;
        rememberLanguage(locale);
      });
    },
    () => undefined,
  );
}

/** Who this is according to the gateway; opens or closes the live stream accordingly. */
async function learnSelf(): Promise<void> {
  const answer = await client.session();
  if (answer.ok) return become(answer.value);
  if (answer.problem.status === 401 || answer.problem.status === 403) return become('nobody');
  if (link !== null) return;
  // Without a stream nothing else would find out that the gateway is away, or ask again.
  const last = live.value.board === null ? recallBoard(localStorage) : null;
  live.value = last === null ? lose(live.value) : recall(live.value, last, performance.now());
  window.setTimeout(learnSelf, askAgainMs);
}

/** After signing in, out, or a change of the own record. */
export function become(who: Self | 'nobody'): void {
  const changed = JSON.stringify(self.value) !== JSON.stringify(who);
  self.value = who;
  if (who === 'nobody') {
    link?.close();
    link = null;
    live.value = emptyLive;
    forgetBoard(localStorage);
    return;
  }
  // Names and one's own session are told per stream, so another person needs another stream.
  if (changed) {
    link?.close();
    link = null;
  }
  link ??= openLiveLink({ onEvent, onPing, onAway, onBroken: () => void learnSelf() });
}

/** Leaves the session. When the gateway does not answer, the person stays signed in and is told. */
export async function signOut(): Promise<Problem | null> {
  if (person.value?.how === 'provider') {
    const left = await client.signOutOfProvider();
    if (!left.ok) return left.problem;
    // Otherwise the next press on its button would sign the same person in again.
    if (left.value.url !== null) window.location.assign(left.value.url);
  } else {
    const answer = await client.signOut();
    if (!answer.ok) return answer.problem;
  }
  self.value = null;
  await learnSelf();
  return null;
}

const askAgainMs = 2_000;
let link: LiveLink | null = null;
let heardMonoMs = 0;

function onEvent(event: LiveEvent): void {
  if (event.event === 'reading') {
    const { machine, at, name, value } = event.data;
    const drawn = live.value.board?.machines.find((card) => card.id === machine)?.chart?.name === name;
    if (drawn) {
      samples.add(machine, sampleOf(at, value));
      turnReading(machine);
    }
    heardMonoMs = performance.now();
    return;
  }
  if (event.event === 'unassigned') unassignedTurn.value += 1;
  if (event.event === 'proposals') proposalsTurn.value += 1;
  const before = live.value;
  live.value = hear(before, event, performance.now());
  if (before.board === null) monoMs.value = performance.now();
  const alarm = newAlarms(before, live.value).at(-1);
  if (alarm !== undefined) announcement.value = words.value.exceptions.announce({ machine: alarm.name });
  else if (event.event === 'told') announcement.value = event.data.text;
  else if (live.value.board?.machines.every(({ shown }) => shown !== 'alarm')) announcement.value = '';
}

const readingTurns = new Map<string, Signal<number>>();
const turning = new Set<string>();

/** Turns with the readings of a machine, at most once for each picture that the screen draws. */
export function readingTurn(machine: string): ReadonlySignal<number> {
  const known = readingTurns.get(machine) ?? signal(0);
  readingTurns.set(machine, known);
  return known;
}

function turnReading(machine: string): void {
  if (!readingTurns.has(machine)) return;
  if (turning.size === 0) window.requestAnimationFrame(turnReadings);
  turning.add(machine);
}

function turnReadings(): void {
  batch(() => {
    for (const machine of turning) {
      const turn = readingTurns.get(machine);
      if (turn) turn.value += 1;
    }
  });
  turning.clear();
}

function onPing(): void {
  heardMonoMs = performance.now();
}

function onAway(): void {
  live.value = lose(hearPing(live.value, heardMonoMs));
}

/** Readings and pings come many times a second; what they say of the link is taken in here, once. */
function turnSecond(): void {
  batch(() => {
    monoMs.value = performance.now();
    live.value = passTime(hearPing(live.value, heardMonoMs), monoMs.value);
  });
  if (monoMs.value - keptMonoMs >= keepEveryMs) keepLast();
}

const keepEveryMs = 10_000;
let keptMonoMs = Number.NEGATIVE_INFINITY;

/** For a start while the gateway is away. */
function keepLast(): void {
  const { board, heardMonoMs: heardMs, offsetMs } = live.value;
  if (board === null || !atWork.value) return;
  keptMonoMs = performance.now();
  keepBoard({ board, atMs: heardMs + offsetMs }, localStorage);
}

function widthNow(): Layout {
  if (wallWide.matches) return 'wall';
  return narrow.matches ? 'phone' : 'desk';
}
