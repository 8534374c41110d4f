// Spanish for invoices: the treasurer's page, and one's own.

import type { books as booksEn } from '../en/books.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('es');

export const books: typeof booksEn = {
  title: 'Facturación',
  refused: 'La facturación es para la tesorería.',
  drafts: 'Borradores',
  noDrafts: 'En este mes no hay nada que facturar.',
  uses: icu('{count, plural, one {# uso} other {# usos}}'),
  lines: 'Líneas',
  net: 'Base',
  vat: 'IVA',
  warnings: {
    'dark-machine': 'Se contó tiempo mientras la máquina no tenía corriente',
    gap: 'Una parte no se vio; no se cobra',
    'meter-drift': 'Un contador contó más de lo que pasó, o no se leyó todo el tiempo',
    'rate-missing': 'No regía ninguna tarifa, así que no cuesta nada',
    'not-positive': 'No hay nada que pagar; pasa al mes siguiente',
    late: 'Se supo tarde, o se corrigió',
    'address-missing': 'Falta la dirección, así que no puede salir la factura',
    'open-session': 'Alguien ocupa una máquina; ese uso va al mes siguiente',
  },
  stays: 'No se emite',
  grace: icu('Aún puede entrar algo con retraso: cierra desde el {day}.'),
  closed: icu('Cerrado hasta {month}.'),
  finalise: {
    offer: 'Cerrar el mes',
    keep: 'Dejarlo abierto',
    confirm: 'Emitir las facturas',
    working: 'Emitiendo …',
  },
  finaliseAsk: icu(
    '{count, plural, one {# factura por {amount} en total. Lo emitido no se cambia nunca, solo se rectifica.} other {# facturas por {amount} en total. Lo emitido no se cambia nunca, solo se rectifica.}}',
  ),
  progress: icu('{done} de {total} emitidas'),
  done: icu('{count, plural, one {Se ha emitido # factura.} other {Se han emitido # facturas.}}'),
  issued: 'Emitidas',
  noneIssued: 'Aún no se ha emitido ninguna factura.',
  due: 'Vence',
  open: 'Pendiente',
  paid: 'pagada',
  creditOf: icu('rectifica la factura {number}'),
  reminded: icu('{level, plural, one {reclamada una vez} other {reclamada # veces}}'),
  file: 'Descargar',
  pay: { offer: 'Pago', keep: 'Volver', confirm: 'Anotarlo', working: 'Anotando …' },
  payOf: icu('Anotar un pago de {number}'),
  payAmount: 'Importe',
  payDay: 'Pagado el',
  payHow: 'Por',
  bank: 'banco',
  cash: 'efectivo',
  payReference: 'Id en el banco, si lo hay',
  own: 'Tus facturas',
  ownNone: 'Aún no se te ha emitido ninguna factura.',
  refusals: {
    'billing-none': {
      title: 'Aquí no se factura.',
      detail: 'Escribe "billing:" en officina.yaml; manual/money.md dice cómo.',
    },
    'month-before-billing': {
      title: 'La facturación empieza después de este mes.',
      detail: 'Mira billing.from en officina.yaml.',
    },
    'grace-runs': {
      title: 'En este mes aún puede entrar algo con retraso.',
      detail: 'Cierra desde el día indicado.',
    },
    'invoice-paid': {
      title: 'De esta factura no queda nada pendiente.',
      detail: 'Anota el pago sin factura, como anticipo.',
    },
    'payment-repeated': {
      title: 'Este movimiento del banco ya estaba anotado.',
      detail: 'No hay nada más que hacer.',
    },
    'period-closed': { title: 'Este mes está cerrado.', detail: 'Indica un día de un mes abierto.' },
    'posting-in-future': { title: 'Ese día aún no ha llegado.', detail: 'Anótalo ese día.' },
  },
};
