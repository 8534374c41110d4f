// Spanish for a running session: what ends it, what it costs, and what its holder may do with it.

import type { session as sessionEn } from '../en/session.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('es');

export const session: typeof sessionEn = {
  title: 'Tu sesión',
  ends: icu('Termina {time}: {cause}'),
  causes: {
    idle: 'nada se mueve',
    longest: 'la sesión más larga permitida',
    hours: 'el cierre',
    turn: 'el fin del turno',
    booking: 'la reserva de otro miembro',
    ceiling: 'tu tope',
    certificate: 'tu certificado termina',
    trainer: 'tu formador no puede enseñar después',
  },
  refusals: {
    'session-not-idle': {
      title: 'No está a punto de terminar.',
      detail: 'No hace falta nada; sigue.',
    },
    'cost-code-unknown': { title: 'Este centro de coste no es para ti.', detail: 'Elige otro.' },
    'ceiling-passed': {
      title: 'Ya ha costado más que eso.',
      detail: 'Indica un tope mayor, o termínala.',
    },
    'session-none': {
      title: 'Ya nadie ocupa esta máquina.',
      detail: 'Pasa la credencial por la máquina para empezar.',
    },
    'session-not-yours': {
      title: 'Ahora ocupa esta máquina otra persona.',
      detail: 'Espera a que esté libre.',
    },
    'session-ending': {
      title: 'Esta sesión ya está terminando.',
      detail: 'Espera a que se corte la corriente.',
    },
  },
  cost: 'Coste hasta ahora',
  costNow: icu('ahora {perHour} por hora'),
  costStands: 'ahora no se cobra nada',
  costStep: icu('{amount} más desde {time}'),
  costCapDay: 'se ha alcanzado el máximo de hoy',
  costCapMonth: 'se ha alcanzado el máximo de este mes',
  ceiling: 'Tope',
  ceilingHint: icu('Por ejemplo {amount}. Termina antes de costar más; déjalo vacío si no quieres tope.'),
  ceilingWrong: 'Esto no es un importe.',
  costCode: 'Cargar a',
  noCostCode: 'mí, sin centro de coste',
  save: 'Guardar',
  saving: 'Guardando',
  saved: 'Guardado. Vale desde ahora.',
  keep: 'Sigo aquí',
  keepWhy: 'Hace rato que nada se mueve. Di que estás ahí, o la sesión termina.',
  keeping: 'Manteniéndola',
  handOver: 'Traspasar',
  handOverAsk:
    'Quien pase su credencial por la máquina en un minuto se queda con ella y con su trabajo. La corriente sigue; tú pagas hasta ese momento.',
  handOverConfirm: 'Esperar su credencial',
  handOverKeep: 'Conservarla',
  handOverWorking: 'Preguntando a la pasarela',
  offered: icu('Ahora la otra credencial: quedan {seconds} s.'),
};
