// Spanish for what a member has left, and for selling packs and topping up at the desk.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('es');

export const allowances: Words['allowances'] = {
  title: 'Lo que te queda',
  wallet: 'Monedero',
  held: icu('De ahí, {amount} están retenidos por una sesión en curso.'),
  leftOf: icu('quedan {left} de {amount} hasta el {day}'),
  hours: icu('{figure} h'),
  pools: icu('para {names}'),
  none: 'Ni horas ni bonos.',
  uses: 'Qué ha pagado qué',
  noUses: 'Nada en los últimos dos meses.',
  paidBy: icu('{source}: {amount}'),
  worth: icu('{amount} por {price}'),
  kinds: {
    plan: 'Horas del plan',
    pack: 'Bono',
    grant: 'Presupuesto del proyecto',
    wallet: 'Monedero',
    below: 'Monedero, bajo cero',
    invoice: 'Por pagar',
    free: 'Clase gratuita',
  },
  desk: {
    title: 'En el mostrador',
    pack: 'Bono',
    packFor: icu('{name}, {price}'),
    paid: 'Se paga',
    ways: { cash: 'en efectivo', bank: 'por banco', account: 'más tarde' },
    sell: 'Vender el bono',
    sold: 'Vendido.',
    amount: 'Importe',
    amountWrong: 'Escribe un importe mayor que cero, como 25,00.',
    topUp: 'Recargar',
    refund: 'Devolver',
    done: 'Hecho.',
    noPacks: 'En officina.yaml no hay ningún bono descrito.',
  },
  refusals: {
    'account-short': {
      title: 'En el monedero no hay tanto, o está retenido por una sesión en curso.',
      detail: 'Devuelve como mucho lo que ahora está libre.',
    },
    'pack-unknown': { title: 'Este bono ya no existe.', detail: 'Recarga la página y elige otro.' },
  },
};
