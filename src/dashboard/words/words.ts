// The words of the dashboard in the language of the space; English where we have no other. Sentences are whole: none is
// glued from parts, so a translator sees all of it.

import { en } from './en.ts';

export type Words = typeof en;

/** Fetched by whoever reads them: nobody waits for the words of others. */
const others = new Map<string, () => Promise<Words>>([['it', async () => (await import('./it.ts')).it]]);

/** The words for a BCP 47 locale such as `it` or `it-CH`; rejects where they could not be fetched. */
export async function loadWords(locale: string): Promise<Words> {
  const load = others.get(locale.split('-')[0] ?? '');
  return load ? load() : en;
}
