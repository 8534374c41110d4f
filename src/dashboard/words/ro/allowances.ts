// Romanian for what a member has left, and for selling packs and topping up at the desk.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('ro');

export const allowances: Words['allowances'] = {
  title: 'Ce a mai rămas',
  wallet: 'Portofel',
  held: icu('Din această sumă, {amount} este păstrat pentru o sesiune în curs.'),
  leftOf: icu('{left} din {amount}, până la {day}'),
  hours: icu('{figure} h'),
  pools: icu('pentru {names}'),
  none: 'Nicio oră și niciun pachet.',
  uses: 'Ce din ce s-a plătit',
  noUses: 'Nimic în ultimele două luni.',
  paidBy: icu('{source}: {amount}'),
  worth: icu('{amount} pentru {price}'),
  kinds: {
    plan: 'Orele abonamentului',
    pack: 'Pachet',
    grant: 'Bugetul proiectului',
    wallet: 'Portofel',
    below: 'Portofel, sub zero',
    invoice: 'De plătit',
    free: 'Lecție gratuită',
  },
  desk: {
    title: 'La recepție',
    pack: 'Pachet',
    packFor: icu('{name}, {price}'),
    paid: 'Plătit',
    ways: { cash: 'în numerar', bank: 'prin bancă', account: 'rămâne de plătit' },
    sell: 'Vinde pachetul',
    sold: 'Vândut.',
    amount: 'Sumă',
    amountWrong: 'Scrie o sumă mai mare ca zero, de exemplu 25,00.',
    topUp: 'Încarcă',
    refund: 'Restituie',
    done: 'Gata.',
    noPacks: 'În officina.yaml nu este descris niciun pachet.',
  },
  refusals: {
    'account-short': {
      title: 'În portofel nu este atât, sau suma este păstrată pentru o sesiune în curs.',
      detail: 'Restituie cel mult ce este liber acum.',
    },
    'pack-unknown': { title: 'Niciun pachet nu are acest id.', detail: 'Alege unul dintre cele de vânzare.' },
  },
};
