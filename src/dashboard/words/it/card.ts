// Italian for the cards of machines.

import type { card as cardEn } from '../en/card.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('it');

export const card: typeof cardEn = {
  someone: 'Qualcuno',
  you: 'Tu',
  whoSince: icu('{who} · dalle {time}'),
  since: icu('dalle {time}'),
  today: icu('{time} di uso oggi'),
  briefToday: 'Meno di 1 min di uso oggi',
  unusedToday: 'Oggi non usata',
  progress: 'Avanzamento del lavoro',
  timeLeft: icu('ancora circa {time}'),
  said: icu('La macchina dice «{word}». Vai a vedere.'),
  alarm: 'Vai a vedere, poi annullalo sulla macchina.',
  outOfService: 'È fuori servizio. Vai a vedere, poi rimettila in servizio sul posto.',
  door: 'Chiudi lo sportello, poi premi avvio sulla macchina.',
  offline: 'Controlla il cavo e la corrente.',
  unknown: 'Non sentiamo che cosa fa.',
  untrusted: 'Nessuno si fida ancora del suo server. La sua pagina dice che cosa fare.',
  away: 'Non si sa finché il gateway non risponde.',
  ending: 'Può finire il lavoro; non si paga altro.',
  cooling: 'Si raffredda, poi si spegne; non si paga altro.',
  maintenance: 'Messa da parte dall’officina.',
  power: 'La sua corrente non si è spenta. Avvisa un responsabile.',
  noSession: 'Lavora senza una sessione.',
  toolChange: 'Aspetta il cambio utensile.',
};
