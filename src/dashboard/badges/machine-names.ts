// Names of machines in a sentence, in the language of the page.

import { live, place } from '../store.ts';

/** `Laser and Lathe`; the id where the board knows no name. */
export function machineNames(ids: readonly string[]): string {
  const machines = live.value.board?.machines ?? [];
  const names = ids.map((id) => machines.find((card) => card.id === id)?.name ?? id);
  return new Intl.ListFormat(place.value.locale, { type: 'conjunction' }).format(names);
}
