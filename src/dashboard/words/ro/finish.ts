// Romanian for finishing a session.

import type { Words } from '../words.ts';

export const finish: Words['finish'] = {
  finish: 'Încheie',
  whenJob: 'Rulează o lucrare. Mașina o poate termina; nu ți se facturează. Apoi curentul se oprește.',
  whenIdle: 'Sesiunea ta se încheie acum, iar curentul se oprește.',
  confirm: 'Încheie sesiunea',
  keep: 'Lucrez mai departe',
  working: 'Se încheie',
};
