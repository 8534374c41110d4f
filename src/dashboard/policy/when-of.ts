// A moment as the pages about the policy show it: with its day, and the time where that is not today.

import { formatSince } from '../format.ts';
import { nowMs, place } from '../store.ts';

export const whenOf = (at: string): string =>
  formatSince(Date.parse(at), { nowMs: nowMs.value, place: place.value });
