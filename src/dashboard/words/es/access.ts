// Whether the one who looks may use a machine, and what is told to staff of a session, in Spanish.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('es');

export const access: Words['access'] = {
  title: 'Tu acceso',
  yes: 'Puedes usarla: pasa tu credencial por su lector.',
  no: 'Ahora no puedes usarla.',
  past: 'Solo puedes usarla como responsable; a los demás se les negaría, y esto queda registrado.',
  lesson: icu('Sesiones supervisadas para {name}: {sessions} de {needed}.'),
  bypassed: icu('Iniciada por un responsable, saltándose las reglas: {codes}.'),
  trainer: icu('Clase de {name}.'),
  levels: { assist: 'ayuda', operate: 'maneja', maintain: 'mantiene', teach: 'enseña' },
  earned: 'obtenido en clases',
  plan: icu('Plan: {plan}.'),
  from: icu('Miembro desde el {day}.'),
  until: icu('Miembro hasta el {day}.'),
};
