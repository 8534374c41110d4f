// Italian for a running session: what ends it, what it costs, and what its holder may do with it.

import type { session as sessionEn } from '../en/session.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('it');

export const session: typeof sessionEn = {
  title: 'La tua sessione',
  ends: icu('Finisce alle {time}: {cause}'),
  causes: {
    idle: 'non si muove niente',
    longest: 'durata massima',
    hours: 'chiusura',
    turn: 'fine del turno',
    booking: 'prenotazione di un’altra persona',
    ceiling: 'il tuo tetto di spesa',
    certificate: 'il tuo certificato scade',
    trainer: 'poi chi ti insegna non può più farlo',
  },
  refusals: {
    'session-not-idle': { title: 'Non sta per finire.', detail: 'Non serve fare niente; continua.' },
    'cost-code-unknown': { title: 'Questo centro di costo non è per te.', detail: 'Scegline un altro.' },
    'ceiling-passed': { title: 'È già costata di più.', detail: 'Indica un tetto più alto, o termina.' },
    'session-none': {
      title: 'Nessuno tiene più questa macchina.',
      detail: 'Appoggia il badge alla macchina per cominciare.',
    },
    'session-not-yours': {
      title: 'Ora questa macchina è di qualcun altro.',
      detail: 'Aspetta che sia libera.',
    },
    'session-ending': { title: 'Questa sessione sta già finendo.', detail: 'Aspetta che si spenga.' },
  },
  cost: 'Costo finora',
  costNow: icu('ora {perHour} all’ora'),
  costStands: 'ora non si paga niente',
  costStep: icu('altri {amount} dalle {time}'),
  costCapDay: 'il massimo di oggi è raggiunto',
  costCapMonth: 'il massimo di questo mese è raggiunto',
  ceiling: 'Fermati a',
  ceilingHint: icu('Per esempio {amount}. Finisce prima di costare di più; lascia vuoto per nessun tetto.'),
  ceilingWrong: 'Questo non è un importo.',
  costCode: 'Addebita a',
  noCostCode: 'me, senza centro di costo',
  save: 'Salva',
  saving: 'Salvataggio',
  saved: 'Salvato. Vale da ora in poi.',
  keep: 'Sono ancora qui',
  keepWhy: 'Da un po’ non si muove niente. Dì che ci sei, o la sessione finisce.',
  keeping: 'Un momento',
  handOver: 'Cedi la macchina',
  handOverAsk:
    'Chi appoggia il badge alla macchina entro un minuto la prende, con la lavorazione. Resta accesa; tu paghi fino a quel momento.',
  handOverConfirm: 'Aspetta l’altro badge',
  handOverKeep: 'Tienila',
  handOverWorking: 'Chiedo al gateway',
  offered: icu('Ora l’altro badge: ancora {seconds} s.'),
};
