// Whether the one who looks may use a machine, and what is told to staff of a session, in Romanian.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('ro');

export const access: Words['access'] = {
  title: 'Accesul tău',
  yes: 'O poți folosi: apropie cartela de cititorul ei.',
  no: 'Acum nu o poți folosi.',
  past: 'O poți folosi doar ca responsabil; altora li s-ar refuza, iar asta rămâne scris.',
  lesson: icu('Sesiuni supravegheate pentru {name}: {sessions} din {needed}.'),
  bypassed: icu('Pornită peste reguli, de un responsabil: {codes}.'),
  trainer: icu('Instructor: {name}.'),
  levels: { assist: 'asistă', operate: 'lucrează', maintain: 'întreține', teach: 'predă' },
  earned: 'obținut în lecții',
  plan: icu('Abonament: {plan}.'),
  from: icu('Membru din {day}.'),
  until: icu('Membru până la {day}.'),
};
