// Italian for the past under another policy: who would wait less or more, and what the reader must know of it.

import type { replay as replayEn } from '../en/replay.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('it');

export const replay: typeof replayEn = {
  title: 'Prova una regola sul passato',
  intro:
    'Le stesse persone arrivano alle stesse ore e usano la macchina per lo stesso tempo. Si decide di nuovo solo chi viene chiamato e quando.',
  notYours: 'Le regole le provano i responsabili. Accedi come tale.',
  pool: 'Gruppo di macchine',
  noPools: 'Non c’è ancora nessuna macchina. Descrivine una in officina.yaml.',
  noQueue: 'Ora questo gruppo non ha una coda. Ogni sessione vale come un arrivo.',
  minutes: 'Durata di un turno, minuti',
  overtake: 'Quanto altri possono sorpassare, per cento',
  halfLife: 'L’uso conta la metà dopo, giorni',
  now: icu('ora {value}'),
  first: 'Dal',
  last: 'Al',
  run: 'Prova',
  running: icu('In corso, {percent} %'),
  refusals: {
    'replay-busy': { title: 'Qualcun altro sta provando una regola.', detail: 'Riprova quando ha finito.' },
    'replay-span': {
      title: 'Questo periodo non si può provare.',
      detail: 'Scegli giorni passati, al massimo due anni, il primo prima dell’ultimo.',
    },
    'replay-document': {
      title: 'Questi numeri non vanno insieme.',
      detail: 'Scegline altri; un turno non dura più di un giorno.',
    },
  },
  past: icu('A confronto con ciò che è successo davvero: {turns, plural, one {# turno.} other {# turni.}}'),
  pastOrder: icu('Il {percent} % è nello stesso ordine.'),
  pastOff: icu('Metà delle attese differisce di {minutes} min o meno.'),
  notThePast: 'Questa prova non riproduce ciò che è successo davvero. Non fidarti di ciò che dice.',
  notes: {
    'nobody-came': icu('In questo periodo nessuno ha usato queste macchine. Scegli un altro periodo.'),
    'too-few': icu(
      'Meno di cinque persone in questo periodo: non se ne dice nulla. Scegli un periodo più lungo.',
    ),
    'groups-merged': icu(
      'I gruppi con meno di cinque persone, e quelli che ne svelerebbero uno, sono riuniti in «altri».',
    ),
    'pool-had-no-queue': icu(
      '{pool} non aveva una coda: chi ha trovato occupato e se n’è andato non si conosce.',
    ),
    'pool-left-out': icu('{pool} non avrebbe una coda, quindi è escluso.'),
    'bookings-not-replayed': icu('Le prenotazioni di {pool} non sono simulate.'),
    'care-not-replayed': icu('I pesi per la cura delle macchine non sono simulati.'),
  },
  groups: {
    everybody: 'Tutti',
    'light-half': 'La metà che usa meno',
    middle: 'La fascia di mezzo',
    'heavy-tenth': 'Il decimo che usa di più',
    individuals: 'Chi è senza gruppo',
    others: 'Altri',
  },
  team: icu('Gruppo {team}'),
  people: icu('{count} persone'),
  waits: {
    less: icu('Di meno: nove attese su dieci entro {after} min invece di {before}.'),
    more: icu('Di più: nove attese su dieci entro {after} min invece di {before}.'),
    same: icu('Come prima: nove attese su dieci entro {before} min.'),
  },
  before: 'prima',
  after: 'dopo',
  minutesShort: icu('{minutes} min'),
  table: 'Tutte le cifre',
  caption: 'Minuti, salvo quante volte si è chiesto e avuto: prima → dopo.',
  columns: {
    asked: 'Chiesti',
    served: 'Serviti',
    waitP50: 'Metà delle attese',
    waitP90: 'Nove su dieci',
    waitLongest: 'La più lunga',
    promisedP50: 'Inizio promesso',
    overtakenMost: 'Sorpasso massimo',
    turnedAway: 'Mancati',
  },
  group: 'Gruppo',
  pools: 'Macchine in uso',
  used: icu('{before} → {after} del tempo'),
};
