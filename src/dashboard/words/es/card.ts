// Spanish for the cards of machines.

import type { card as cardEn } from '../en/card.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('es');

export const card: typeof cardEn = {
  someone: 'Alguien',
  you: 'Tú',
  whoSince: icu('{who} · desde {time}'),
  since: icu('desde {time}'),
  today: icu('{time} en uso hoy'),
  briefToday: 'Menos de 1 min en uso hoy',
  unusedToday: 'Hoy sin usar',
  progress: 'Avance del trabajo',
  timeLeft: icu('quedan unos {time}'),
  said: icu('La máquina dice «{word}». Ve a mirar.'),
  alarm: 'Ve a mirar y luego bórrala en la máquina.',
  outOfService: 'Está fuera de servicio. Ve a mirar y luego bórralo en la máquina.',
  door: 'Cierra la puerta y pulsa inicio en la máquina.',
  offline: 'Revisa su cable y su corriente.',
  unknown: 'No recibimos qué hace.',
  untrusted: 'Nadie ha dado aún su servidor por fiable. Su página dice qué hacer.',
  away: 'No se sabe mientras no responde la pasarela.',
  ending: 'Puede acabar su trabajo; ya no se cobra nada más.',
  cooling: 'Se enfría y luego se corta la corriente; ya no se cobra nada más.',
  maintenance: 'Apartada por el taller.',
  power: 'No se le cortó la corriente. Avisa a un responsable.',
  noSession: 'Funciona sin sesión.',
  toolChange: 'Espera un cambio de herramienta.',
};
