// French for the queue of a pool: who waits, one’s own place, and why it is where it is.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('fr');

export const queue: Words['queue'] = {
  title: 'File d’attente',
  nobody: 'Personne n’attend. Badgez à la machine pour commencer un tour.',
  waiting: icu('{count, plural, one {# personne attend.} other {# personnes attendent.}}'),
  allBy: icu('Tous ceux qui attendent commencent au plus tard à {time}.'),
  line: 'Qui est dans la file',
  you: 'Vous',
  somebody: 'Quelqu’un',
  waits: 'attend',
  waitsUntil: icu('attend, jusqu’à {time} au plus tard'),
  isCalled: icu('appel à {machine} jusqu’à {time}'),
  isAway: icu('dehors ; la place est gardée jusqu’à {time}'),
  isParked: icu('a manqué un appel ; la place est gardée jusqu’à {time}'),
  keptFor: icu('Gardée pour {who} jusqu’à {time}.'),
  keptForYou: icu('Votre tour : badgez avant {time}.'),
  youOf: icu('Vous êtes numéro {place} sur {waiting}.'),
  place: icu('Vous êtes numéro {place}.'),
  asked: icu('{minutes, plural, one {Vous avez demandé # minute.} other {Vous avez demandé # minutes.}}'),
  latest: icu('Votre tour vient à {time} au plus tard.'),
  noLatest: 'Aucun début au plus tard ne peut être promis maintenant.',
  likely: icu('Probablement vers {time}.'),
  called: icu('C’est votre tour sur {machine} : badgez-y avant {time}.'),
  running: icu('Votre tour sur {machine} dure jusqu’à {time}, plus longtemps si personne n’attend.'),
  parked: icu(
    'On vous a appelé sans que vous veniez. Votre place est gardée jusqu’à {time} : dites que vous êtes de retour, ou badgez à la machine.',
  ),
  away: icu('Vous êtes dehors. Votre place est gardée jusqu’à {time}.'),
  goOut: { offer: 'Je sors un moment', working: 'Un instant …' },
  amBack: { offer: 'Je suis de retour', working: 'Un instant …' },
  askFor: icu('{minutes, plural, one {Demander # minute} other {Demander # minutes}}'),
  shorter: { keep: 'Laisser ainsi', working: 'Demande …' },
  shorterAsk: icu(
    '{minutes, plural, one {Votre place reste, et votre tour dure # minute. Pour un tour plus long, il faut un nouveau ticket, en fin de file.} other {Votre place reste, et votre tour dure # minutes. Pour un tour plus long, il faut un nouveau ticket, en fin de file.}}',
  ),
  why: icu(
    '{count, plural, one {Pourquoi # personne est avant vous} other {Pourquoi # personnes sont avant vous}}',
  ),
  cameEarlier: icu('a utilisé autant que vous et attend depuis plus longtemps : {theirs}, vous {mine}.'),
  turn: icu('{length} le {day}'),
  weighsTheirs: icu('Ce qui pèse le plus de ce côté : {turns}.'),
  weighsMine: icu('Ce qui pèse le plus de votre côté : {turns}.'),
  usedLess: {
    members: icu('a moins utilisé ces derniers temps : {theirs} comptés, contre {mine} pour vous.'),
    teams: icu(
      'est d’une équipe qui a moins utilisé ces derniers temps : {theirs} comptés par membre, contre {mine} dans la vôtre.',
    ),
  },
  usedLittleLess: 'a un peu moins utilisé que vous ces derniers temps.',
  budget: {
    'earlier-and-budget-spent': icu(
      'attend depuis plus longtemps. On peut encore dépasser {of} de {left}, et votre tour prend {takes}.',
    ),
    'fits-budget': icu(
      'demande moins. On peut encore dépasser {of} de {left} : ce tour y tient, le vôtre prend {takes}.',
    ),
  },
  sooner: {
    'starts-now': icu(
      '{minutes, plural, one {Demandez # minute ou moins et commencez maintenant.} other {Demandez # minutes ou moins et commencez maintenant.}}',
    ),
    'is-next': icu(
      '{minutes, plural, one {Demandez # minute ou moins et votre tour vient ensuite.} other {Demandez # minutes ou moins et votre tour vient ensuite.}}',
    ),
  },
  weight: icu('Votre poids est de {weight} grâce à {hours} h d’entretien.'),
  refusals: {
    'queue-unknown': {
      title: 'Cette machine ne s’utilise plus à tour de rôle.',
      detail: 'Badgez-y pour commencer.',
    },
    'ticket-none': {
      title: 'Vous n’avez pas de ticket ici.',
      detail: 'Badgez à la machine pour en prendre un.',
    },
    'ticket-called': { title: 'C’est votre tour.', detail: 'Badgez à la machine, ou quittez la file.' },
    'ticket-absent': {
      title: 'D’après l’entrée, vous n’êtes pas à l’intérieur.',
      detail: 'Badgez à l’entrée ou à la machine : cela vous remet dans la file.',
    },
    'ticket-elsewhere': {
      title: 'Vous occupez une machine d’un autre type.',
      detail: 'Terminez d’abord là-bas ; vous avez droit à un tour à la fois.',
    },
    'turn-longer': {
      title: 'Un tour plus long demande un nouveau ticket.',
      detail: 'Quittez la file et badgez à la machine.',
    },
    'turn-length': { title: 'Ce tour est trop court.', detail: 'Demandez cinq minutes ou plus.' },
    'turn-runs': { title: 'Votre tour est en cours.', detail: 'Badgez à la machine pour terminer.' },
  },
  leave: {
    offer: 'Quitter la file',
    keep: 'Rester dans la file',
    confirm: 'La quitter',
    working: 'Départ …',
  },
  skip: {
    offer: 'Retirer',
    keep: 'Laisser',
    confirm: 'Retirer de la file',
    working: 'Retrait …',
  },
  skipWhy: 'Pourquoi ; la personne est prévenue, et c’est écrit au journal',
  skipReasons: {
    absent: 'Pas là',
    asked: 'À sa demande',
    rules: 'Contraire aux règles de l’espace',
    mistake: 'Une erreur',
  },
  leaveAsk: 'Vous rendez votre ticket. Qui revient se place dans la file comme s’il venait d’arriver.',
};
