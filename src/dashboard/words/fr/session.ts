// French for a running session: what ends it, what it costs, and what its holder may do with it.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('fr');

export const session: Words['held'] = {
  title: 'Votre session',
  ends: icu('Fin à {time} : {cause}'),
  causes: {
    idle: 'rien ne bouge',
    longest: 'durée maximale d’une session',
    hours: 'fermeture',
    turn: 'fin du tour',
    booking: 'réservation d’un autre membre',
    ceiling: 'votre plafond',
    certificate: 'votre habilitation expire',
    trainer: 'votre formateur ne peut plus enseigner ensuite',
  },
  refusals: {
    'session-not-idle': {
      title: 'Elle n’est pas près de se terminer.',
      detail: 'Il n’y a rien à faire ; elle continue.',
    },
    'cost-code-unknown': {
      title: 'Ce centre de coût n’est pas pour vous.',
      detail: 'Choisissez-en un autre.',
    },
    'ceiling-passed': {
      title: 'Elle a déjà coûté plus que cela.',
      detail: 'Donnez un plafond plus haut, ou terminez-la.',
    },
    'session-none': {
      title: 'Plus personne n’occupe cette machine.',
      detail: 'Badgez à la machine pour commencer.',
    },
    'session-not-yours': {
      title: 'Quelqu’un d’autre occupe maintenant cette machine.',
      detail: 'Attendez qu’elle soit libre.',
    },
    'session-ending': {
      title: 'Cette session se termine déjà.',
      detail: 'Attendez que le courant soit coupé.',
    },
  },
  cost: 'Coût jusqu’ici',
  costNow: icu('{perHour} l’heure en ce moment'),
  costStands: 'rien n’est facturé en ce moment',
  costStep: icu('{amount} de plus à partir de {time}'),
  costCapDay: 'le maximum de ce jour est atteint',
  costCapMonth: 'le maximum de ce mois est atteint',
  ceiling: 'S’arrêter à',
  ceilingHint: icu(
    'Par exemple {amount}. Elle se termine avant de coûter plus ; laissez vide pour ne pas fixer de plafond.',
  ),
  ceilingWrong: 'Ce n’est pas un montant.',
  costCode: 'Débiter',
  noCostCode: 'moi, sans centre de coût',
  save: 'Enregistrer',
  saving: 'Enregistrement',
  saved: 'Enregistré. Cela vaut dès maintenant.',
  keep: 'Je suis encore là',
  keepWhy: 'Rien n’a bougé depuis un moment. Dites que vous êtes là, sinon la session se termine.',
  keeping: 'Prolongation',
  handOver: 'Passer la main',
  handOverAsk:
    'Qui badge à la machine dans la minute la reprend, avec son travail. Le courant reste ; vous payez jusqu’à cet instant.',
  handOverConfirm: 'Attendre l’autre badge',
  handOverKeep: 'La garder',
  handOverWorking: 'Demande à la passerelle',
  offered: icu('À l’autre badge maintenant : encore {seconds} s.'),
};
