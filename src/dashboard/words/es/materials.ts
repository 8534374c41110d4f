// Spanish for materials that the desk hands out, and for charges that are corrected by hand.

import type { materials as materialsEn } from '../en/materials.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('es');

export const materials: typeof materialsEn = {
  open: 'Entregar material',
  title: icu('Material para {machine}'),
  intro: 'Se cobra según la lista de precios del día, en una línea aparte.',
  member: 'A quién se entrega',
  choose: 'Elige un miembro',
  handle: 'Alias del miembro',
  material: 'Material',
  chooseMaterial: 'Elige un material',
  materialId: 'Material, como en la lista de precios',
  none: 'La lista de precios de este miembro no tiene material para esta máquina.',
  option: icu('{name}, {price} por {unit}'),
  amount: icu('Cantidad en {unit}'),
  amountPlain: 'Cantidad',
  amountHint: 'Por ejemplo 12,5; como mucho tres decimales.',
  of: icu('{amount} {name}'),
  done: icu('Anotado. Está en el extracto de {month}.'),
  another: 'Entregar más',
  corrected: icu('Corregido por {who} el {time}: {reason}.'),
  correctionReasons: {
    waived: 'se perdonó',
    price: 'el precio era erróneo',
    'cost-code': 'es de otro centro de coste',
    agreed: 'así se acordó',
  },
  correct: 'Corregir',
  correctAsk: '¿Corregir lo cobrado? La línea queda, y otra dice en cuánto.',
  correctTo: 'Debe costar',
  correctCode: 'Centro de coste',
  correctCodeHint: 'Déjalo vacío para conservarlo; «none» para solo el miembro.',
  correctWhy: 'Por qué',
  correctConfirm: 'Corregirlo',
  correcting: 'Corrigiendo',
  keep: 'Dejarlo',
  refusals: {
    'material-unknown': {
      title: 'La lista de precios de ese día no tiene este material para este miembro.',
      detail: 'Elige otro, o añádelo a la lista de precios.',
    },
    'material-amount-wrong': {
      title: 'Esto no es una cantidad.',
      detail: 'Escribe un número mayor que cero, como mucho con tres decimales.',
    },
    'material-entered-already': {
      title: 'Justo esto ya se anotó en este minuto, y nada ha cambiado.',
      detail: 'Si se entregó dos veces, prueba otra vez dentro de un minuto.',
    },
    'material-withdrawn-already': {
      title: 'Este material ya estaba anulado, y nada ha cambiado.',
      detail: 'No hay nada más que hacer.',
    },
    'charge-withdrawn': {
      title: 'Está anulado, así que no cuesta nada.',
      detail: 'No hay nada que corregir.',
    },
    'charge-unchanged': { title: 'Ya es así, y nada ha cambiado.', detail: 'No hay nada más que hacer.' },
    'correction-empty': {
      title: 'No dice qué cambiar.',
      detail: 'Escribe un importe o un centro de coste.',
    },
  },
};
