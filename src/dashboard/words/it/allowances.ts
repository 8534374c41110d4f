// Italian for what a member has left, and for selling packs and topping up at the desk.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('it');

export const allowances: Words['allowances'] = {
  title: 'Che cosa resta',
  wallet: 'Borsellino',
  held: icu('{amount} sono riservati a una sessione in corso.'),
  leftOf: icu('Restano {left} di {amount} fino al {day}'),
  hours: icu('{figure} h'),
  pools: icu('per {names}'),
  none: 'Nessuna ora e nessun pacchetto.',
  uses: 'Che cosa ha pagato che cosa',
  noUses: 'Niente negli ultimi due mesi.',
  paidBy: icu('{source}: {amount}'),
  worth: icu('{amount} per {price}'),
  kinds: {
    plan: 'Ore del piano',
    pack: 'Pacchetto',
    grant: 'Fondo del progetto',
    wallet: 'Borsellino',
    below: 'Borsellino, sotto zero',
    invoice: 'Da pagare',
    free: 'Lezione gratuita',
  },
  desk: {
    title: 'Al banco',
    pack: 'Pacchetto',
    packFor: icu('{name}, {price}'),
    paid: 'Pagato',
    ways: { cash: 'in contanti', bank: 'in banca', account: 'da pagare' },
    sell: 'Vendi il pacchetto',
    sold: 'Venduto.',
    amount: 'Importo',
    amountWrong: 'Scrivi un importo sopra lo zero, come 25,00.',
    topUp: 'Ricarica',
    refund: 'Rimborsa',
    done: 'Fatto.',
    noPacks: 'In officina.yaml non è descritto nessun pacchetto.',
  },
  refusals: {
    'account-short': {
      title: 'Nel borsellino non c’è tanto, o è riservato a una sessione in corso.',
      detail: 'Rimborsa al massimo ciò che è libero ora.',
    },
    'pack-unknown': {
      title: 'Questo pacchetto non c’è più.',
      detail: 'Ricarica la pagina e scegline un altro.',
    },
  },
};
