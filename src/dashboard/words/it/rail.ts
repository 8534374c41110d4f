// Italian for the frame of the desk: its rail, its keys, and the search everywhere.

import { icuIn } from '../icu.ts';

const icu = icuIn('it');

export const rail = {
  label: 'Banco',
  rooms: {
    today: 'Oggi',
    members: 'Soci',
    devices: 'Dispositivi',
    care: 'Cura',
    tariffs: 'Tariffe',
    policy: 'Regole',
    books: 'Conti',
    journal: 'Registro',
    tokens: 'Token',
  } as Readonly<Record<string, string>>,
  search: 'Cerca',
  keys: 'Tasti',
  close: 'Chiudi',
  keysOn: 'Usa i tasti singoli al banco',
  keysHint: 'Non agiscono mai dentro i campi, e nessuno fa qualcosa di definitivo.',
  keyMap: {
    search: 'Cerca dappertutto',
    map: 'Questa mappa',
    next: 'Il prossimo della lista',
    previous: 'Il precedente della lista',
    open: 'Apri',
    back: 'Indietro, chiudi',
    fresh: 'Nuovo',
    answer: 'Rispondi a un allarme',
  },
  goTo: icu<{ room: string }>('Vai a {room}'),
  searchLabel: 'Cerca macchine, soci, stanze, codici e posizioni del registro',
  groups: {
    rooms: 'Stanze',
    machines: 'Macchine',
    members: 'Soci',
    journal: 'Registro',
    codes: 'Rifiuti',
  },
  position: icu<{ seq: string }>('Voce {seq}'),
  nothing: 'Qui niente ha questo nome. Prova con meno lettere.',
  found: icu<{ count: number }>('{count, plural, one {# trovato} many {# trovati} other {# trovati}}'),
};
