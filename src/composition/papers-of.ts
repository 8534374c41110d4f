// What leaves the house, printed from the store.

import { csvLines } from '../adapters/csv/csv-lines.ts';
import type { Papers } from '../api/options.ts';
import type { KeptFrom } from '../gateway/kept-from.ts';
import { memberDataJson, memberProfile } from '../gateway/member-data.ts';
import { printRows } from '../gateway/print-rows.ts';

export const papersOf = (kept: KeptFrom): Papers => ({
  rows: ({ format, ...wish }) =>
    printRows(kept, { ...wish, onProgress: () => undefined }, { format, csvLines }),
  async member(member) {
    const profile = await memberProfile(kept, member);
    return profile && memberDataJson(kept, profile);
  },
});
