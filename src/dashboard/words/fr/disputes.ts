// What is said when a charge is contested and decided, in French.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('fr');

export const disputes: Words['disputes'] = {
  title: 'Débits contestés',
  contest: 'Contester ce débit',
  contestOf: icu('Contester le débit pour {machine}, {when}'),
  contestAsk: 'La trésorerie lit ce que vous écrivez et décide. D’ici là, votre relevé reste tel quel.',
  contestText: 'Qu’est-ce qui ne va pas ?',
  textHint: '2000 caractères au plus.',
  keep: 'Laisser',
  send: 'Envoyer',
  sending: 'Envoi …',
  withdraw: 'Retirer',
  withdrawAsk: 'Personne n’en décidera plus, et le débit reste.',
  withdrawing: 'Retrait …',
  charged: icu('{amount}, contesté le {when}'),
  due: icu('Réponse attendue au plus tard le {when}.'),
  overdue: icu('La réponse était attendue au plus tard le {when}.'),
  status: {
    open: 'Ouverte',
    accepted: 'Acceptée',
    partly: 'Acceptée en partie',
    rejected: 'Refusée',
    withdrawn: 'Retirée',
  },
  taken: icu('{amount} sont déduits.'),
  erased: 'Ce texte a été effacé.',
  gone: 'Un membre parti',
  decide: 'Décider',
  decideOf: icu('Décider de ce que {name} conteste'),
  decideAsk: 'Le membre lit votre réponse. Ce qui est déduit est recrédité automatiquement.',
  outcome: 'Décision',
  outcomes: {
    accepted: 'Tout déduire',
    amount: 'Déduire un montant',
    time: 'Déduire un temps',
    rejected: 'Ne rien déduire',
  },
  amount: icu('Montant en {currency}'),
  minutes: 'Minutes du temps facturé',
  answer: 'Réponse au membre',
  deciding: 'Décision …',
  dataTitle: 'Ce qui est conservé sur vous',
  dataSaid:
    'Qui vous êtes, ce que vous avez écrit et chaque entrée du journal à votre sujet, en un seul fichier. Rien sur les autres n’y figure.',
  dataTake: 'Prendre une copie (JSON)',
  refusals: {
    'charge-unknown': {
      title: 'Vous n’avez pas ce débit, ou il est trop ancien.',
      detail: 'Votre relevé liste vos débits.',
    },
    'charge-nothing': {
      title: 'Il ne reste rien à contester de ce débit.',
      detail: 'Il n’y a rien à faire.',
    },
    'dispute-open-already': {
      title: 'Ce débit est déjà contesté.',
      detail: 'Attendez la réponse, ou retirez d’abord la contestation.',
    },
    'dispute-too-late': {
      title: 'Ce débit est trop ancien pour être contesté ici.',
      detail: 'Parlez-en à qui tient les comptes de l’espace.',
    },
    'disputes-full': {
      title: 'Trop de contestations sont déjà ouvertes.',
      detail: 'Attendez que certaines aient leur réponse.',
    },
    'disputes-of-charge-full': {
      title: 'Ce débit a déjà été tranché trois fois.',
      detail: 'Parlez-en à qui tient les comptes de l’espace.',
    },
    'dispute-unknown': { title: 'Cette contestation n’existe pas.', detail: 'Rechargez la page.' },
    'dispute-over': {
      title: 'Cette contestation est close, et rien n’a changé.',
      detail: 'La liste dit comment elle s’est terminée.',
    },
    'dispute-own': {
      title: 'Personne ne décide de son propre débit.',
      detail: 'Quelqu’un d’autre, avec le rôle de trésorier, le peut.',
    },
    'credit-wrong': {
      title: 'Ce n’est pas une partie de ce débit.',
      detail: 'Indiquez un montant ou des minutes, au-dessus de zéro et au-dessous du tout.',
    },
  },
};
