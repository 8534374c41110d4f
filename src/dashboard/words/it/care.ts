// Italian for the care of a machine.

import type { care as careEn } from '../en/care.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('it');

export const care: typeof careEn = {
  title: 'Cura',
  hours: 'Ore',
  clocks: {
    loaded: 'in uso',
    working: 'di lavoro',
    operating: 'di lavorazione',
    laserOn: 'laser acceso',
    spindleOn: 'mandrino acceso',
  },
  jobs: 'Lavorazioni',
  hoursHint: 'Da quando esiste la macchina. Nessuno può azzerarle.',
  parts: 'Parti',
  partHours: icu('{hours} {clock}'),
  partJobs: icu('{count, plural, one {# lavorazione} other {# lavorazioni}}'),
  left: {
    hours: icu('mancano {text}'),
    jobs: icu('{count, plural, one {manca # lavorazione} other {mancano # lavorazioni}}'),
    days: icu('{count, plural, one {manca # giorno} other {mancano # giorni}}'),
  },
  past: {
    hours: icu('{text} oltre'),
    jobs: icu('{count, plural, one {# lavorazione oltre} other {# lavorazioni oltre}}'),
    days: icu('{count, plural, one {# giorno oltre} other {# giorni oltre}}'),
  },
  due: {
    fine: 'A posto',
    soon: 'Manutenzione presto',
    over: 'Manutenzione scaduta',
    unknown: 'Non si sa: niente lo dice',
  },
  noPlan: 'Nessuna manutenzione prevista',
  partBar: icu('{part}: quanto dell’intervallo è usato'),
  problems: 'Problemi aperti',
  severities: {
    note: { title: 'Un’osservazione', does: 'I responsabili la leggono qui. Nient’altro cambia.' },
    flag: { title: 'Usare con cautela', does: 'Il quadro segna la macchina, così tutti guardano prima qui.' },
    lock: {
      title: 'Non è sicura: bloccala',
      does: 'Nessuno può cominciare finché un responsabile non risponde. Chi la occupa ora può finire.',
    },
  },
  reported: icu('{who}, {time}'),
  wordsGone: 'Le parole qui non si vedono.',
  close: icu('Com’è finita: {title}'),
  closings: { mended: 'Riparato', 'no-fault': 'Nessun guasto', duplicate: 'Segnalato due volte' },
  report: 'Segnala un problema',
  reportTitle: 'Che cosa non va?',
  what: 'Con parole tue',
  whatHint: 'Al massimo 500 caratteri. Spariscono quando lasci l’officina.',
  howBad: 'Quanto è grave?',
  send: 'Segnalalo',
  sending: 'Sto segnalando',
  cancel: 'Annulla',
  give: 'Annota una cura',
  giveTitle: 'Che cosa hai fatto?',
  deed: 'Che cosa',
  part: 'Parte',
  wholeMachine: 'Tutta la macchina',
  minutes: 'Minuti',
  note: 'Due parole (facoltative)',
  save: 'Annotalo',
  log: 'Diario della cura',
  deeds: {
    cleaned: 'Pulita',
    checked: 'Controllata',
    repaired: 'Riparata',
    serviced: 'Manutenzione fatta',
    replaced: 'Parte sostituita',
  },
  closed: icu('Problema chiuso: {what}'),
  lasted: icu('{minutes} min'),
  someone: 'un membro',
  away: 'Ora non si può mostrare di che cosa ha bisogno.',
  mark: { lock: 'Bloccata: non è sicura', flag: 'Usare con cautela', over: 'Manutenzione scaduta' },
  refusals: {
    'too-many-attempts': {
      title: 'Troppi tentativi.',
      detail: 'Aspetta un po’; se qualcuno può farsi male, dillo di persona a un responsabile.',
    },
    'problem-unknown': { title: 'Questo problema non è più aperto.', detail: 'Qualcuno lo ha già chiuso.' },
    'problems-full': {
      title: 'Questa macchina ha già 64 problemi aperti.',
      detail: 'Dillo di persona a un responsabile; prima bisogna chiuderne qualcuno.',
    },
    'text-unreadable': {
      title: 'Il testo manca, è troppo lungo o contiene caratteri che non si stampano.',
      detail: 'Scrivilo più breve, senza caratteri speciali.',
    },
    'part-unknown': { title: 'Questa macchina non ha più questa parte.', detail: 'Ricarica la pagina.' },
    'part-missing': { title: 'Manca quale parte è stata sostituita.', detail: 'Scegli la parte.' },
  },
};
