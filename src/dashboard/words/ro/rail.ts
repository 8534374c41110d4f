// Romanian for the frame of the desk: its rail, its keys, and the search everywhere.

import { icuIn } from '../icu.ts';

const icu = icuIn('ro');

export const rail = {
  label: 'Birou',
  rooms: {
    today: 'Azi',
    members: 'Membri',
    devices: 'Dispozitive',
    care: 'Îngrijire',
    tariffs: 'Tarife',
    policy: 'Reguli',
    books: 'Conturi',
    journal: 'Jurnal',
    tokens: 'Tokenuri',
  } as Readonly<Record<string, string>>,
  search: 'Caută',
  keys: 'Taste',
  close: 'Închide',
  keysOn: 'Folosește taste simple la birou',
  keysHint: 'Nu acționează niciodată în câmpuri și niciuna nu face ceva definitiv.',
  keyMap: {
    search: 'Caută peste tot',
    map: 'Această hartă',
    next: 'Următorul din listă',
    previous: 'Precedentul din listă',
    open: 'Deschide',
    back: 'Înapoi, închide',
    fresh: 'Nou',
    answer: 'Răspunde la o alarmă',
  },
  goTo: icu<{ room: string }>('Mergi la {room}'),
  searchLabel: 'Caută mașini, membri, camere, coduri și poziții din jurnal',
  groups: {
    rooms: 'Camere',
    machines: 'Mașini',
    members: 'Membri',
    journal: 'Jurnal',
    codes: 'Refuzuri',
  },
  position: icu<{ seq: string }>('Intrarea {seq}'),
  nothing: 'Nimic de aici nu se numește așa. Încearcă cu mai puține litere.',
  found: icu<{ count: number }>('{count, plural, one {# găsit} few {# găsite} other {# de găsite}}'),
};
