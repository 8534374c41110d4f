// French for whether the one who looks may use a machine, and what is told to staff of a session.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('fr');

export const access: Words['access'] = {
  title: 'Votre accès',
  yes: 'Vous pouvez l’utiliser : présentez votre badge à son lecteur.',
  no: 'Vous ne pouvez pas l’utiliser maintenant.',
  past: 'Vous ne pouvez l’utiliser qu’en tant que responsable ; à d’autres elle serait refusée, et le journal en garde trace.',
  lesson: icu('Sessions encadrées pour {name} : {sessions} sur {needed}.'),
  bypassed: icu('Démarrée hors des règles, par un responsable : {codes}.'),
  trainer: icu('Formation assurée par {name}.'),
  levels: { assist: 'assiste', operate: 'utilise', maintain: 'entretient', teach: 'forme' },
  earned: 'acquise en leçons',
  plan: icu('Formule : {plan}.'),
  from: icu('Membre à partir du {day}.'),
  until: icu('Membre jusqu’au {day}.'),
};
