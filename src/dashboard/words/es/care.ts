// Spanish for the care of a machine: hours, parts, problems and the log.

import type { care as careEn } from '../en/care.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('es');

export const care: typeof careEn = {
  title: 'Cuidado',
  hours: 'Horas',
  clocks: {
    loaded: 'en uso',
    working: 'trabajando',
    operating: 'en funcionamiento',
    laserOn: 'láser encendido',
    spindleOn: 'husillo en marcha',
  },
  jobs: 'Trabajos',
  hoursHint: 'Desde que empezó la máquina. Nadie puede ponerlas a cero.',
  parts: 'Piezas',
  partHours: icu('{hours} {clock}'),
  partJobs: icu('{count, plural, one {# trabajo} other {# trabajos}}'),
  left: {
    hours: icu('quedan {text}'),
    jobs: icu('{count, plural, one {queda # trabajo} other {quedan # trabajos}}'),
    days: icu('{count, plural, one {queda # día} other {quedan # días}}'),
  },
  past: {
    hours: icu('{text} de más'),
    jobs: icu('{count, plural, one {# trabajo de más} other {# trabajos de más}}'),
    days: icu('{count, plural, one {# día de más} other {# días de más}}'),
  },
  due: {
    fine: 'Bien',
    soon: 'Revisión pronto',
    over: 'Revisión atrasada',
    unknown: 'No se sabe: nada lo dice',
  },
  noPlan: 'Sin revisión prevista',
  partBar: icu('{part}: cuánto se ha gastado del intervalo'),
  problems: 'Problemas abiertos',
  severities: {
    note: { title: 'Una observación', does: 'Los responsables la leen aquí. Nada más cambia.' },
    flag: {
      title: 'Usar con cuidado',
      does: 'El tablero marca la máquina, para que todos miren antes aquí.',
    },
    lock: {
      title: 'Insegura: bloquearla',
      does: 'Nadie puede empezar hasta que responda un responsable. Quien la ocupa ahora puede terminar.',
    },
  },
  reported: icu('{who}, {time}'),
  wordsGone: 'El texto no se muestra aquí.',
  close: icu('En qué quedó: {title}'),
  closings: { mended: 'Reparado', 'no-fault': 'Sin fallo', duplicate: 'Avisado dos veces' },
  report: 'Avisar de un problema',
  reportTitle: '¿Qué le pasa?',
  what: 'Con tus palabras',
  whatHint: 'Como mucho 500 caracteres. Se borran cuando dejas el taller.',
  howBad: '¿Es grave?',
  send: 'Avisar',
  sending: 'Avisando',
  cancel: 'Cancelar',
  give: 'Anotar un cuidado',
  giveTitle: '¿Qué has hecho?',
  deed: 'Qué',
  part: 'Pieza',
  wholeMachine: 'Toda la máquina',
  minutes: 'Minutos',
  note: 'Unas palabras (opcional)',
  save: 'Anotarlo',
  log: 'Historial',
  deeds: {
    cleaned: 'Limpieza',
    checked: 'Comprobación',
    repaired: 'Reparación',
    serviced: 'Revisión',
    replaced: 'Pieza cambiada',
  },
  closed: icu('Problema cerrado: {what}'),
  lasted: icu('{minutes} min'),
  someone: 'un miembro',
  away: 'Ahora no se puede mostrar lo que necesita.',
  mark: { lock: 'Bloqueada: insegura', flag: 'Usar con cuidado', over: 'Revisión atrasada' },
  refusals: {
    'too-many-attempts': {
      title: 'Se ha intentado demasiadas veces.',
      detail: 'Espera un rato; si alguien puede hacerse daño, díselo en persona a un responsable.',
    },
    'problem-unknown': { title: 'Este problema ya no está abierto.', detail: 'Alguien lo ha cerrado ya.' },
    'problems-full': {
      title: 'Esta máquina ya tiene 64 problemas abiertos.',
      detail: 'Díselo en persona a un responsable; antes hay que cerrar algunos.',
    },
    'text-unreadable': {
      title: 'El texto falta, es demasiado largo o tiene caracteres que no se imprimen.',
      detail: 'Escribe como mucho 500 caracteres.',
    },
    'part-unknown': { title: 'Esta máquina ya no tiene esta pieza.', detail: 'Recarga la página.' },
    'part-missing': { title: 'No dice qué pieza se cambió.', detail: 'Elige la pieza.' },
  },
};
