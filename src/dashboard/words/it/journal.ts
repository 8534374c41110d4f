// Italian for the journal at the desk: its pages, one entry, and the proof.

import { icuIn } from '../icu.ts';

const icu = icuIn('it');

export const journal = {
  title: 'Registro',
  notYours: 'Il registro è per responsabili, tesorieri e amministratori. Chiedi a uno di loro.',
  filter: 'Trova voci',
  member: 'Socio',
  machine: 'Macchina',
  type: 'Tipo',
  from: 'Dal',
  to: 'Fino al',
  any: 'qualsiasi',
  find: 'Trova',
  clear: 'Tutte le voci',
  position: 'Posizione',
  none: 'Nessuna voce è così. Togli un filtro.',
  older: 'Voci più vecchie',
  newest: 'Le più recenti',
  caption: 'Voci, le più recenti prima',
  when: 'Quando',
  about: 'Di che cosa',
  doer: 'Di chi',
  forgotten: 'Quello che diceva è stato dimenticato per età; la sua impronta resta.',
  recorded: 'Questo sguardo viene annotato.',
  nameless: 'qualcuno',
  back: 'Tutte le voci',
  entry: icu<{ seq: string }>('Voce {seq}'),
  ofLast: icu<{ last: string }>('di {last}'),
  text: 'Come testo',
  hash: 'Impronta',
  hashBefore: 'Impronta della voce prima',
  hashAfter: 'Impronta della voce dopo',
  before: 'Voce prima',
  after: 'Voce dopo',
  proof: 'Prova',
  proofWhat:
    'Ogni voce viene letta dalla prima, la sua impronta ricalcolata, e ognuna deve nominare quella prima.',
  prove: 'Prova il registro',
  proving: icu<{ done: string; total: string }>('{done} voci su {total} controllate'),
  holds: icu<{ count: string; time: string }>('La catena tiene: {count} voci, controllate {time}.'),
  head: 'Impronta dell’ultima voce. Chi la conserva altrove può dire più tardi che niente è stato tagliato.',
  broken: icu<{ seq: string }>(
    'La voce {seq} è sbagliata. Lascia i file come sono e ripristina una copia che tiene.',
  ),
  failed: 'La prova non è riuscita. Il log del gateway dice perché; riprova.',
};
