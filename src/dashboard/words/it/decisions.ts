// Italian for what people decide about machines, locks and modes, and for people in the space.

import type { decisions as decisionsEn } from '../en/decisions.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('it');

export const decisions: typeof decisionsEn = {
  locked: 'Qualcuno l’ha bloccata. Un responsabile la guarda e la sblocca.',
  lockedAfter: 'Dopo questa sessione è bloccata.',
  outOfOrder: 'Non funziona. Se ne occupa un responsabile.',
  noted: icu('«{note}»'),
  retired: 'Non si usa più.',
  peopleShort: icu('Servono {needed} persone e ce ne sono {present}: si ferma entro un minuto.'),

  lockedBy: icu('Bloccata da {who}, {time}'),
  lockedSince: icu('Bloccata dalle {time}'),
  modeSince: icu('In modo {mode} dalle {time}'),
  photo: icu('Foto di {machine} per questo modo'),

  lock: {
    title: 'Qualcosa non va?',
    offer: 'Blocca questa macchina',
    keep: 'Non bloccare',
    confirm: 'Bloccala',
    working: 'Blocco',
    warning:
      'Questo non è un arresto di emergenza. Se qualcuno è in pericolo, premi prima il pulsante rosso sulla macchina.',
    what: 'Nessuno può avviarla finché un responsabile non l’ha guardata. Chi blocca non ha colpa.',
    when: 'La sessione in corso',
    stop: 'finisce subito',
    after: 'può arrivare alla fine',
  },
  unlock: {
    offer: 'Sblocca',
    keep: 'Lasciala bloccata',
    confirm: 'Sbloccala',
    working: 'Sblocco',
    what: 'I membri possono avviarla di nuovo. Fallo dopo averla guardata.',
  },
  mode: {
    offer: 'Imposta il modo',
    keep: 'Lascia così',
    confirm: 'Imposta',
    working: 'Imposto',
    mode: 'Modo',
    note: 'Nota',
    noteHint: 'Al massimo 500 caratteri, che tutti leggono. Viene cancellata con il tuo account.',
    photo: 'Foto',
    photoHint: 'JPEG o PNG, al massimo 1 MB. Luogo e ora vengono tolti.',
    ends: 'Chi tiene la macchina finisce, poi può avviarla solo chi questo modo ammette.',
  },

  people: {
    inside: icu('{inside} dentro'),
    insideOf: icu('{inside} di {capacity} dentro'),
    free: 'Adesso c’è un posto per te',
    waiting: 'È al completo; qui leggi quando si libera un posto',
  },
};
