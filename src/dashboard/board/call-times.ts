// How calls and the queue say times and machines.

import { formatSince } from '../format.ts';
import { live, nowMs, place } from '../store.ts';

export const timeOf = (at: string): string =>
  formatSince(Date.parse(at), { nowMs: nowMs.value, place: place.value });

export const nameOfMachine = (id: string): string =>
  live.value.board?.machines.find((one) => one.id === id)?.name ?? id;
