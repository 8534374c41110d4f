// Spanish for what the gateway refuses about money: uses, materials, books, the bank and the post.

type Refusal = { readonly title: string; readonly detail: string };

/** Of uses, materials and books. */
const ofMoney: Readonly<Record<string, Refusal>> = {
  'usage-not-entered': {
    title: 'En esta sesión no se anotó ningún uso a mano.',
    detail: 'Solo se anula un uso así; el extracto los marca todos.',
  },
  'material-in-future': {
    title: 'El material se usaría en el futuro.',
    detail: 'Anótalo cuando se entregue.',
  },
  'material-too-old': {
    title: 'El material se usó hace más de 92 días.',
    detail: 'Ya no se puede anotar; arréglalo con el miembro fuera del extracto.',
  },
  'material-session-unknown': {
    title: 'Este miembro no tuvo esta sesión en esta máquina.',
    detail: 'Deja vacía la sesión, o tómala del extracto.',
  },
  'material-not-entered': {
    title: 'No se anotó ningún material con este id.',
    detail: 'El extracto muestra el id de cada uno.',
  },
  'month-unreadable': { title: 'Esto no es un mes.', detail: 'Escríbelo como 2026-11.' },
  'draft-unknown': {
    title: 'Quien paga no tiene borrador en este mes.',
    detail: 'Elige uno de la lista.',
  },
  'invoice-unknown': {
    title: 'Ninguna factura tiene este id o número.',
    detail: 'Elige una de la lista.',
  },
  'lines-unknown': {
    title: 'Estas líneas no se pueden rectificar así.',
    detail: 'Indica líneas de la factura; de nuevo solo se factura una entera.',
  },
  'credited-already': {
    title: 'Eso ya se rectificó.',
    detail: 'La lista muestra las facturas rectificativas.',
  },
  'payer-unknown': {
    title: 'A nadie se le factura con esta clave.',
    detail: 'Usa member:CLAVE, team:ID o un alias.',
  },
  'payers-wrong': {
    title: 'Uno de estos pagadores no se conoce aquí, o se nombra dos veces.',
    detail: 'Usa member:CLAVE, team:ID o cost-code:CÓDIGO, cada uno una vez, con partes enteras.',
  },
  'day-wrong': { title: 'Ese día no existe.', detail: 'Escríbelo como 2026-11-20.' },
  'buyer-unreadable': {
    title: 'Esta dirección no se puede imprimir.',
    detail: 'Corrige el campo indicado: imprimible, no demasiado largo, el país como ES.',
  },
  'format-none': {
    title: 'Aquí no se hacen facturas en este formato.',
    detail: 'Elige uno de la lista.',
  },
  'posting-unreadable': { title: 'Esto no se puede asentar.', detail: 'Corrige su referencia.' },
  'posting-unbalanced': { title: 'Sus líneas no suman cero.', detail: 'Corrige los importes.' },
  'posting-key-used': {
    title: 'Con esta clave ya se movió otro importe.',
    detail: 'Elige una clave nueva para un pago nuevo; la misma cuenta una vez.',
  },
  'posting-unknown': { title: 'No existe tal asiento.', detail: 'Elige uno de la lista.' },
  'posting-refused': {
    title: 'Las cuentas no admiten este pago.',
    detail: 'Mira el importe y la fecha.',
  },
  'account-unknown': { title: 'Ninguna cuenta tiene este nombre.', detail: 'Elige una de la lista.' },
  'unit-unknown': { title: 'Eso no se cuenta aquí.', detail: 'Usa la moneda del espacio.' },
  'amount-wrong': {
    title: 'Este importe no se puede asentar.',
    detail: 'Indica unidades mínimas enteras, más de cero y como mucho diez mil millones.',
  },
  'line-repeated': { title: 'Una cuenta aparece dos veces.', detail: 'Suma sus partes.' },
  'period-runs': { title: 'Este mes no ha terminado.', detail: 'Ciérralo cuando acabe.' },
  'sale-repeated': {
    title: 'Con este id ya se vendió otra cosa.',
    detail: 'Elige un id nuevo para una venta nueva; el mismo vende una vez.',
  },
};

/** Of the bank and of the post. */
const ofBank: Readonly<Record<string, Refusal>> = {
  'statement-unfit': {
    title: 'Este no es un extracto del banco que se pueda leer.',
    detail: 'Pide al banco camt.053, un archivo de 10 MiB como mucho, y envíalo entero.',
  },
  'address-missing': {
    title: 'No hay ninguna dirección anotada de este pagador.',
    detail: 'Anótala antes; el mandato va junto a la dirección.',
  },
  'mandate-unreadable': {
    title: 'Ningún banco puede usar este mandato.',
    detail:
      'Corrige el campo indicado: el id con 35 letras y cifras como mucho, un día pasado, un IBAN sin espacios.',
  },
  'mandate-none': { title: 'Este pagador no firmó ningún mandato.', detail: 'Anota uno antes.' },
  'collection-unfit': {
    title: 'Estas facturas no se pueden cobrar así; no se ha anotado nada.',
    detail: 'Corrige lo indicado y prueba otra vez.',
  },
  'collection-none': {
    title: 'No se está cobrando nada de eso.',
    detail: 'La lista dice lo que se cobra.',
  },
  'mail-none': {
    title: 'Aquí no hay ningún servidor de correo.',
    detail: 'Escribe "mail:" en officina.yaml y arranca otra vez; manual/money.md dice cómo.',
  },
  'mail-full': {
    title: 'Demasiados correos esperan al servidor.',
    detail: 'Espera a que salgan algunos.',
  },
  'mail-unfit': {
    title: 'Esto no se puede enviar por correo.',
    detail: 'Corrige lo indicado: una sola dirección, un texto corto, diez megabytes como mucho.',
  },
  'mail-failed': {
    title: 'El servidor de correo no lo aceptó.',
    detail:
      'Compara host, port, secure, user y password de "mail:" en officina.yaml con lo que dice tu proveedor.',
  },
};

export const moneyRefusals: Readonly<Record<string, Refusal>> = { ...ofMoney, ...ofBank };
