// French for use that is entered by hand after an outage.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('fr');

export const usage: Words['usage'] = {
  open: 'Saisir une utilisation après une panne',
  title: icu('Utilisation de {machine} qu’aucun lecteur n’a vue'),
  intro: 'Elle est facturée comme toute autre et marquée de votre nom au relevé.',
  member: 'Qui l’a utilisée',
  choose: 'Choisissez un membre',
  handle: 'Identifiant du membre',
  from: 'Début',
  to: 'Fin',
  zone: icu('Heures de l’espace, {zone}.'),
  why: 'Pourquoi aucun lecteur ne l’a vue',
  note: 'Note',
  noteHint: '280 caractères au plus. Elle figure au relevé et est effacée avec le membre.',
  check: 'Montrer le prix',
  checking: 'Demande',
  cancel: 'Annuler',
  preview: 'Voici ce qui serait saisi',
  save: 'Saisir',
  saving: 'Saisie',
  change: 'Modifier',
  done: icu('C’est saisi. Cela figure au relevé de {month}.'),
  takenBack: 'Retirée. Le relevé montre les deux lignes.',
  statement: 'Ouvrir le relevé',
  another: 'En saisir une autre',
  meant: 'Laquelle des deux ?',
  costs: icu('Elle coûte {amount}.'),
  free: 'Aucun tarif ne s’applique, donc elle ne coûte rien.',
  warnings: {
    'member-suspended': icu('L’adhésion de {name} est suspendue.'),
    'certificate-missing': icu('{name} n’a pas l’habilitation {certificate}.'),
    'certificate-expired': icu('{name} n’avait plus l’habilitation {certificate} ce jour-là.'),
  },
  handedOut: 'remis au comptoir',
  reasons: {
    'gateway-away': 'la passerelle était absente',
    'reader-broken': 'le lecteur était en panne',
    'network-away': 'le réseau était absent',
    'badge-forgotten': 'le badge était oublié',
    other: 'une autre raison',
  },
  withdrawalReasons: {
    mistake: 'c’était une erreur',
    twice: 'saisie deux fois',
    waived: 'remise accordée',
    other: 'une autre raison',
  },
  doers: { console: 'la console', 'admin-token': 'un jeton d’administrateur' },
  enteredBy: icu('Saisi par {who} le {time} : {reason}.'),
  withdrawnBy: icu('Retiré par {who} le {time} : {reason}.'),
  withdraw: 'Retirer',
  withdrawAsk: 'Retirer cette utilisation ? Sa ligne reste, et une seconde déduit le montant.',
  withdrawWhy: 'Pourquoi',
  withdrawConfirm: 'La retirer',
  withdrawing: 'Retrait',
  keep: 'La garder',
  refusals: {
    'time-ambiguous': {
      title: 'Cette nuit-là, l’heure a reculé, donc ce moment a eu lieu deux fois.',
      detail: 'Choisissez-en un ci-dessous.',
    },
    'time-skipped': {
      title: 'Cette nuit-là, l’heure a avancé, donc ce moment n’a pas existé.',
      detail: 'Choisissez-en un ci-dessous.',
    },
    'time-unreadable': { title: 'Cette heure est illisible.', detail: 'Indiquez la date et l’heure.' },
    'note-unreadable': {
      title: 'La note est trop longue, ou contient des caractères non imprimables.',
      detail: 'Écrivez 280 caractères au plus, sur une ligne.',
    },
    'clock-unset': {
      title: 'L’horloge de la passerelle n’est pas réglée, donc elle ne sait pas quand c’était.',
      detail: 'Reliez-la à un serveur de temps, puis réessayez.',
    },
    'usage-backwards': {
      title: 'L’utilisation finit avant de commencer.',
      detail: 'Indiquez un début avant la fin.',
    },
    'usage-in-future': {
      title: 'L’utilisation finit dans le futur.',
      detail: 'Saisissez-la quand elle est terminée.',
    },
    'usage-too-long': {
      title: 'L’utilisation dure plus de 24 heures.',
      detail: 'Saisissez-en plusieurs, une par jour.',
    },
    'usage-too-old': {
      title: 'L’utilisation a commencé il y a plus de 92 jours.',
      detail: 'Elle ne peut plus être saisie ; réglez-la avec le membre hors du relevé.',
    },
    'usage-overlap': {
      title: 'La machine était déjà utilisée pendant ce temps.',
      detail: 'Indiquez un autre temps, ou retirez l’utilisation saisie qui est fausse.',
    },
    'usage-entered-already': {
      title: 'Cette utilisation était déjà saisie, et rien n’a changé.',
      detail: 'Il n’y a plus rien à faire.',
    },
    'usage-withdrawn-already': {
      title: 'Cette utilisation était déjà retirée, et rien n’a changé.',
      detail: 'Il n’y a plus rien à faire.',
    },
  },
};
