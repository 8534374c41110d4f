// Italian for whether the gateway is reached.

import type { contact as contactEn } from '../en/contact.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('it');

export const contact: typeof contactEn = {
  connecting: 'Mi collego al gateway.',
  never: 'Non raggiungiamo il gateway. Riproviamo da soli; qui non c’è niente da fare.',
  away: icu(
    'Non raggiungiamo il gateway dalle {time}. Quello che vedi è di allora. Le macchine in moto seguono le loro regole; le nuove sessioni aspettano.',
  ),
  back: icu('Di nuovo in linea alle {time}, tutto aggiornato.'),
};
