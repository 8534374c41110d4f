// Spanish for use that is entered by hand after an outage.

import type { usage as usageEn } from '../en/usage.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('es');

export const usage: typeof usageEn = {
  open: 'Anotar un uso durante un fallo',
  title: icu('Uso de {machine} que ningún lector vio'),
  intro: 'Se cobra como cualquier otro uso y se marca en el extracto con tu nombre.',
  member: 'Quién la usó',
  choose: 'Elige un miembro',
  handle: 'Alias del miembro',
  from: 'Desde',
  to: 'Hasta',
  zone: icu('Horas del espacio, {zone}.'),
  why: 'Por qué no lo vio ningún lector',
  note: 'Nota',
  noteHint: 'Como mucho 280 caracteres. Figura en el extracto y se borra con el miembro.',
  check: 'Mostrar el precio',
  checking: 'Preguntando',
  cancel: 'Cancelar',
  preview: 'Se anotaría esto',
  save: 'Anotarlo',
  saving: 'Anotando',
  change: 'Cambiarlo',
  done: icu('Anotado. Está en el extracto de {month}.'),
  takenBack: 'Anulado. El extracto muestra las dos líneas.',
  statement: 'Abrir el extracto',
  another: 'Anotar otro',
  meant: '¿Cuál es?',
  costs: icu('Cuesta {amount}.'),
  free: 'No se aplica ninguna tarifa, así que no cuesta nada.',
  warnings: {
    'member-suspended': icu('{name} tiene la membresía suspendida.'),
    'certificate-missing': icu('{name} no tiene el certificado {certificate}.'),
    'certificate-expired': icu('{name} ya no tenía ese día el certificado {certificate}.'),
  },
  handedOut: 'entregado en el mostrador',
  reasons: {
    'gateway-away': 'faltaba la pasarela',
    'reader-broken': 'el lector estaba averiado',
    'network-away': 'no había red',
    'badge-forgotten': 'se olvidó la credencial',
    other: 'otro motivo',
  },
  withdrawalReasons: {
    mistake: 'fue un error',
    twice: 'se anotó dos veces',
    waived: 'se perdonó',
    other: 'otro motivo',
  },
  doers: { console: 'la consola', 'admin-token': 'el token de un administrador' },
  enteredBy: icu('Anotado por {who} el {time}: {reason}.'),
  withdrawnBy: icu('Anulado por {who} el {time}: {reason}.'),
  withdraw: 'Anular',
  withdrawAsk: '¿Anular este uso? Su línea queda, y otra descuenta el importe.',
  withdrawWhy: 'Por qué',
  withdrawConfirm: 'Anularlo',
  withdrawing: 'Anulando',
  keep: 'Conservarlo',
  refusals: {
    'time-unreadable': { title: 'Esta hora no se entiende.', detail: 'Indica fecha y hora.' },
    'time-ambiguous': {
      title: 'Esa noche se retrasó el reloj, así que esta hora se dio dos veces.',
      detail: 'Elige una abajo.',
    },
    'time-skipped': {
      title: 'Esa noche se adelantó el reloj, así que esta hora no existió.',
      detail: 'Elige una abajo.',
    },
    'note-unreadable': {
      title: 'La nota es demasiado larga, o tiene caracteres que no se imprimen.',
      detail: 'Escribe como mucho 280 caracteres en una línea.',
    },
    'clock-unset': {
      title: 'El reloj de la pasarela no está en hora, así que no sabe cuándo fue.',
      detail: 'Conéctala a un servidor de hora y prueba otra vez.',
    },
    'usage-backwards': { title: 'El uso termina antes de empezar.', detail: 'Revisa las dos horas.' },
    'usage-in-future': { title: 'El uso termina en el futuro.', detail: 'Anótalo cuando haya acabado.' },
    'usage-too-long': { title: 'El uso dura más de 24 horas.', detail: 'Anota uno por cada día.' },
    'usage-too-old': {
      title: 'El uso empezó hace más de 92 días.',
      detail: 'Ya no se puede anotar; arréglalo con el miembro fuera del extracto.',
    },
    'usage-overlap': {
      title: 'En ese tiempo la máquina ya estaba en uso.',
      detail: 'Elige un tiempo fuera de ese, o anula el uso que se anotó mal.',
    },
    'usage-entered-already': {
      title: 'Justo este uso ya estaba anotado, y nada ha cambiado.',
      detail: 'No hay nada más que hacer.',
    },
    'usage-withdrawn-already': {
      title: 'Este uso ya estaba anulado, y nada ha cambiado.',
      detail: 'No hay nada más que hacer.',
    },
  },
};
