// German for the cards of machines.

import type { card as cardEn } from '../en/card.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('de');

export const card: typeof cardEn = {
  someone: 'Jemand',
  you: 'Du',
  whoSince: icu('{who} · seit {time}'),
  since: icu('seit {time}'),
  today: icu('heute {time} genutzt'),
  briefToday: 'Heute unter 1 min genutzt',
  unusedToday: 'Heute nicht genutzt',
  progress: 'Fortschritt des Auftrags',
  timeLeft: icu('noch etwa {time}'),
  said: icu('Die Maschine meldet „{word}“. Sieh nach.'),
  alarm: 'Sieh nach, dann quittiere es an der Maschine.',
  outOfService: 'Sie ist außer Betrieb. Sieh nach, dann quittiere es an der Maschine.',
  door: 'Schließ die Tür, dann drück Start an der Maschine.',
  offline: 'Prüfe Kabel und Strom.',
  unknown: 'Wir hören nicht, was sie tut.',
  untrusted: 'Noch traut niemand ihrem Server. Ihre Seite sagt, was zu tun ist.',
  away: 'Nicht bekannt, solange das Gateway weg ist.',
  ending: 'Sie darf ihren Auftrag beenden; berechnet wird nichts mehr.',
  cooling: 'Sie kühlt ab, dann geht ihr Strom aus; berechnet wird nichts mehr.',
  maintenance: 'Von der Werkstatt zurückgestellt.',
  power: 'Ihr Strom ging nicht aus. Sag es der Aufsicht.',
  noSession: 'Läuft ohne Sitzung.',
  toolChange: 'Wartet auf einen Werkzeugwechsel.',
};
