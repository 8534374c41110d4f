// What the kiosk knows: whether it is paired, its machines as the gateway tells them, the second, and what a tap at the
// reader brought. Only the functions here change it; who stands there is in `person.ts`.

import { batch, computed, effect, signal } from '@preact/signals';
import type { LiveEvent } from '../../contract/board.ts';
import type { KioskView } from '../../contract/kiosk.ts';
import type { Place } from '../format.ts';
import { type LiveLink, openLiveLink } from '../live/live-link.ts';
import {
  emptyLive,
  gatewayNowMs,
  hear,
  hearPing,
  isLive,
  type LiveState,
  lose,
  passTime,
} from '../live/live-state.ts';
import { askKiosk } from './ask-kiosk.ts';
import { speak } from './kiosk-words.ts';
import { playNo, playYes } from './tones.ts';

export type Tapped = Extract<LiveEvent, { event: 'tapped' }>['data'];

/** Null until the gateway said so; `unpaired` is a browser that is no kiosk. */
export const paired = signal<KioskView | 'unpaired' | null>(null);
export const live = signal<LiveState>(emptyLive);
/** This screen's monotonic clock, turned four times a second. */
export const monoMs = signal(performance.now());
export const nowMs = computed(() => gatewayNowMs(live.value, monoMs.value));
export const atWork = computed(() => isLive(live.value));
export const place = computed<Place>(() => {
  const space = live.value.board?.space;
  return {
    locale: space?.locale ?? navigator.language,
    timezone: space?.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
});

const chosen = signal<string | null>(null);
/** The machine that the screen shows; null while people choose among several. */
export const machine = computed(() => {
  const view = paired.value;
  if (view === null || view === 'unpaired') return null;
  const ids = view.machines.map(({ id }) => id);
  if (chosen.value !== null && ids.includes(chosen.value)) return chosen.value;
  return ids.length === 1 ? (ids[0] ?? null) : null;
});
export const card = computed(() => live.value.board?.machines.find(({ id }) => id === machine.value) ?? null);

export function choose(id: string | null): void {
  chosen.value = id;
}

/** What the reader answered, until it has been read; `held`: somebody held the machine then. */
export const tapped = signal<{
  readonly tapped: Tapped;
  readonly held: boolean;
  readonly untilMonoMs: number;
} | null>(null);
const sheetMs = 4_000;
const refusedMs = 8_000;

/** Called once. */
export function startKiosk(): void {
  window.setInterval(turn, 250);
  effect(() => speak(place.value.locale));
  window.addEventListener('contextmenu', (event) => event.preventDefault());
  void learnSelf();
}

/** Asks who this screen is; opens or closes the live stream accordingly. */
export async function learnSelf(): Promise<void> {
  const answer = await askKiosk.self();
  if (answer.ok) {
    paired.value = answer.value;
    const wanted = window.location.hash.slice(1);
    if (answer.value.machines.some(({ id }) => id === wanted)) chosen.value = wanted;
    link ??= openLiveLink({ onEvent, onPing, onAway, onBroken: () => void learnSelf() });
    return;
  }
  if (answer.problem.status === 401 || answer.problem.status === 403) {
    link?.close();
    link = null;
    batch(() => {
      paired.value = 'unpaired';
      live.value = emptyLive;
    });
    return;
  }
  if (link !== null) return;
  live.value = lose(live.value);
  window.setTimeout(() => void learnSelf(), askAgainMs);
}

const askAgainMs = 2_000;
let link: LiveLink | null = null;
let heardMonoMs = 0;

function onEvent(event: LiveEvent): void {
  if (event.event === 'tapped') {
    showTapped(event.data);
    return;
  }
  heardMonoMs = performance.now();
  if (event.event === 'reading') return;
  live.value = hear(live.value, event, heardMonoMs);
  monoMs.value = heardMonoMs;
}

/** Of another machine of this kiosk it changes the screen only while nobody is at work here. */
function showTapped(data: Tapped): void {
  const at = live.value.board?.machines.find(({ id }) => id === data.machine);
  if (data.machine !== machine.value && at?.session !== null) return;
  const isNo = data.outcome === 'refused';
  if (isNo) playNo();
  else playYes();
  const nowMonoMs = performance.now();
  tapped.value = {
    tapped: data,
    held: at?.session != null && data.outcome !== 'ended',
    untilMonoMs: nowMonoMs + (isNo && at?.session == null ? refusedMs : sheetMs),
  };
}

function onPing(): void {
  heardMonoMs = performance.now();
}

function onAway(): void {
  live.value = lose(hearPing(live.value, heardMonoMs));
}

function turn(): void {
  batch(() => {
    monoMs.value = performance.now();
    live.value = passTime(hearPing(live.value, heardMonoMs), monoMs.value);
    if (tapped.value !== null && monoMs.value >= tapped.value.untilMonoMs) tapped.value = null;
  });
}
