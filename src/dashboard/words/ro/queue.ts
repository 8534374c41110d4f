// Romanian for the queue of a pool: who waits, one's own place, and why it is where it is.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('ro');

export const queue: Words['queue'] = {
  title: 'Coadă',
  nobody: 'Nu așteaptă nimeni. O cartelă apropiată de mașină începe o tură.',
  waiting: icu(
    '{count, plural, one {Așteaptă # persoană.} few {Așteaptă # persoane.} other {Așteaptă # de persoane.}}',
  ),
  allBy: icu('Toți cei care așteaptă încep cel târziu la {time}.'),
  line: 'Cine stă la coadă',
  you: 'Tu',
  somebody: 'Cineva',
  waits: 'așteaptă',
  waitsUntil: icu('așteaptă, cel târziu până la {time}'),
  isCalled: icu('chemat la {machine} până la {time}'),
  isAway: icu('ieșit; locul se păstrează până la {time}'),
  isParked: icu('nu a venit la chemare; locul se păstrează până la {time}'),
  keptFor: icu('Păstrată pentru {who} până la {time}.'),
  keptForYou: icu('E rândul tău: apropie cartela înainte de {time}.'),
  youOf: icu('Ești pe locul {place} din {waiting}.'),
  place: icu('Ești pe locul {place}.'),
  asked: icu(
    '{minutes, plural, one {Ai cerut # minut.} few {Ai cerut # minute.} other {Ai cerut # de minute.}}',
  ),
  latest: icu('Îți vine rândul cel târziu la {time}.'),
  noLatest: 'Acum nu se poate promite o oră de început.',
  likely: icu('Probabil pe la {time}.'),
  called: icu('E rândul tău la {machine}: apropie acolo cartela înainte de {time}.'),
  running: icu('Tura ta la {machine} ține până la {time}, mai mult dacă nu așteaptă nimeni.'),
  parked: icu(
    'Ai fost chemat și nu ai venit. Locul ți se păstrează până la {time}: spune că te-ai întors, sau apropie cartela de mașină.',
  ),
  away: icu('Ești afară. Locul ți se păstrează până la {time}.'),
  goOut: { offer: 'Ies puțin', working: 'O clipă …' },
  amBack: { offer: 'M-am întors', working: 'O clipă …' },
  askFor: icu('{minutes, plural, one {Cere # minut} few {Cere # minute} other {Cere # de minute}}'),
  shorter: { keep: 'Rămâi așa', working: 'Se cere …' },
  shorterAsk: icu(
    '{minutes, plural, one {Îți rămâne locul, iar tura ta ține # minut. Una din nou mai lungă este un bon nou, la sfârșitul cozii.} few {Îți rămâne locul, iar tura ta ține # minute. Una din nou mai lungă este un bon nou, la sfârșitul cozii.} other {Îți rămâne locul, iar tura ta ține # de minute. Una din nou mai lungă este un bon nou, la sfârșitul cozii.}}',
  ),
  why: icu(
    '{count, plural, one {De ce este # persoană înaintea ta} few {De ce sunt # persoane înaintea ta} other {De ce sunt # de persoane înaintea ta}}',
  ),
  cameEarlier: icu('a folosit la fel de mult ca tine și a venit mai devreme: {theirs}, tu {mine}.'),
  turn: icu('{length} pe {day}'),
  weighsTheirs: icu('Ce cântărește cel mai mult acolo: {turns}.'),
  weighsMine: icu('Ce cântărește cel mai mult la tine: {turns}.'),
  usedLess: {
    members: icu('a folosit mai puțin în ultima vreme: contează {theirs}, iar la tine {mine}.'),
    teams: icu(
      'este dintr-o echipă care a folosit mai puțin în ultima vreme: la fiecare membru al ei contează {theirs}, la fiecare din a ta {mine}.',
    ),
  },
  usedLittleLess: 'a folosit puțin mai puțin decât tine în ultima vreme.',
  budget: {
    'earlier-and-budget-spent': icu(
      'a venit mai devreme. {of} mai poate fi depășit cu {left}, iar tura ta cere {takes}.',
    ),
    'fits-budget': icu(
      'cere mai puțin. {of} mai poate fi depășit cu {left}: tura cerută încape, a ta cere {takes}.',
    ),
  },
  sooner: {
    'starts-now': icu(
      '{minutes, plural, one {Cere cel mult # minut și începi acum.} few {Cere cel mult # minute și începi acum.} other {Cere cel mult # de minute și începi acum.}}',
    ),
    'is-next': icu(
      '{minutes, plural, one {Cere cel mult # minut și urmezi.} few {Cere cel mult # minute și urmezi.} other {Cere cel mult # de minute și urmezi.}}',
    ),
  },
  weight: icu('Ponderea ta este {weight} datorită celor {hours} h de îngrijire.'),
  refusals: {
    'queue-unknown': {
      title: 'Această mașină nu se mai folosește pe rând.',
      detail: 'Apropie cartela de ea ca să începi.',
    },
    'ticket-none': {
      title: 'Aici nu ai niciun bon.',
      detail: 'Apropie cartela de mașină ca să iei unul.',
    },
    'ticket-called': {
      title: 'E rândul tău.',
      detail: 'Apropie cartela de mașină, sau ieși din coadă.',
    },
    'ticket-absent': {
      title: 'După cititorul de la intrare nu ești înăuntru.',
      detail: 'Apropie cartela la intrare sau de mașină: asta te aduce înapoi.',
    },
    'ticket-elsewhere': {
      title: 'Ai o mașină de alt fel.',
      detail: 'Încheie întâi acolo; ai câte o singură tură.',
    },
    'turn-longer': {
      title: 'O tură mai lungă este un bon nou.',
      detail: 'Ieși din coadă și apropie cartela de mașină.',
    },
    'turn-length': { title: 'Tura aceea este prea scurtă.', detail: 'Cere cinci minute sau mai mult.' },
    'turn-runs': { title: 'Tura ta este în curs.', detail: 'Apropie cartela de mașină ca să închei.' },
  },
  leave: {
    offer: 'Ieși din coadă',
    keep: 'Rămâi la coadă',
    confirm: 'Ieși',
    working: 'Se iese …',
  },
  skip: {
    offer: 'Scoate',
    keep: 'Lasă bonul',
    confirm: 'Scoate din coadă',
    working: 'Se scoate …',
  },
  skipWhy: 'De ce; i se spune, și rămâne în jurnal',
  skipReasons: {
    absent: 'Nu este aici',
    asked: 'A cerut-o',
    rules: 'Contra regulilor spațiului',
    mistake: 'O greșeală',
  },
  leaveAsk: 'Îți dai bonul înapoi. Cine vine din nou stă la coadă ca unul abia sosit.',
};
