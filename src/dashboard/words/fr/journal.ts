// French for the journal at the desk: its pages, one entry, and the proof.

import { icuIn } from '../icu.ts';

const icu = icuIn('fr');

export const journal = {
  title: 'Journal',
  notYours:
    'Le journal est pour les responsables, les trésoriers et les administrateurs. Demandez à l’un d’eux.',
  filter: 'Trouver des entrées',
  member: 'Membre',
  machine: 'Machine',
  type: 'Genre',
  from: 'Du',
  to: 'Au',
  any: 'tous',
  find: 'Trouver',
  clear: 'Toutes les entrées',
  position: 'Position',
  none: 'Aucune entrée n’est ainsi. Enlevez un filtre.',
  older: 'Entrées plus anciennes',
  newest: 'Les plus récentes',
  caption: 'Entrées, les plus récentes d’abord',
  when: 'Quand',
  about: 'Au sujet de',
  doer: 'Par',
  forgotten: 'Ce qu’elle disait a été oublié selon son âge ; son empreinte reste.',
  recorded: 'Ce regard est noté.',
  nameless: 'quelqu’un',
  back: 'Toutes les entrées',
  entry: icu<{ seq: string }>('Entrée {seq}'),
  ofLast: icu<{ last: string }>('sur {last}'),
  text: 'En texte',
  hash: 'Empreinte',
  hashBefore: 'Empreinte de l’entrée d’avant',
  hashAfter: 'Empreinte de l’entrée d’après',
  before: 'Entrée d’avant',
  after: 'Entrée d’après',
  proof: 'Preuve',
  proofWhat:
    'Chaque entrée est lue depuis la première, son empreinte recalculée, et chacune doit nommer celle d’avant.',
  prove: 'Prouver le journal',
  proving: icu<{ done: string; total: string }>('{done} entrées sur {total} vérifiées'),
  holds: icu<{ count: string; time: string }>('La chaîne tient : {count} entrées, vérifiées {time}.'),
  head: 'Empreinte de la dernière entrée. Qui la garde ailleurs peut dire plus tard que rien n’a été coupé.',
  broken: icu<{ seq: string }>(
    'L’entrée {seq} est fausse. Laissez les fichiers tels quels et restaurez une copie qui tient.',
  ),
  failed: 'La preuve n’a pas pu être faite. Le log de la passerelle dit pourquoi ; réessayez.',
};
