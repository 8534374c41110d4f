// Spanish for the page of tariffs: what is charged, a form for a new one, and what it would change.

import type { tariffs as tariffsEn } from '../en/tariffs.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('es');

export const tariffs: typeof tariffsEn = {
  title: 'Tarifas',
  none: 'No hay tarifa descrita, así que nada cuesta.',
  states: { past: 'Pasadas', now: 'En vigor', coming: 'Por venir' },
  from: icu('desde el {day}'),
  like: 'Escribir una nueva como esta',
  fresh: 'Una tarifa nueva',
  freshSaid: icu('Empieza como pronto el {day}. El formulario y el texto de abajo son lo mismo.'),
  fields: {
    pool: 'Máquinas (grupo)',
    from: 'Primer día',
    perHour: 'Precio de una hora',
    clock: 'Contada por',
    start: 'Una vez por sesión',
    minimum: 'Mínimo de una sesión',
    freeMinutes: 'Gratis hasta, minutos',
    stepMinutes: 'En pasos de, minutos',
    perKwh: 'Precio de un kilovatio hora',
    session: 'Máximo por sesión',
    day: 'Máximo por día',
    month: 'Máximo por mes',
  },
  clocks: {
    loaded: 'tiempo ocupada',
    powered: 'tiempo encendida',
    working: 'tiempo de trabajo',
    operating: 'tiempo en marcha',
    laserOn: 'haz láser encendido',
    spindleOn: 'husillo encendido',
  },
  text: 'Como texto (YAML)',
  textSaid: 'Horas punta, otros contadores, materiales y para quién es se escriben aquí.',
  add: {
    offer: 'Mirar qué cambia',
    keep: 'Volver',
    confirm: 'Añadir la tarifa',
    working: 'Un momento …',
  },
  added: icu('Está en officina.yaml y empieza sola el {day}.'),
  typical: 'Cinco usos habituales, antes y después',
  uses: {
    quick: '15 min ocupada, 10 min en marcha',
    hour: '1 h ocupada, 45 min en marcha',
    long: '4 h ocupada, 3 h en marcha',
    peak: '1 h ocupada, en hora punta si la hay',
    energy: '2 h ocupada, 5 kWh',
  },
  replay: {
    offer: 'Calcular los meses pasados con ella',
    keep: 'Volver',
    confirm: 'Otra vez',
    working: 'Calculando …',
  },
  replayMonths: 'Meses atrás',
  replaySum: icu('{uses, plural, one {# uso} other {# usos}}: {before} como fue, {after} con ella.'),
  more: icu('{members, plural, one {# socio paga} other {# socios pagan}} más'),
  less: icu('{members, plural, one {# socio paga} other {# socios pagan}} menos'),
  same: icu('{members, plural, one {# socio paga} other {# socios pagan}} lo mismo'),
  few: 'Menos de cinco socios: de ellos no se dice nada.',
  assumes: 'Supone que las máquinas se usan como antes; puede no ser así.',
};
