// The words of the kiosk in the language of the space, without those of the board; English until they are there.

import { computed, signal } from '@preact/signals';
import type { Shown } from '../look/states.ts';
import { kiosk as english, type KioskWords } from '../words/en/kiosk.ts';
import { states as englishStates } from '../words/en/states.ts';

type Spoken = { readonly kiosk: KioskWords; readonly states: Record<Shown, string> };

type Modules = readonly [Promise<Pick<Spoken, 'kiosk'>>, Promise<Pick<Spoken, 'states'>>];

/** One row for each language but English; each is fetched where it is spoken. */
const others = new Map<string, () => Modules>([
  ['it', () => [import('../words/it/kiosk.ts'), import('../words/it/states.ts')]],
  ['de', () => [import('../words/de/kiosk.ts'), import('../words/de/states.ts')]],
  ['es', () => [import('../words/es/kiosk.ts'), import('../words/es/states.ts')]],
  ['ro', () => [import('../words/ro/kiosk.ts'), import('../words/ro/states.ts')]],
  ['fr', () => [import('../words/fr/kiosk.ts'), import('../words/fr/states.ts')]],
]);
const spoken = signal<Spoken>({ kiosk: english, states: englishStates });

export const kioskWords = computed(() => spoken.value.kiosk);
export const stateWords = computed(() => spoken.value.states);

/** For a BCP 47 locale such as `it-CH`; keeps what is spoken where they could not be fetched. */
export function speak(locale: string): void {
  const language = locale.split('-')[0] ?? '';
  if (spoken.value.kiosk.language === language) return;
  const load = others.get(language);
  if (!load) return;
  Promise.all(load()).then(
    ([{ kiosk }, { states }]) => {
      spoken.value = { kiosk, states };
      document.documentElement.lang = language;
    },
    () => undefined,
  );
}
