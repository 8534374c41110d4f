// What is said when a charge is contested and decided, in Italian.

import type { disputes as disputesEn } from '../en/disputes.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('it');

export const disputes: typeof disputesEn = {
  title: 'Addebiti contestati',
  contest: 'Contesta questo addebito',
  contestOf: icu('Contesta l’addebito per {machine}, {when}'),
  contestAsk: 'Chi tiene i conti legge ciò che scrivi e decide. Fino ad allora il conto resta com’è.',
  contestText: 'Che cosa non va?',
  textHint: 'Al massimo 2000 caratteri.',
  keep: 'Lascia stare',
  send: 'Invia',
  sending: 'Invio …',
  withdraw: 'Ritira',
  withdrawAsk: 'Nessuno deciderà più, e l’addebito resta.',
  withdrawing: 'Ritiro …',
  charged: icu('{amount}, contestato {when}'),
  due: icu('La risposta è dovuta entro il {when}.'),
  overdue: icu('La risposta era dovuta entro il {when}.'),
  status: {
    open: 'Aperta',
    accepted: 'Accolta',
    partly: 'Accolta in parte',
    rejected: 'Non accolta',
    withdrawn: 'Ritirata',
  },
  taken: icu('Si tolgono {amount}.'),
  erased: 'Queste parole sono state cancellate.',
  gone: 'Qualcuno che non c’è più',
  decide: 'Decidi',
  decideOf: icu('Decidi sulla contestazione di {name}'),
  decideAsk: 'Il membro legge la tua risposta. Ciò che si toglie viene riaccreditato da sé.',
  outcome: 'Decisione',
  outcomes: {
    accepted: 'Togli tutto',
    amount: 'Togli un importo',
    time: 'Togli un tempo',
    rejected: 'Non togliere nulla',
  },
  amount: icu('Importo in {currency}'),
  minutes: 'Minuti del tempo addebitato',
  answer: 'Risposta al membro',
  deciding: 'Decisione …',
  dataTitle: 'Che cosa si conserva di te',
  dataSaid:
    'Chi sei, che cosa hai scritto, e ogni voce del registro che ti riguarda, in un solo file. Di altri non c’è nulla.',
  dataTake: 'Prendi una copia (JSON)',
  refusals: {
    'charge-unknown': {
      title: 'Non hai un addebito così, o è troppo vecchio.',
      detail: 'Il tuo conto elenca i tuoi addebiti.',
    },
    'charge-nothing': {
      title: 'Di questo addebito non resta nulla da contestare.',
      detail: 'Non c’è nulla da fare.',
    },
    'dispute-open-already': {
      title: 'Questo addebito è già contestato.',
      detail: 'Aspetta la risposta, o prima ritira la contestazione.',
    },
    'dispute-too-late': {
      title: 'Questo addebito è troppo vecchio per essere contestato qui.',
      detail: 'Parla con chi tiene i conti.',
    },
    'disputes-full': {
      title: 'Troppe contestazioni sono già aperte.',
      detail: 'Aspetta che ad alcune sia risposto.',
    },
    'disputes-of-charge-full': {
      title: 'Su questo addebito si è già deciso tre volte.',
      detail: 'Parla con chi tiene i conti.',
    },
    'dispute-unknown': { title: 'Questa contestazione non c’è.', detail: 'Ricarica la pagina.' },
    'dispute-over': {
      title: 'Questa contestazione è chiusa, e nulla è cambiato.',
      detail: 'L’elenco dice com’è finita.',
    },
    'dispute-own': {
      title: 'Nessuno decide sul proprio addebito.',
      detail: 'Può farlo qualcun altro che tiene i conti.',
    },
    'credit-wrong': {
      title: 'Questo non è una parte dell’addebito.',
      detail: 'Dai un importo o dei minuti, più di nulla e meno del tutto.',
    },
  },
};
