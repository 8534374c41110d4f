// Spanish for what the gateway refuses about the bank and the post.

type Refusal = { readonly title: string; readonly detail: string };

export const bankRefusals: Readonly<Record<string, Refusal>> = {
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
    detail: 'Escribe "mail:" en officina.yaml y arranca otra vez; el README dice cómo.',
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
