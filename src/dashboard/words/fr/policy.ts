// French for the page that says how machines are shared. The sentences themselves come from the gateway.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('fr');

export const policy: Words['policy'] = {
  title: 'Comment nous partageons les machines',
  link: 'Comment les tours sont donnés',
  none: 'Rien n’a jamais été décidé : aucune machine ne s’utilise à tour de rôle, et qui badge à une machine libre commence.',
  refused: 'Connectez-vous pour lire ceci.',
  everybody: 'Pour tout le monde',
  pool: icu('Groupe {pool}'),
  since: icu('en vigueur depuis {time}'),
  version: icu('Version {version}'),
  by: { file: 'écrit dans le fichier de l’atelier', vote: 'décidé par un vote' },
  coming: icu('À partir de : {time}'),
  comingHint: 'Ce qui change alors. Le reste demeure comme ci-dessous.',
  comingSame: 'Rien de ce que dit une phrase ci-dessous ne change.',
  gone: 'Ne vaut plus',
  fresh: 'Nouveau',
  past: 'Avant',
  table: { version: 'Version', from: 'En vigueur depuis', by: 'Décidé', hash: 'Empreinte' },
  never: 'jamais',
  hashHint: 'Les décisions de la file d’attente citent par ces chiffres le règlement qu’elles ont suivi.',
};
