// Romanian for the cards of machines.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('ro');

export const card: Words['card'] = {
  someone: 'Cineva',
  you: 'Tu',
  whoSince: icu('{who} · de la {time}'),
  since: icu('de la {time}'),
  today: icu('{time} în folosință azi'),
  briefToday: 'Sub 1 min în folosință azi',
  unusedToday: 'Nefolosită azi',
  progress: 'Progresul lucrării',
  timeLeft: icu('mai sunt cam {time}'),
  said: icu('Mașina spune „{word}”. Du-te să vezi.'),
  alarm: 'Du-te să vezi, apoi stinge alarma la mașină.',
  outOfService: 'Este scoasă din uz. Du-te să vezi, apoi repune-o în uz la mașină.',
  door: 'Închide ușa, apoi apasă start pe mașină.',
  offline: 'Verifică-i cablul și curentul.',
  unknown: 'Nu putem auzi ce face.',
  untrusted: 'Nimeni nu i-a acceptat încă serverul. Pagina ei spune ce e de făcut.',
  away: 'Nu se știe cât timp gateway-ul lipsește.',
  ending: 'Își poate termina lucrarea; nu se mai facturează nimic.',
  cooling: 'Se răcește, apoi i se ia curentul; nu se mai facturează nimic.',
  maintenance: 'Pusă deoparte de atelier.',
  power: 'Curentul ei nu s-a oprit. Spune-i unui responsabil.',
  noSession: 'Merge fără sesiune.',
  toolChange: 'Așteaptă schimbarea sculei.',
};
