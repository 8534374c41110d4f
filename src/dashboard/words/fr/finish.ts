// French for finishing a session.

import type { Words } from '../words.ts';

export const finish: Words['finish'] = {
  finish: 'Terminer',
  whenJob:
    'Un travail est en cours. La machine peut le finir ; cela ne vous est pas facturé. Ensuite le courant se coupe.',
  whenIdle: 'Votre session se termine maintenant, et le courant se coupe.',
  confirm: 'Terminer la session',
  keep: 'Continuer',
  working: 'Fin en cours',
};
