// Romanian for the past under another policy: who would wait less or more, and what the reader must know of it.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('ro');

export const replay: Words['replay'] = {
  title: 'Încearcă un regulament pe trecut',
  intro:
    'Aceiași oameni vin la aceleași ore și au nevoie de mașină tot atât. Se hotărăște din nou doar cine când este chemat.',
  notYours: 'Regulamentele le încearcă responsabilii. Autentifică-te ca responsabil.',
  pool: 'Grup',
  noPools: 'Nu există încă nicio mașină. Descrie una în officina.yaml.',
  noQueue: 'Acest grup nu are coadă acum. Fiecare sesiune contează ca cineva venit atunci.',
  minutes: 'Durata unei ture, minute',
  overtake: 'Cât pot depăși alții, procente',
  halfLife: 'Folosirea contează pe jumătate după, zile',
  now: icu('acum {value}'),
  first: 'De la',
  last: 'Până la',
  run: 'Încearcă',
  running: icu('Se calculează, {percent} %'),
  refusals: {
    'replay-busy': {
      title: 'Altcineva încearcă un regulament.',
      detail: 'Încearcă din nou când termină.',
    },
    'replay-span': {
      title: 'Acest timp nu se poate relua.',
      detail: 'Alege zile din trecut, cel mult doi ani, prima înaintea ultimei.',
    },
    'replay-document': {
      title: 'Aceste numere nu se potrivesc între ele.',
      detail: 'Alege altele; o tură nu este mai lungă de o zi.',
    },
  },
  past: icu(
    '{turns, plural, one {Față de ce s-a întâmplat cu adevărat: # tură.} few {Față de ce s-a întâmplat cu adevărat: # ture.} other {Față de ce s-a întâmplat cu adevărat: # de ture.}}',
  ),
  pastOrder: icu('{percent} % dintre ele au venit în aceeași ordine.'),
  pastOff: icu('Jumătate dintre așteptări diferă cu cel mult {minutes} min.'),
  notThePast: 'Această reluare nu ajunge la ce s-a întâmplat cu adevărat. Nu te baza pe ce spune.',
  notes: {
    'nobody-came': icu('În acest timp nu a venit nimeni la aceste mașini. Alege alt timp.'),
    'too-few': icu(
      'În acest timp au venit mai puțin de cinci oameni: despre ei nu se spune nimic. Alege un timp mai lung.',
    ),
    'groups-merged': icu('Grupurile sub cinci oameni, și ce ar da pe cineva de gol, apar la ceilalți.'),
    'pool-had-no-queue': icu('{pool} nu avea coadă: cine a venit, a găsit ocupat și a plecat nu se știe.'),
    'pool-left-out': icu('{pool} nu ar avea coadă, deci este lăsat deoparte.'),
    'bookings-not-replayed': icu('Rezervările din {pool} nu se reiau.'),
    'care-not-replayed': icu('Ponderile prin îngrijire nu se reiau.'),
  },
  groups: {
    everybody: 'Toți',
    'light-half': 'Jumătatea care folosește puțin',
    middle: 'Mijlocul',
    'heavy-tenth': 'Zecimea care folosește cel mai mult',
    individuals: 'Oameni fără echipă',
    others: 'Ceilalți',
  },
  team: icu('Echipa {team}'),
  people: icu('{count, plural, one {# om} few {# oameni} other {# de oameni}}'),
  waits: {
    less: icu('Mai puțin: nouă din zece așteptări sub {after} min în loc de {before}.'),
    more: icu('Mai mult: nouă din zece așteptări sub {after} min în loc de {before}.'),
    same: icu('Ca înainte: nouă din zece așteptări sub {before} min.'),
  },
  before: 'înainte',
  after: 'după',
  minutesShort: icu('{minutes} min'),
  table: 'Toate cifrele',
  caption: 'Minute, în afară de cât de des s-a cerut și s-a dat: înainte → după.',
  columns: {
    asked: 'Au cerut',
    served: 'Au primit',
    waitP50: 'Jumătate din așteptări',
    waitP90: 'Nouă din zece',
    waitLongest: 'Cea mai lungă',
    promisedP50: 'Cel mai târziu început promis',
    overtakenMost: 'Depășit cel mult',
    turnedAway: 'Trimiși înapoi',
  },
  group: 'Grup',
  pools: 'Mașini în folosință',
  used: icu('{before} → {after} din timp'),
};
