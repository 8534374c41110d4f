// What is said when a charge is contested and decided, in Spanish.

import type { disputes as disputesEn } from '../en/disputes.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('es');

export const disputes: typeof disputesEn = {
  title: 'Cargos reclamados',
  contest: 'Reclamar este cargo',
  contestOf: icu('Reclamar el cargo por {machine}, {when}'),
  contestAsk: 'La tesorería lee lo que escribes y decide. Hasta entonces tu extracto queda como está.',
  contestText: '¿Qué tiene de malo?',
  textHint: 'Como mucho 2000 caracteres.',
  keep: 'Dejarlo',
  send: 'Enviar',
  sending: 'Enviando …',
  withdraw: 'Retirar',
  withdrawAsk: 'Nadie decidirá ya sobre ella, y el cargo se queda.',
  withdrawing: 'Retirando …',
  charged: icu('{amount}, reclamado {when}'),
  due: icu('Debe responderse antes de {when}.'),
  overdue: icu('Debía responderse antes de {when}.'),
  status: {
    open: 'Abierta',
    accepted: 'Aceptada',
    partly: 'Aceptada en parte',
    rejected: 'No aceptada',
    withdrawn: 'Retirada',
  },
  taken: icu('Se descuentan {amount}.'),
  erased: 'Estas palabras se borraron.',
  gone: 'Alguien que ya no está',
  decide: 'Decidir',
  decideOf: icu('Decidir sobre la reclamación de {name}'),
  decideAsk: 'El miembro lee tu respuesta. Lo descontado se le abona automáticamente.',
  outcome: 'Decisión',
  outcomes: {
    accepted: 'Descontarlo todo',
    amount: 'Descontar un importe',
    time: 'Descontar un tiempo',
    rejected: 'No descontar nada',
  },
  amount: icu('Importe en {currency}'),
  minutes: 'Minutos del tiempo cobrado',
  answer: 'Respuesta al miembro',
  deciding: 'Decidiendo …',
  dataTitle: 'Qué se guarda de ti',
  dataSaid:
    'Quién eres, qué has escrito y cada entrada del diario sobre ti, en un solo archivo. De otros no hay nada.',
  dataTake: 'Llevarte una copia (JSON)',
  refusals: {
    'charge-unknown': {
      title: 'No hay tal cargo, o es demasiado antiguo.',
      detail: 'El extracto muestra los que hay.',
    },
    'charge-nothing': {
      title: 'De este cargo no queda nada que reclamar.',
      detail: 'No hay nada que hacer.',
    },
    'dispute-open-already': {
      title: 'Este cargo ya está reclamado.',
      detail: 'Espera la respuesta, o retira antes la reclamación.',
    },
    'dispute-too-late': {
      title: 'Este cargo es demasiado antiguo para reclamarlo aquí.',
      detail: 'Habla con la tesorería.',
    },
    'disputes-full': {
      title: 'Ya hay demasiadas reclamaciones abiertas.',
      detail: 'Espera a que se respondan algunas.',
    },
    'disputes-of-charge-full': {
      title: 'Sobre este cargo ya se ha decidido tres veces.',
      detail: 'Habla con la tesorería.',
    },
    'dispute-unknown': { title: 'Esta reclamación no existe.', detail: 'Recarga la página.' },
    'dispute-over': {
      title: 'Esta reclamación está cerrada, y nada ha cambiado.',
      detail: 'La lista dice en qué quedó.',
    },
    'dispute-own': {
      title: 'Nadie decide sobre su propio cargo.',
      detail: 'Pídeselo a otra persona de la tesorería.',
    },
    'credit-wrong': {
      title: 'Esto no es una parte del cargo.',
      detail: 'Indica un importe o unos minutos, más que nada y menos que todo.',
    },
  },
};
