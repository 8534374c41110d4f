// Spanish for what people decide about machines, locks and modes, and for people in the space.

import type { decisions as decisionsEn } from '../en/decisions.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('es');

export const decisions: typeof decisionsEn = {
  locked: 'Alguien la ha bloqueado. Un responsable la mira y la desbloquea.',
  lockedAfter: 'Queda bloqueada después de esta sesión.',
  outOfOrder: 'No funciona. Un responsable se ocupa.',
  noted: icu('«{note}»'),
  retired: 'Ya no se usa.',
  peopleShort: icu('Necesita {needed} personas y aquí hay {present}: termina en menos de un minuto.'),

  lockedBy: icu('Bloqueada por {who}, {time}'),
  lockedSince: icu('Bloqueada desde {time}'),
  modeSince: icu('En modo {mode} desde {time}'),
  photo: icu('Foto de {machine}, tomada para este modo'),

  lock: {
    title: '¿Le pasa algo?',
    offer: 'Bloquear esta máquina',
    keep: 'No bloquear',
    confirm: 'Bloquearla',
    working: 'Bloqueando',
    warning:
      'Esto no es una parada de emergencia. Si alguien está en peligro, pulsa antes el botón rojo de la máquina.',
    what: 'Nadie puede arrancarla hasta que la mire un responsable. A nadie se le reprocha un bloqueo.',
    when: 'La sesión que la ocupa',
    stop: 'termina en el acto',
    after: 'puede seguir hasta su final',
  },
  unlock: {
    offer: 'Desbloquear',
    keep: 'Dejarla bloqueada',
    confirm: 'Desbloquearla',
    working: 'Desbloqueando',
    what: 'Los miembros pueden volver a arrancarla. Hazlo después de haberla mirado.',
  },
  mode: {
    offer: 'Cambiar el modo',
    keep: 'Dejarlo así',
    confirm: 'Cambiarlo',
    working: 'Cambiando',
    mode: 'Modo',
    note: 'Nota',
    noteHint: 'Como mucho 500 caracteres, que todos pueden leer. Se borra con tu cuenta.',
    photo: 'Foto',
    photoHint: 'JPEG o PNG, como mucho 1 MB. Se le quitan el lugar y la hora.',
    ends: 'Quien ocupa la máquina termina, y después solo puede arrancarla quien este modo permite.',
  },

  people: {
    inside: icu('{inside} dentro'),
    insideOf: icu('{inside} de {capacity} dentro'),
    free: 'Ahora hay sitio para ti',
    waiting: 'Está lleno; esto te avisa cuando haya sitio',
  },
};
