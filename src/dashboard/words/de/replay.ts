// German for the past under another policy: who would wait less or more, and what the reader must know of it.

import type { replay as replayEn } from '../en/replay.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('de');

export const replay: typeof replayEn = {
  title: 'Ein Regelwerk an der Vergangenheit proben',
  intro:
    'Dieselben Leute kommen zu denselben Zeiten und brauchen die Maschine ebenso lange. Neu entschieden wird nur, wer wann aufgerufen wird.',
  notYours: 'Regelwerke probt die Aufsicht. Melde dich als solche an.',
  pool: 'Pool',
  noPools: 'Es gibt noch keine Maschine. Beschreib eine in officina.yaml.',
  noQueue: 'Dieser Pool hat jetzt keine Warteschlange. Jede Sitzung zählt als jemand, der da kam.',
  minutes: 'Länge eines Durchgangs, Minuten',
  overtake: 'Wie weit andere überholen dürfen, Prozent',
  halfLife: 'Nutzung zählt halb nach, Tage',
  now: icu('jetzt {value}'),
  first: 'Von',
  last: 'Bis',
  run: 'Proben',
  running: icu('Läuft, {percent} %'),
  refusals: {
    'replay-busy': {
      title: 'Jemand anderes probt gerade ein Regelwerk.',
      detail: 'Versuch es noch einmal, wenn das fertig ist.',
    },
    'replay-span': {
      title: 'Diese Zeit lässt sich nicht proben.',
      detail: 'Wähl vergangene Tage, höchstens zwei Jahre, den ersten vor dem letzten.',
    },
    'replay-document': {
      title: 'Diese Zahlen passen nicht zusammen.',
      detail: 'Wähl andere; ein Durchgang dauert nicht länger als einen Tag.',
    },
  },
  past: icu(
    'Verglichen mit dem, was wirklich geschah: {turns, plural, one {# Durchgang.} other {# Durchgänge.}}',
  ),
  pastOrder: icu('{percent} % davon kamen in derselben Reihenfolge.'),
  pastOff: icu('Die Hälfte der Wartezeiten weicht um {minutes} min oder weniger ab.'),
  notThePast:
    'Diese Probe kommt nicht auf das, was wirklich geschah. Verlass dich nicht auf das, was sie sagt.',
  notes: {
    'nobody-came': icu('In dieser Zeit kam niemand für diese Maschinen. Wähl eine andere Zeit.'),
    'too-few': icu(
      'In dieser Zeit kamen weniger als fünf Leute: Über sie wird nichts gesagt. Wähl eine längere Zeit.',
    ),
    'groups-merged': icu(
      'Gruppen von weniger als fünf Leuten, und was eine verraten würde, stehen unter „Andere“.',
    ),
    'pool-had-no-queue': icu(
      '{pool} hatte keine Warteschlange: Wer kam, alles belegt fand und wieder ging, ist nicht bekannt.',
    ),
    'pool-left-out': icu('{pool} hätte keine Warteschlange und fehlt deshalb.'),
    'bookings-not-replayed': icu('Reservierungen von {pool} werden nicht nachgespielt.'),
    'care-not-replayed': icu('Gewichte für Pflegearbeit werden nicht nachgespielt.'),
  },
  groups: {
    everybody: 'Alle',
    'light-half': 'Die Hälfte, die weniger nutzt',
    middle: 'Die Mitte',
    'heavy-tenth': 'Das Zehntel, das am meisten nutzt',
    individuals: 'Leute ohne Team',
    others: 'Andere',
  },
  team: icu('Team {team}'),
  people: icu('{count} Leute'),
  waits: {
    less: icu('Kürzer: Neun von zehn warten bis zu {after} min statt {before}.'),
    more: icu('Länger: Neun von zehn warten bis zu {after} min statt {before}.'),
    same: icu('Wie vorher: Neun von zehn warten bis zu {before} min.'),
  },
  before: 'vorher',
  after: 'nachher',
  minutesShort: icu('{minutes} min'),
  table: 'Alle Zahlen',
  caption: 'Minuten, außer wie oft Leute wollten und drankamen: vorher → nachher.',
  columns: {
    asked: 'Gewollt',
    served: 'Drangekommen',
    waitP50: 'Hälfte',
    waitP90: 'Neun von zehn',
    waitLongest: 'Längste',
    promisedP50: 'Spätester Anfang',
    overtakenMost: 'Meist überholt',
    turnedAway: 'Abgewiesen',
  },
  group: 'Gruppe',
  pools: 'Maschinen in Nutzung',
  used: icu('{before} → {after} der Zeit'),
};
