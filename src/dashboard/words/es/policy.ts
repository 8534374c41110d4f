// Spanish for the page that says how machines are shared. The sentences themselves come from the gateway.

import type { policy as policyEn } from '../en/policy.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('es');

export const policy: typeof policyEn = {
  title: 'Cómo compartimos las máquinas',
  link: 'Cómo se dan los turnos',
  none: 'Nunca se decidió nada: ninguna máquina se usa por turnos, y empieza quien pasa la credencial por una libre.',
  refused: 'Entra para leer esto.',
  everybody: 'Para todos',
  pool: icu('Grupo {pool}'),
  since: icu('en vigor desde {time}'),
  version: icu('Versión {version}'),
  by: { file: 'escrito en el archivo del taller', vote: 'decidido en votación' },
  coming: icu('Desde {time}'),
  comingHint: 'Lo que cambia entonces. Lo demás queda como abajo.',
  comingSame: 'No cambia nada de lo que dice una frase de abajo.',
  gone: 'Ya no',
  fresh: 'Nuevo',
  past: 'Antes',
  table: { version: 'Versión', from: 'En vigor desde', by: 'Decidido', hash: 'Hash' },
  never: 'nunca',
  hashHint: 'Las decisiones de la cola nombran con estas cifras el reglamento por el que se tomaron.',
};
