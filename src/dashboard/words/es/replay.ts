// Spanish for the past under another policy: who would wait less or more, and what the reader must know of it.

import type { replay as replayEn } from '../en/replay.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('es');

export const replay: typeof replayEn = {
  title: 'Probar un reglamento con el pasado',
  intro:
    'Las mismas personas vienen a las mismas horas y necesitan la máquina el mismo tiempo. Solo se decide de nuevo a quién le toca cuándo.',
  notYours: 'Los reglamentos los prueban los responsables. Entra como uno.',
  pool: 'Grupo',
  noPools: 'Aún no hay ninguna máquina. Describe una en officina.yaml.',
  noQueue: 'Este grupo no tiene cola ahora. Cada sesión cuenta como alguien que vino entonces.',
  minutes: 'Duración de un turno, minutos',
  overtake: 'Cuánto pueden adelantar otros, por ciento',
  halfLife: 'El uso cuenta la mitad después de, días',
  now: icu('ahora {value}'),
  first: 'Desde',
  last: 'Hasta',
  run: 'Probarlo',
  running: icu('En marcha, {percent} %'),
  refusals: {
    'replay-busy': {
      title: 'Otra persona está probando un reglamento.',
      detail: 'Prueba otra vez cuando termine.',
    },
    'replay-span': {
      title: 'Este periodo no se puede probar.',
      detail: 'Elige días pasados, como mucho dos años, el primero antes del último.',
    },
    'replay-document': {
      title: 'Estos números no encajan entre sí.',
      detail: 'Elige otros; un turno no dura más de un día.',
    },
  },
  past: icu('Frente a lo que pasó de verdad: {turns, plural, one {# turno.} other {# turnos.}}'),
  pastOrder: icu('El {percent} % de ellos vino en el mismo orden.'),
  pastOff: icu('La mitad de las esperas se desvía {minutes} min o menos.'),
  notThePast: 'Esta prueba no llega a lo que pasó de verdad. No te fíes de lo que dice.',
  notes: {
    'nobody-came': icu('Nadie vino a estas máquinas en este periodo. Elige otro.'),
    'too-few': icu(
      'En este periodo vinieron menos de cinco personas: no se dice nada de ellas. Elige uno más largo.',
    ),
    'groups-merged': icu(
      'Los conjuntos de menos de cinco personas, y lo que delataría a uno, se cuentan como los demás.',
    ),
    'pool-had-no-queue': icu('{pool} no tenía cola: no se sabe quién vino, la encontró ocupada y se fue.'),
    'pool-left-out': icu('{pool} no tendría cola, así que queda fuera.'),
    'bookings-not-replayed': icu('Las reservas de {pool} no entran en la prueba.'),
    'care-not-replayed': icu('Los pesos por trabajo de cuidado no entran en la prueba.'),
  },
  groups: {
    everybody: 'Todos',
    'light-half': 'La mitad que menos usa',
    middle: 'La franja media',
    'heavy-tenth': 'La décima parte que más usa',
    individuals: 'Personas sin equipo',
    others: 'Los demás',
  },
  team: icu('Equipo {team}'),
  people: icu('{count, plural, one {# persona} other {# personas}}'),
  waits: {
    less: icu('Menos: nueve de cada diez esperas en {after} min en vez de {before}.'),
    more: icu('Más: nueve de cada diez esperas en {after} min en vez de {before}.'),
    same: icu('Como antes: nueve de cada diez esperas en {before} min.'),
  },
  before: 'antes',
  after: 'después',
  minutesShort: icu('{minutes} min'),
  table: 'Todas las cifras',
  caption: 'Minutos, salvo cuántas veces se pidió y se atendió: antes → después.',
  columns: {
    asked: 'Pedidos',
    served: 'Atendidos',
    waitP50: 'La mitad de las esperas',
    waitP90: 'Nueve de cada diez',
    waitLongest: 'La más larga',
    promisedP50: 'Hora límite prometida',
    overtakenMost: 'Adelantado como mucho',
    turnedAway: 'Sin atender',
  },
  group: 'Conjunto',
  pools: 'Máquinas en uso',
  used: icu('{before} → {after} del tiempo'),
};
