// Spanish for finishing a session.

import type { finish as finishEn } from '../en/finish.ts';

export const finish: typeof finishEn = {
  finish: 'Terminar',
  whenJob:
    'Hay un trabajo en marcha. La máquina puede acabarlo; eso no se te cobra. Después se corta la corriente.',
  whenIdle: 'Tu sesión termina ahora, y se corta la corriente.',
  confirm: 'Terminar la sesión',
  keep: 'Seguir trabajando',
  working: 'Terminando',
};
