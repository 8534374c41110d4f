// Italian for alarms about switches and for the four truths of a switch.

import type { alarms as alarmsEn } from '../en/alarms.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('it');

export const alarms: typeof alarmsEn = {
  codes: {
    'relay-welded': {
      title: 'L’interruttore non apre',
      sentence:
        'Il suo interruttore dice spento, ma la corrente passa ancora. Stacca la spina o il salvavita, poi sostituiscilo.',
    },
    'power-without-session': {
      title: 'Corrente senza sessione',
      sentence: 'Nessuno la tiene, eppure va o ha corrente. Vai a vedere chi la usa, poi spegnila.',
    },
    'switch-by-hand': {
      title: 'Azionato a mano',
      sentence:
        'Il suo interruttore è stato azionato dal suo tasto o dalla sua pagina. Vai a vedere, e blocca il tasto se puoi.',
    },
    'session-on-dead-machine': {
      title: 'Sessione senza corrente',
      sentence:
        'Qualcuno la tiene, ma sembra senza corrente. Controlla spina e fusibile; ritira ciò che non è stato usato.',
    },
    'lease-lost': {
      title: 'Corrente persa con la rete',
      sentence:
        'Il suo interruttore si è spento da solo, perché nessun ordine è arrivato in tempo. Controlla la sua rete.',
    },
    'meter-silent': {
      title: 'Il contatore tace',
      sentence:
        'Il suo interruttore non misura da dieci minuti. Controlla che la macchina sia ancora collegata lì.',
    },
  },
  answers: { seen: 'Visto', mended: 'Riparato', 'false-alarm': 'Falso allarme' },
  answerRow: icu('La tua risposta a: {title}, {machine}'),
  switchName: icu('Interruttore {id}'),
  seenBy: icu('Visto da {who}, {time}'),
  seen: icu('Visto, {time}'),
  needsSteward: 'Serve un responsabile',
  needsStewardNow: 'Prima di usarla serve un responsabile.',

  truths: {
    title: icu('Il suo interruttore, {id}'),
    ordered: 'Ordinato',
    says: 'Dice',
    measured: 'Misura',
    controller: 'Il controllore',
    on: 'acceso',
    off: 'spento',
    unknown: 'non si sa',
    notOrdered: 'ancora niente',
    noMeter: 'niente',
    noMeterWhy: 'non ha contatore, o tace',
    confirmed: { powered: 'ha corrente', dark: 'non dà segni', unknown: 'non si sa', none: 'non c’è' },
  },
};
