// French for what people decide about machines, locks and modes, and for people in the space.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('fr');

export const decisions: Words['decisions'] = {
  locked: 'Quelqu’un l’a bloquée. Un responsable l’examine et la débloque.',
  lockedAfter: 'Elle sera bloquée après cette session.',
  outOfOrder: 'Elle ne marche pas. Un responsable s’en occupe.',
  noted: icu('« {note} »'),
  retired: 'On ne l’utilise plus.',
  peopleShort: icu(
    'Il lui faut {needed} personnes, et il y en a {present} : elle s’arrête dans moins d’une minute.',
  ),

  lockedBy: icu('Bloquée par {who}, {time}'),
  lockedSince: icu('Bloquée depuis {time}'),
  modeSince: icu('En mode {mode} depuis {time}'),
  photo: icu('Photo de {machine}, prise pour ce mode'),

  lock: {
    title: 'Quelque chose ne va pas ?',
    offer: 'Bloquer cette machine',
    keep: 'Ne pas bloquer',
    confirm: 'La bloquer',
    working: 'Blocage',
    warning:
      'Ceci n’est pas un arrêt d’urgence. Si quelqu’un est en danger, appuyez d’abord sur le bouton rouge de la machine.',
    what: 'Personne ne peut la démarrer avant qu’un responsable l’ait examinée. Personne n’est blâmé pour un blocage.',
    when: 'La session qui l’occupe',
    stop: 'se termine aussitôt',
    after: 'peut aller jusqu’au bout',
  },
  unlock: {
    offer: 'Débloquer',
    keep: 'La laisser bloquée',
    confirm: 'La débloquer',
    working: 'Déblocage',
    what: 'Les membres peuvent de nouveau la démarrer. Faites-le après l’avoir examinée.',
  },
  mode: {
    offer: 'Changer le mode',
    keep: 'Le laisser',
    confirm: 'Le changer',
    working: 'Changement',
    mode: 'Mode',
    note: 'Note',
    noteHint: '500 caractères au plus, lisibles par tous. Elle est effacée avec votre compte.',
    photo: 'Photo',
    photoHint: 'JPEG ou PNG, 1 Mo au plus. Le lieu et l’heure en sont retirés.',
    ends: 'Qui occupe la machine finit ; ensuite, seuls ceux que ce mode autorise peuvent la démarrer.',
  },

  people: {
    inside: icu('{inside, plural, one {# personne présente} other {# personnes présentes}}'),
    insideOf: icu('{inside} sur {capacity} présents'),
    free: 'Il y a de la place pour vous',
    waiting: 'C’est complet ; vous saurez ici quand il y a de la place',
  },
};
