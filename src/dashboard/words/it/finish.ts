// Italian for finishing a session.

import type { finish as finishEn } from '../en/finish.ts';

export const finish: typeof finishEn = {
  finish: 'Termina',
  whenJob: 'Un lavoro è in corso. La macchina può finirlo, e non lo paghi. Poi la corrente si spegne.',
  whenIdle: 'La tua sessione finisce ora e la corrente si spegne.',
  confirm: 'Termina la sessione',
  keep: 'Continua a lavorare',
  working: 'Sto terminando',
};
