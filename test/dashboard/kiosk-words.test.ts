// The words of the kiosk, which are not among those of the board: in each language the same as in English, with the plurals that
// it has, and short enough for a key.

import { describe, expect, it, vi } from 'vitest';
import { kiosk as de } from '../../src/dashboard/words/de/kiosk.ts';
import { kiosk as en, type KioskWords } from '../../src/dashboard/words/en/kiosk.ts';
import { kiosk as es } from '../../src/dashboard/words/es/kiosk.ts';
import { kiosk as fr } from '../../src/dashboard/words/fr/kiosk.ts';
import { kiosk as it_ } from '../../src/dashboard/words/it/kiosk.ts';
import { kiosk as ro } from '../../src/dashboard/words/ro/kiosk.ts';
import { expectLike } from './like-english.ts';

vi.mock('../../src/dashboard/words/icu.ts', async () => (await import('./like-english.ts')).writtenOut);

describe.each([en, it_, es, ro, de, fr])('the kiosk in $language', (say: KioskWords) => {
  it('says what English says, sentence by sentence', () => {
    expectLike(say, en, say.language);
  });

  it('has words for every refusal and every cause of English', () => {
    for (const record of ['refusals', 'causes'] as const)
      expect(Object.keys(say[record]).sort()).toEqual(Object.keys(en[record]).sort());
    for (const [code, { title, detail }] of Object.entries(say.refusals))
      for (const text of [title, detail]) expect(text, code).toMatch(/^\S.*[.?]$/);
  });

  it('keeps what stands on a key short: it is read with gloves on', () => {
    const keys = [say.running.extend, say.running.handOver, say.running.finish, say.running.report];
    for (const key of [...keys, say.back, say.unlock.enter, say.idle.pin])
      expect(key.length, key).toBeLessThanOrEqual(18);
  });
});
