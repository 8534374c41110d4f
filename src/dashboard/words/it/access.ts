// The same in Italian.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('it');

export const access: Words['access'] = {
  title: 'Il tuo accesso',
  yes: 'Puoi usarla: appoggia il badge al suo lettore.',
  no: 'Ora non puoi usarla.',
  past: 'Puoi usarla solo come responsabile; agli altri sarebbe negata, e resta scritto.',
  lesson: icu('Sessioni seguite per {name}: {sessions} di {needed}.'),
  bypassed: icu('Avviata da un responsabile oltre le regole: {codes}.'),
  trainer: icu('Insegna {name}.'),
  levels: { assist: 'assiste', operate: 'usa', maintain: 'fa manutenzione', teach: 'insegna' },
  earned: 'ottenuto con le lezioni',
  plan: icu('Piano: {plan}.'),
  from: icu('Membro dal {day}.'),
  until: icu('Membro fino al {day}.'),
};
