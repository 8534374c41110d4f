// French for statements.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('fr');

export const statement: Words['statement'] = {
  title: 'Relevé',
  month: 'Mois',
  earlier: 'Mois précédent',
  later: 'Mois suivant',
  print: 'Imprimer',
  machine: 'Machine',
  when: 'De – à',
  billed: 'Temps facturé',
  perHour: 'Prix de l’heure',
  amount: 'Montant',
  sum: 'Somme',
  total: 'Total du mois',
  gap: icu('{time} non vu, non facturé'),
  energy: {
    metered: icu('{amount}'),
    estimated: icu('environ {amount} (estimé)'),
    partly: icu('environ {amount} (en partie estimé)'),
    unmeasured: 'énergie non mesurée',
    under: icu('moins de {amount}'),
  },
  rate: icu('{amount}/h'),
  noTariff: 'sans tarif',
  none: 'Rien n’a été facturé ce mois-ci. Choisissez-en un autre.',
  open: icu(
    '{count, plural, one {# session est encore ouverte ; elle figurera au relevé du mois où elle se termine.} other {# sessions sont encore ouvertes ; chacune figurera au relevé du mois où elle se termine.}}',
  ),
  refused: 'Les relevés sont pour les membres. Connectez-vous pour voir le vôtre.',
  clocks: {
    loaded: 'occupée',
    powered: 'sous tension',
    working: 'au travail',
    operating: 'en marche',
    laserOn: 'faisceau laser allumé',
    spindleOn: 'broche en marche',
  },
};
