// Italian for the queue of a pool: who waits, one's own place, and why it is where it is.

import type { queue as queueEn } from '../en/queue.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('it');

export const queue: typeof queueEn = {
  title: 'Coda',
  nobody: 'Nessuno aspetta. Appoggia il badge alla macchina per cominciare un turno.',
  waiting: icu('{count, plural, one {Aspetta # persona.} other {Aspettano # persone.}}'),
  allBy: icu('Chi aspetta comincia al più tardi alle {time}.'),
  line: 'Chi è in coda',
  you: 'Tu',
  somebody: 'Qualcuno',
  waits: 'in attesa',
  waitsUntil: icu('in attesa, al più tardi fino alle {time}'),
  isCalled: icu('turno su {machine}, fino alle {time}'),
  isAway: icu('fuori; il posto resta fino alle {time}'),
  isParked: icu('turno saltato; il posto resta fino alle {time}'),
  keptFor: icu('Riservata a {who} fino alle {time}.'),
  keptForYou: icu('È il tuo turno: appoggia il badge prima delle {time}.'),
  youOf: icu('Sei al posto {place} di {waiting}.'),
  place: icu('Sei al posto {place}.'),
  asked: icu('Hai chiesto {minutes} minuti.'),
  latest: icu('Tocca a te al più tardi alle {time}.'),
  noLatest: 'Per ora non si può promettere un’ora.',
  likely: icu('Probabilmente verso le {time}.'),
  called: icu('È il tuo turno su {machine}: appoggia lì il badge prima delle {time}.'),
  running: icu('Il tuo turno su {machine} dura fino alle {time}, di più se nessuno aspetta.'),
  parked: icu(
    'Ti abbiamo chiamato e non c’eri. Il tuo posto resta fino alle {time}: di’ che sei qui, o appoggia il badge alla macchina.',
  ),
  away: icu('Sei fuori. Il tuo posto resta fino alle {time}.'),
  goOut: { offer: 'Esco un momento', working: 'Un momento …' },
  amBack: { offer: 'Sono qui', working: 'Un momento …' },
  askFor: icu('Chiedi {minutes} minuti'),
  shorter: { keep: 'Lascia com’è', working: 'Un momento …' },
  shorterAsk: icu(
    'Il tuo posto resta, e il tuo turno dura {minutes} minuti. Per uno più lungo ci vuole un posto nuovo, in fondo alla coda.',
  ),
  why: icu('{count, plural, one {Perché # persona è prima di te} other {Perché # persone sono prima di te}}'),
  cameEarlier: icu('ha usato quanto te ed è in coda da prima: {theirs}, tu {mine}.'),
  turn: icu('{length} il {day}'),
  weighsTheirs: icu('Quello che lì pesa di più: {turns}.'),
  weighsMine: icu('Quello che da te pesa di più: {turns}.'),
  usedLittleLess: 'ha usato un po’ meno di te di recente.',
  usedLess: {
    members: icu('ha usato meno di recente: per chi è davanti conta {theirs}, per te {mine}.'),
    teams: icu(
      'è di un gruppo che ha usato meno di recente: conta {theirs} per ogni membro, nel tuo {mine}.',
    ),
  },
  budget: {
    'earlier-and-budget-spent': icu(
      'è in coda da prima. {of} può lasciar passare ancora {left}, e il tuo turno prende {takes}.',
    ),
    'fits-budget': icu(
      'chiede meno. {of} può lasciar passare ancora {left}: quel turno ci sta, il tuo prende {takes}.',
    ),
  },
  sooner: {
    'starts-now': icu('Chiedi {minutes} minuti o meno e cominci subito.'),
    'is-next': icu('Chiedi {minutes} minuti o meno e tocca a te subito dopo.'),
  },
  weight: icu('Il tuo peso è {weight} per {hours} h di cura delle macchine.'),
  refusals: {
    'queue-unknown': {
      title: 'Questa macchina non si usa più a turno.',
      detail: 'Appoggia il badge per cominciare.',
    },
    'ticket-none': { title: 'Qui non hai un posto in coda.', detail: 'Appoggia il badge alla macchina.' },
    'ticket-called': {
      title: 'È il tuo turno.',
      detail: 'Appoggia il badge alla macchina, o lascia la coda.',
    },
    'ticket-absent': {
      title: 'Per l’ingresso non sei dentro.',
      detail: 'Appoggia il badge all’ingresso o alla macchina: così torni in coda.',
    },
    'ticket-elsewhere': {
      title: 'Occupi una macchina di un altro tipo.',
      detail: 'Prima finisci lì; si ha un turno alla volta.',
    },
    'turn-longer': {
      title: 'Per un turno più lungo ci vuole un posto nuovo.',
      detail: 'Lascia la coda e appoggia il badge alla macchina.',
    },
    'turn-length': { title: 'Questo turno è troppo breve.', detail: 'Chiedi cinque minuti o più.' },
    'turn-runs': { title: 'Il tuo turno è in corso.', detail: 'Appoggia il badge alla macchina per finire.' },
  },
  leave: {
    offer: 'Lascia la coda',
    keep: 'Resta in coda',
    confirm: 'Lasciala',
    working: 'Un momento …',
  },
  skip: {
    offer: 'Togli',
    keep: 'Lascia',
    confirm: 'Togli dalla coda',
    working: 'Un momento …',
  },
  skipWhy: 'Perché; la persona lo saprà, e resta nel registro',
  skipReasons: {
    absent: 'Non c’è',
    asked: 'L’ha chiesto',
    rules: 'Contro le regole dello spazio',
    mistake: 'Un errore',
  },
  leaveAsk: 'Restituisci il tuo posto. Chi torna sta in coda come chi è appena arrivato.',
};
