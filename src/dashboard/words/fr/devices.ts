// French for readers and switches.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('fr');

export const devices: Words['devices'] = {
  title: 'Appareils',
  notYours: 'Les appareils sont réservés aux responsables et aux administrateurs. Adressez-vous à eux.',
  readers: 'Lecteurs',
  switches: 'Interrupteurs',
  none: 'Aucun n’est décrit dans officina.yaml.',
  there: 'Présent',
  away: icu('Pas entendu depuis {time}'),
  never: 'Pas entendu depuis le démarrage de la passerelle',
  kind: 'Type',
  firmware: 'Firmware',
  signal: 'Signal',
  signalGood: icu('bon, {dbm} dBm'),
  signalWeak: icu('faible, {dbm} dBm'),
  address: 'Adresse',
  seen: 'Dernier signe',
  serves: 'Machine',
  servesNone: 'aucune',
  lease: 'Coupure automatique',
  leaseS: icu('{idle} après notre dernier signe'),
  leaseJob: icu('{idle} après notre dernier signe, pendant un travail {job}'),
  unsafe: 'Peu sûr',
  unsafeWhy: icu(
    '{setting} vaut {value} : il peut donner du courant pendant l’absence de la passerelle. Tapez ceci sur l’appareil :',
  ),
  unsafeBare: icu(
    '{setting} vaut {value} : il peut donner du courant pendant l’absence de la passerelle. Changez-le sur l’appareil.',
  ),
  copy: 'Copier',
  copyOf: icu('Copier {command}'),
  copied: 'Copié',
  selected: 'Sélectionné : copiez avec Ctrl C',
  learn: 'Apprendre l’écriture',
  learnWhy:
    'Si un lecteur ne reconnaît pas des badges qui ouvrent ailleurs, c’est qu’il écrit leur numéro à sa façon.',
  learnBadge: 'Un badge à vous',
  learnNone:
    'Il faut un badge à vous pour apprendre, et vous n’en avez pas. Autre moyen : npx officina reader learn',
  learnStart: 'Commencer',
  learnCancel: 'Annuler',
  learnHold: icu('Présentez votre badge finissant par {tail} à {reader}.'),
  learnt: icu('C’est appris. Écrivez ceci dans officina.yaml, sous readers, pour {reader} :'),
};
