// Spanish for statements.

import type { statement as statementEn } from '../en/statement.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('es');

export const statement: typeof statementEn = {
  title: 'Extracto',
  month: 'Mes',
  earlier: 'Mes anterior',
  later: 'Mes siguiente',
  print: 'Imprimir',
  machine: 'Máquina',
  when: 'Desde – hasta',
  billed: 'Tiempo cobrado',
  perHour: 'Precio por hora',
  amount: 'Importe',
  sum: 'Suma',
  total: 'Total del mes',
  gap: icu('{time} sin ver, no se cobra'),
  energy: {
    metered: icu('{amount}'),
    estimated: icu('unos {amount} (estimado)'),
    partly: icu('unos {amount} (estimado en parte)'),
    unmeasured: 'energía sin medir',
    under: icu('menos de {amount}'),
  },
  rate: icu('{amount}/h'),
  noTariff: 'sin tarifa',
  none: 'En este mes no se cobró nada. Elige otro.',
  open: icu(
    '{count, plural, one {# sesión sigue abierta; estará en el extracto del mes en que termine.} other {# sesiones siguen abiertas; cada una estará en el extracto del mes en que termine.}}',
  ),
  refused: 'Los extractos son para los miembros. Entra para ver los tuyos.',
  clocks: {
    loaded: 'mientras ocupada',
    powered: 'mientras encendida',
    working: 'mientras trabaja',
    operating: 'mientras funciona',
    laserOn: 'haz láser encendido',
    spindleOn: 'husillo en marcha',
  },
};
