// The words of the kiosk in the language of the space, without those of the board; English until they are there.

import { computed, signal } from '@preact/signals';
import type { Shown } from '../look/states.ts';
import { kiosk as english, type KioskWords } from '../words/en/kiosk.ts';
import { states as englishStates } from '../words/en/states.ts';

type Spoken = { readonly kiosk: KioskWords; readonly states: Record<Shown, string> };

const others = new Map<string, () => Promise<Spoken>>([
  ['it', async () => import('./spoken-it.ts')],
  ['ro', async () => import('./spoken-ro.ts')],
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
  load().then(
    (loaded) => {
      spoken.value = loaded;
      document.documentElement.lang = language;
    },
    () => undefined,
  );
}
