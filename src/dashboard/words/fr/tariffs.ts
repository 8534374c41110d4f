// French for the page of tariffs: what is charged, a form for a new one, and what it would change.

import type { tariffs as tariffsEn } from '../en/tariffs.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('fr');

export const tariffs: typeof tariffsEn = {
  title: 'Tarifs',
  none: 'Aucun tarif n’est décrit, donc rien ne coûte.',
  states: { past: 'Passés', now: 'En vigueur', coming: 'À venir' },
  from: icu('à partir du {day}'),
  like: 'En écrire un nouveau d’après celui-ci',
  fresh: 'Un nouveau tarif',
  freshSaid: icu(
    'Il commence au plus tôt le {day}. Le formulaire et le texte au-dessous sont la même chose.',
  ),
  fields: {
    pool: 'Machines (groupe)',
    from: 'Premier jour',
    perHour: 'Prix d’une heure',
    clock: 'Comptée selon',
    start: 'Une fois par session',
    minimum: 'Minimum d’une session',
    freeMinutes: 'Gratuit jusqu’à, minutes',
    stepMinutes: 'Par pas de, minutes',
    perKwh: 'Prix d’un kilowattheure',
    session: 'Maximum par session',
    day: 'Maximum par jour',
    month: 'Maximum par mois',
  },
  clocks: {
    loaded: 'temps d’occupation',
    powered: 'temps sous tension',
    working: 'temps de travail',
    operating: 'temps en marche',
    laserOn: 'faisceau laser allumé',
    spindleOn: 'broche en marche',
  },
  text: 'En texte (YAML)',
  textSaid: 'Les heures de pointe, d’autres compteurs, les matériaux et pour qui il vaut s’écrivent ici.',
  add: {
    offer: 'Voir ce qu’il change',
    keep: 'Retour',
    confirm: 'Ajouter le tarif',
    working: 'Un instant …',
  },
  added: icu('Il est dans officina.yaml et commence de lui-même le {day}.'),
  typical: 'Cinq usages courants, avant et après',
  uses: {
    quick: '15 min occupée, 10 min en marche',
    hour: '1 h occupée, 45 min en marche',
    long: '4 h occupée, 3 h en marche',
    peak: '1 h occupée, à l’heure de pointe s’il y en a une',
    energy: '2 h occupée, 5 kWh',
  },
  replay: {
    offer: 'Calculer les mois passés avec lui',
    keep: 'Retour',
    confirm: 'Encore',
    working: 'Calcul …',
  },
  replayMonths: 'Mois en arrière',
  replaySum: icu(
    '{uses, plural, one {# usage} other {# usages}} : {before} comme c’était, {after} avec lui.',
  ),
  more: icu('{members, plural, one {# membre paie} other {# membres paient}} plus'),
  less: icu('{members, plural, one {# membre paie} other {# membres paient}} moins'),
  same: icu('{members, plural, one {# membre paie} other {# membres paient}} autant'),
  few: 'Moins de cinq membres : rien n’est dit d’eux.',
  assumes: 'Suppose que les machines servent comme avant ; ce n’est pas certain.',
};
