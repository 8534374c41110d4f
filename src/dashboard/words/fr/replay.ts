// French for the past under another policy: who would wait less or more, and what the reader must know of it.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('fr');

export const replay: Words['replay'] = {
  title: 'Essayer un règlement sur le passé',
  intro:
    'Les mêmes personnes viennent aux mêmes heures et ont besoin de la machine aussi longtemps. Seul l’ordre des appels est décidé à nouveau.',
  notYours: 'Ce sont les responsables qui essaient des règlements. Connectez-vous comme tel.',
  pool: 'Groupe',
  noPools: 'Il n’y a encore aucune machine. Décrivez-en une dans officina.yaml.',
  noQueue: 'Ce groupe n’a pas de file maintenant. Chaque session compte comme une arrivée à ce moment.',
  minutes: 'Durée d’un tour, minutes',
  overtake: 'Dépassement permis aux autres, pour cent',
  halfLife: 'L’utilisation compte moitié moins après, jours',
  now: icu('maintenant {value}'),
  first: 'Du',
  last: 'Au',
  run: 'Essayer',
  running: icu('En cours, {percent} %'),
  refusals: {
    'replay-busy': {
      title: 'Quelqu’un d’autre essaie un règlement.',
      detail: 'Réessayez quand ce sera fini.',
    },
    'replay-span': {
      title: 'Cette période ne peut pas être rejouée.',
      detail: 'Choisissez des jours passés, deux ans au plus, le premier avant le dernier.',
    },
    'replay-document': {
      title: 'Ces nombres ne vont pas ensemble.',
      detail: 'Choisissez-en d’autres ; un tour ne dure pas plus d’un jour.',
    },
  },
  past: icu(
    '{turns, plural, one {À côté de ce qui s’est vraiment passé : # tour.} other {À côté de ce qui s’est vraiment passé : # tours.}}',
  ),
  pastOrder: icu('{percent} % d’entre eux sont venus dans le même ordre.'),
  pastOff: icu('La moitié des attentes diffèrent de {minutes} min ou moins.'),
  notThePast: 'Cet essai ne retrouve pas ce qui s’est vraiment passé. Ne vous y fiez pas.',
  notes: {
    'nobody-came': icu(
      'Personne n’est venu pour ces machines pendant cette période. Choisissez-en une autre.',
    ),
    'too-few': icu(
      'Moins de cinq personnes sont venues pendant cette période : rien n’en est dit. Choisissez-en une plus longue.',
    ),
    'groups-merged': icu(
      'Les groupes de moins de cinq personnes, et ce qui en trahirait un, sont réunis sous « Autres ».',
    ),
    'pool-had-no-queue': icu(
      '{pool} n’avait pas de file : on ne sait pas qui est venu, l’a trouvé occupé et est reparti.',
    ),
    'pool-left-out': icu('{pool} n’aurait pas de file, et reste donc de côté.'),
    'bookings-not-replayed': icu('Les réservations de {pool} ne sont pas rejouées.'),
    'care-not-replayed': icu('Les poids dus à l’entretien ne sont pas rejoués.'),
  },
  groups: {
    everybody: 'Tout le monde',
    'light-half': 'La moitié qui utilise le moins',
    middle: 'Le milieu',
    'heavy-tenth': 'Le dixième qui utilise le plus',
    individuals: 'Personnes sans équipe',
    others: 'Autres',
  },
  team: icu('Équipe {team}'),
  people: icu('{count, plural, one {# personne} other {# personnes}}'),
  waits: {
    less: icu('Moins : neuf attentes sur dix en {after} min au lieu de {before}.'),
    more: icu('Plus : neuf attentes sur dix en {after} min au lieu de {before}.'),
    same: icu('Comme avant : neuf attentes sur dix en {before} min.'),
  },
  before: 'avant',
  after: 'après',
  minutesShort: icu('{minutes} min'),
  table: 'Tous les chiffres',
  caption: 'En minutes, sauf le nombre de demandes et de tours servis : avant → après.',
  columns: {
    asked: 'Demandes',
    served: 'Servis',
    waitP50: 'La moitié des attentes',
    waitP90: 'Neuf sur dix',
    waitLongest: 'La plus longue',
    promisedP50: 'Début promis au plus tard',
    overtakenMost: 'Dépassement maximal',
    turnedAway: 'Repartis',
  },
  group: 'Groupe',
  pools: 'Machines utilisées',
  used: icu('{before} → {after} du temps'),
};
