// German for the frame of the desk: its rail, its keys, and the search everywhere.

import { icuIn } from '../icu.ts';

const icu = icuIn('de');

export const rail = {
  label: 'Tresen',
  rooms: {
    today: 'Heute',
    members: 'Mitglieder',
    devices: 'Geräte',
    care: 'Pflege',
    tariffs: 'Tarife',
    policy: 'Regeln',
    books: 'Bücher',
    journal: 'Journal',
    tokens: 'Token',
  } as Readonly<Record<string, string>>,
  search: 'Suche',
  keys: 'Tasten',
  close: 'Schließen',
  keysOn: 'Einzelne Tasten am Tresen benutzen',
  keysHint: 'In Feldern wirken sie nie, und keine tut etwas Endgültiges.',
  keyMap: {
    search: 'Überall suchen',
    map: 'Diese Übersicht',
    next: 'Nächstes in der Liste',
    previous: 'Voriges in der Liste',
    open: 'Öffnen',
    back: 'Zurück, schließen',
    fresh: 'Neu',
    answer: 'Einen Alarm beantworten',
  },
  goTo: icu<{ room: string }>('Zu {room}'),
  searchLabel: 'Maschinen, Mitglieder, Räume, Codes und Stellen im Journal suchen',
  groups: {
    rooms: 'Räume',
    machines: 'Maschinen',
    members: 'Mitglieder',
    journal: 'Journal',
    codes: 'Ablehnungen',
  },
  position: icu<{ seq: string }>('Eintrag {seq}'),
  nothing: 'Nichts hier heißt so. Versuch es mit weniger Buchstaben.',
  found: icu<{ count: number }>('{count, plural, one {# gefunden} other {# gefunden}}'),
};
