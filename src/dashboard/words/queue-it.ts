// Italian for the queue of a pool: who waits, one's own place, and why it is where it is.

import type { queueEn } from './queue-en.ts';

export const queueIt: typeof queueEn = {
  title: 'Coda',
  nobody: 'Nessuno aspetta. Appoggia il badge alla macchina per cominciare un turno.',
  waiting: (count) => (count === 1 ? 'Aspetta 1 persona.' : `Aspettano ${count} persone.`),
  allBy: (time) => `Chi aspetta comincia al più tardi alle ${time}.`,
  place: (place) => `Sei al posto ${place}.`,
  latest: (time) => `Tocca a te al più tardi alle ${time}.`,
  noLatest: 'Per ora non si può promettere un’ora.',
  likely: (time) => `Probabilmente verso le ${time}.`,
  called: (machine, time) => `È il tuo turno su ${machine}: appoggia lì il badge prima delle ${time}.`,
  running: (machine, time) => `Il tuo turno su ${machine} dura fino alle ${time}, di più se nessuno aspetta.`,
  parked: 'Ti abbiamo chiamato e non c’eri. Appoggia il badge alla macchina per rimetterti in coda.',
  ahead: {
    'branch-less-used': (count) => `${count} prima di te: il loro gruppo ha usato meno di recente`,
    'member-less-used': (count) => `${count} prima di te: uso minore di recente`,
    'earlier-ticket': (count) => `${count} prima di te: in coda da prima`,
    'earlier-and-budget-spent': (count) =>
      `${count} prima di te: in coda da prima, e hanno già lasciato passare abbastanza altri`,
    'fits-budget': (count) => `${count} prima di te: il loro turno è abbastanza breve`,
  },
  weight: (weight, hours) => `Il tuo peso è ${weight} per ${hours} h di cura delle macchine.`,
  refusals: {
    'queue-unknown': {
      title: 'Questa macchina non si usa più a turno.',
      detail: 'Appoggia il badge per cominciare.',
    },
    'ticket-none': { title: 'Qui non hai un posto in coda.', detail: 'Appoggia il badge alla macchina.' },
    'turn-runs': { title: 'Il tuo turno è in corso.', detail: 'Appoggia il badge alla macchina per finire.' },
  },
  leave: {
    offer: 'Lascia la coda',
    keep: 'Resta in coda',
    confirm: 'Lasciala',
    working: 'Un momento …',
  },
  leaveAsk: 'Restituisci il tuo posto. Chi torna sta in coda come chi è appena arrivato.',
};
