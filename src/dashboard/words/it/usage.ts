// Italian for use that is entered by hand after an outage.

import type { usage as usageEn } from '../en/usage.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('it');

export const usage: typeof usageEn = {
  open: 'Inserisci un uso durante un’interruzione',
  title: icu('Uso di {machine} che nessun lettore ha visto'),
  intro: 'Si paga come ogni altro uso, e nell’estratto conto porta il tuo nome.',
  member: 'Chi l’ha usata',
  choose: 'Scegli un membro',
  handle: 'Nome breve del membro',
  from: 'Da',
  to: 'A',
  zone: icu('Ore dell’officina, {zone}.'),
  why: 'Perché nessun lettore l’ha visto',
  note: 'Nota',
  noteHint: 'Al massimo 280 caratteri. Sta nell’estratto conto e si cancella con il membro.',
  check: 'Mostra il prezzo',
  checking: 'Sto chiedendo',
  cancel: 'Annulla',
  preview: 'Verrebbe inserito questo',
  save: 'Inseriscilo',
  saving: 'Sto inserendo',
  change: 'Cambialo',
  done: icu('Inserito. Sta nell’estratto conto di {month}.'),
  takenBack: 'Ritirato. L’estratto conto mostra tutte e due le righe.',
  statement: 'Apri l’estratto conto',
  another: 'Inserisci un altro',
  meant: 'Quale si intende?',
  costs: icu('Costa {amount}.'),
  free: 'Nessuna tariffa vale, quindi non costa niente.',
  warnings: {
    'member-suspended': icu('{name} è sospeso.'),
    'certificate-missing': icu('{name} non ha il certificato {certificate}.'),
    'certificate-expired': icu('Quel giorno il certificato {certificate} di {name} era già scaduto.'),
  },
  handedOut: 'consegnato al banco',
  reasons: {
    'gateway-away': 'il gateway non c’era',
    'reader-broken': 'il lettore era guasto',
    'network-away': 'la rete non c’era',
    'badge-forgotten': 'il badge era stato dimenticato',
    other: 'un altro motivo',
  },
  withdrawalReasons: {
    mistake: 'era un errore',
    twice: 'era inserito due volte',
    waived: 'è stato condonato',
    other: 'un altro motivo',
  },
  doers: { console: 'console', 'admin-token': 'token di amministratore' },
  enteredBy: icu('Inserito da {who} il {time}: {reason}.'),
  withdrawnBy: icu('Ritirato da {who} il {time}: {reason}.'),
  withdraw: 'Ritira',
  withdrawAsk: 'Ritirare questo uso? La riga resta, e una seconda ne toglie l’importo.',
  withdrawWhy: 'Perché',
  withdrawConfirm: 'Ritiralo',
  withdrawing: 'Sto ritirando',
  keep: 'Lascialo',
  refusals: {
    'time-unreadable': { title: 'Questa ora non si legge.', detail: 'Scrivi data e ora.' },
    'time-ambiguous': {
      title: 'Quella notte l’orologio è tornato indietro, e quest’ora c’è stata due volte.',
      detail: 'Scegline una qui sotto.',
    },
    'time-skipped': {
      title: 'Quella notte l’orologio è andato avanti, e quest’ora non c’è stata.',
      detail: 'Scegline una qui sotto.',
    },
    'note-unreadable': {
      title: 'La nota è troppo lunga, o ha caratteri che non si stampano.',
      detail: 'Scrivi al massimo 280 caratteri su una riga.',
    },
    'clock-unset': {
      title: 'L’orologio del gateway non è regolato, quindi non sa quando è stato.',
      detail: 'Collegalo a un server dell’ora, poi riprova.',
    },
    'usage-backwards': { title: 'L’uso finisce prima di cominciare.', detail: 'Controlla le due ore.' },
    'usage-in-future': { title: 'L’uso finisce nel futuro.', detail: 'Inseriscilo quando è finito.' },
    'usage-too-long': { title: 'L’uso dura più di 24 ore.', detail: 'Inseriscine uno per ogni giorno.' },
    'usage-too-old': {
      title: 'L’uso è cominciato più di 92 giorni fa.',
      detail: 'Non si può più inserire; regolalo con il membro fuori dall’estratto conto.',
    },
    'usage-overlap': {
      title: 'In quel tempo la macchina era già in uso.',
      detail: 'Scegli un tempo fuori da quello, o ritira l’uso inserito per errore.',
    },
    'usage-entered-already': {
      title: 'Proprio questo uso era già inserito, e niente è cambiato.',
      detail: 'Non c’è altro da fare.',
    },
    'usage-withdrawn-already': {
      title: 'Questo uso era già ritirato, e niente è cambiato.',
      detail: 'Non c’è altro da fare.',
    },
  },
};
