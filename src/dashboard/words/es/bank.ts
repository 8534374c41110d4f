// Spanish for the bank on the treasurer's page: statements that come in, direct debits that go out.

import type { bank as bankEn } from '../en/bank.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('es');

export const bank: typeof bankEn = {
  title: 'Extracto bancario',
  file: 'Archivo del banco (camt.053)',
  tooBig: 'El archivo tiene más de 10 MiB. Exporta menos meses.',
  read: { offer: 'Mirar qué paga', keep: 'Volver', confirm: 'Anotar', working: 'Leyendo …' },
  sums: icu('{sure} por anotar, {unsure} por elegir, {before} ya anotados.'),
  outgoing: icu('{count, plural, one {# salida sin tocar.} other {# salidas sin tocar.}}'),
  outcomes: { sure: 'por anotar', unsure: 'elige', before: 'ya anotado' },
  returned: 'volvió',
  reasons: {
    chosen: 'como elegiste',
    collection: 'un archivo de domiciliaciones',
    'end-to-end-id': 'por su referencia',
    remittance: 'por su texto',
    'number-in-text': 'por el número en su texto',
    'several-numbers-in-text': 'por los números en su texto, que suman',
    'unclear-shares': 'varios números y otro importe del que deben juntos',
    'amount-and-account': 'solo coinciden importe y cuenta',
    'already-paid': 'de esa factura no hay nada abierto',
    'other-currency': 'otra moneda',
    returned: 'devuelto por el banco',
    'nothing-fits': 'nada coincide',
    'paid-less': 'volvió más de lo que había llegado; anota antes lo que llegó',
    'period-closed': 'su mes está cerrado',
    'posting-in-future': 'su día está por venir',
  },
  stays: icu('quedan {amount} abiertos'),
  ahead: icu('{amount} pagados por adelantado'),
  choose: icu('¿Qué factura pagan {amount} de {name}?'),
  nobody: 'alguien desconocido',
  none: 'ninguna, dejarlo',
  recorded: icu('{count, plural, one {# movimiento está anotado.} other {# movimientos están anotados.}}'),
  collectTitle: 'Domiciliaciones',
  collectDay: 'Cobrar como pronto el',
  collect: {
    offer: 'Mirar qué se puede cobrar',
    keep: 'Volver',
    confirm: 'Crear el archivo',
    working: 'Un momento …',
  },
  collectSum: icu('{count, plural, one {# domiciliación} other {# domiciliaciones}} por {amount} en total.'),
  collectNone: 'De este mes no se puede cobrar nada.',
  left: {
    'mandate-missing': 'no tiene mandato',
    'mandate-used': 'su mandato era para una vez',
    'collected-before': 'ya se cobró',
  },
  made: 'El archivo está listo. Llévalo al banco:',
  download: 'pain.008',
  files: 'Archivos creados',
  states: {
    open: 'en el banco',
    paid: 'pagada',
    returned: 'volvió',
    released: 'liberada',
  },
  release: { offer: 'Rechazada', keep: 'Volver', confirm: 'Liberarla', working: 'Un momento …' },
  releaseAsk: 'El banco la rechazó antes de tomar nada: se puede cobrar de nuevo.',
};
