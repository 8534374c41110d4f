// Spanish for the queue of a pool: who waits, one's own place, and why it is where it is.

import type { queue as queueEn } from '../en/queue.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('es');

export const queue: typeof queueEn = {
  title: 'Cola',
  nobody: 'Nadie espera. Pasa la credencial por la máquina y empieza un turno.',
  waiting: icu('{count, plural, one {Espera # persona.} other {Esperan # personas.}}'),
  allBy: icu('Todos los que esperan empiezan a más tardar: {time}.'),
  line: 'Quién está en la cola',
  you: 'Tú',
  somebody: 'Alguien',
  waits: 'espera',
  waitsUntil: icu('espera, a más tardar hasta {time}'),
  isCalled: icu('le toca en {machine} hasta {time}'),
  isAway: icu('ha salido; se le guarda el puesto hasta {time}'),
  isParked: icu('no acudió al aviso; se le guarda el puesto hasta {time}'),
  keptFor: icu('Guardada para {who} hasta {time}.'),
  keptForYou: icu('Tu turno: pasa la credencial antes de {time}.'),
  youOf: icu('Eres el número {place} de {waiting}.'),
  place: icu('Eres el número {place}.'),
  asked: icu('Has pedido {minutes} minutos.'),
  latest: icu('Tu turno llega a más tardar: {time}.'),
  noLatest: 'Ahora no se puede prometer una hora límite.',
  likely: icu('Probablemente hacia: {time}.'),
  called: icu('Es tu turno en {machine}: pasa allí la credencial antes de {time}.'),
  running: icu('Tu turno en {machine} dura hasta {time}, más si nadie espera.'),
  parked: icu(
    'Te avisamos y no viniste. Se te guarda el puesto hasta {time}: di que has vuelto, o pasa la credencial por la máquina.',
  ),
  away: icu('Has salido. Se te guarda el puesto hasta {time}.'),
  goOut: { offer: 'Salgo un rato', working: 'Un momento …' },
  amBack: { offer: 'He vuelto', working: 'Un momento …' },
  askFor: icu('Pedir {minutes} minutos'),
  shorter: { keep: 'Dejarlo así', working: 'Pidiendo …' },
  shorterAsk: icu(
    'Conservas tu puesto, y tu turno dura {minutes} minutos. Para uno más largo hace falta otro puesto, al final de la cola.',
  ),
  why: icu(
    '{count, plural, one {Por qué hay # persona delante de ti} other {Por qué hay # personas delante de ti}}',
  ),
  cameEarlier: icu('ha usado tanto como tú y llegó antes: {theirs}, tú {mine}.'),
  turn: icu('{length} el {day}'),
  weighsTheirs: icu('Lo que más pesa en su caso: {turns}.'),
  weighsMine: icu('Lo que más pesa en el tuyo: {turns}.'),
  usedLess: {
    members: icu('ha usado menos últimamente: le cuentan {theirs}, a ti {mine}.'),
    teams: icu(
      'es de un equipo que ha usado menos últimamente: a cada uno de sus miembros le cuentan {theirs}, a cada uno de los tuyos {mine}.',
    ),
  },
  usedLittleLess: 'ha usado últimamente un poco menos que tú.',
  budget: {
    'earlier-and-budget-spent': icu(
      'llegó antes. A {of} se le puede adelantar {left} más, y tu turno necesita {takes}.',
    ),
    'fits-budget': icu(
      'pide menos. A {of} se le puede adelantar {left} más: su turno cabe, el tuyo necesita {takes}.',
    ),
  },
  sooner: {
    'starts-now': icu('Pide {minutes} minutos o menos y empiezas ahora.'),
    'is-next': icu('Pide {minutes} minutos o menos y vas el siguiente.'),
  },
  weight: icu('Tu peso es {weight} por {hours} h de cuidado.'),
  refusals: {
    'queue-unknown': {
      title: 'Esta máquina ya no se usa por turnos.',
      detail: 'Pasa la credencial por ella para empezar.',
    },
    'ticket-none': {
      title: 'Aquí no tienes puesto en la cola.',
      detail: 'Pasa la credencial por la máquina para tener uno.',
    },
    'ticket-called': {
      title: 'Es tu turno.',
      detail: 'Pasa la credencial por la máquina, o deja la cola.',
    },
    'ticket-absent': {
      title: 'Según la entrada no estás dentro.',
      detail: 'Pasa la credencial por la entrada o por la máquina: así vuelves.',
    },
    'ticket-elsewhere': {
      title: 'Ocupas una máquina de otro tipo.',
      detail: 'Antes termina allí; solo se tiene un turno a la vez.',
    },
    'turn-longer': {
      title: 'Un turno más largo necesita otro puesto.',
      detail: 'Deja la cola y pasa la credencial por la máquina.',
    },
    'turn-length': { title: 'Ese turno es demasiado corto.', detail: 'Pide cinco minutos o más.' },
    'turn-runs': {
      title: 'Tu turno está en curso.',
      detail: 'Pasa la credencial por la máquina para terminar.',
    },
  },
  leave: {
    offer: 'Dejar la cola',
    keep: 'Seguir en la cola',
    confirm: 'Dejarla',
    working: 'Saliendo …',
  },
  skip: {
    offer: 'Sacar',
    keep: 'Dejarlo',
    confirm: 'Sacar de la cola',
    working: 'Sacando …',
  },
  skipWhy: 'Por qué; se le dice, y consta en el diario',
  skipReasons: {
    absent: 'No estaba',
    asked: 'Lo pidió',
    rules: 'Contra las reglas del espacio',
    mistake: 'Un error',
  },
  leaveAsk: 'Devuelves tu puesto. Quien vuelve está en la cola como recién llegado.',
};
