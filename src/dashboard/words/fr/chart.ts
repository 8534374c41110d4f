// French for charts of readings, and their tables.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('fr');

export const chart: Words['chart'] = {
  recent: icu('{name}, 10 min'),
  noData: icu('pas de données {from}–{to}'),
  sentence: icu('{name} : {value} maintenant.'),
  stale: icu('{name} : {value} à {time}. Rien entendu depuis.'),
  empty: 'Aucune mesure dans cette période.',
  table: 'Tableau',
  csv: 'Enregistrer en CSV',
  time: 'Heure',
  mean: 'Moyenne',
  least: 'Minimum',
  greatest: 'Maximum',
  span: { short: '10 min', hour: '1 h', day: '24 h', month: '31 j' },
  spanTitle: 'Période montrée',
};
