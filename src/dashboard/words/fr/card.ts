// French for the cards of machines.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('fr');

export const card: Words['card'] = {
  someone: 'Quelqu’un',
  you: 'Vous',
  whoSince: icu('{who} · depuis {time}'),
  since: icu('depuis {time}'),
  today: icu('{time} d’utilisation aujourd’hui'),
  briefToday: 'Moins de 1 min d’utilisation aujourd’hui',
  unusedToday: 'Pas utilisée aujourd’hui',
  progress: 'Avancement du travail',
  timeLeft: icu('reste environ {time}'),
  said: icu('La machine dit « {word} ». Allez voir.'),
  alarm: 'Allez voir, puis acquittez-la à la machine.',
  outOfService: 'Elle est hors service. Allez voir, puis acquittez à la machine.',
  door: 'Fermez la porte, puis appuyez sur départ à la machine.',
  offline: 'Vérifiez son câble et son alimentation.',
  unknown: 'Nous n’entendons pas ce qu’elle fait.',
  untrusted: 'Personne n’a encore approuvé son serveur. Sa page dit quoi faire.',
  away: 'Inconnu tant que la passerelle ne répond pas.',
  ending: 'Elle peut finir son travail ; plus rien n’est facturé.',
  cooling: 'Elle refroidit, puis son courant se coupe ; plus rien n’est facturé.',
  maintenance: 'Mise de côté par l’atelier.',
  power: 'Son courant ne s’est pas coupé. Prévenez un responsable.',
  noSession: 'Tourne sans session.',
  toolChange: 'Attend un changement d’outil.',
};
