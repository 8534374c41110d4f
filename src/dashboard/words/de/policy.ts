// German for the page that says how machines are shared. The sentences themselves come from the gateway.

import type { policy as policyEn } from '../en/policy.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('de');

export const policy: typeof policyEn = {
  title: 'Wie wir die Maschinen teilen',
  link: 'Wie man drankommt',
  none: 'Es wurde nie etwas beschlossen: Keine Maschine wird der Reihe nach benutzt, und wer den Badge an eine freie hält, fängt an.',
  refused: 'Melde dich an, um das zu lesen.',
  everybody: 'Für alle',
  pool: icu('Pool {pool}'),
  since: icu('gilt seit {time}'),
  version: icu('Fassung {version}'),
  by: { file: 'in der Datei der Werkstatt geschrieben', vote: 'in einer Abstimmung beschlossen' },
  coming: icu('Ab {time}'),
  comingHint: 'Was sich dann ändert. Der Rest bleibt, wie er unten steht.',
  comingSame: 'Nichts von dem, was unten steht, ändert sich.',
  gone: 'Nicht mehr',
  fresh: 'Neu',
  past: 'Früher',
  table: { version: 'Fassung', from: 'Gilt ab', by: 'Beschlossen', hash: 'Hash' },
  never: 'nie',
  hashHint: 'Entscheidungen der Warteschlange nennen mit diesen Ziffern das Regelwerk, nach dem sie fielen.',
};
