// German for the journal at the desk: its pages, one entry, and the proof.

import { icuIn } from '../icu.ts';

const icu = icuIn('de');

export const journal = {
  title: 'Journal',
  notYours: 'Das Journal ist für Werkstattleitung, Kasse und Verwaltung. Frag jemanden von ihnen.',
  filter: 'Einträge finden',
  member: 'Mitglied',
  machine: 'Maschine',
  type: 'Art',
  from: 'Von',
  to: 'Bis einschließlich',
  any: 'alle',
  find: 'Finden',
  clear: 'Alle Einträge',
  position: 'Stelle',
  none: 'So einen Eintrag gibt es nicht. Nimm einen Filter weg.',
  older: 'Ältere Einträge',
  newest: 'Neueste',
  caption: 'Einträge, die neuesten zuerst',
  when: 'Wann',
  about: 'Worum es geht',
  doer: 'Von wem',
  forgotten: 'Was er sagte, wurde nach seiner Frist vergessen; seine Prüfsumme bleibt.',
  recorded: 'Dieser Blick wird festgehalten.',
  nameless: 'jemand',
  back: 'Alle Einträge',
  entry: icu<{ seq: string }>('Eintrag {seq}'),
  ofLast: icu<{ last: string }>('von {last}'),
  text: 'Als Text',
  hash: 'Prüfsumme',
  hashBefore: 'Prüfsumme des Eintrags davor',
  hashAfter: 'Prüfsumme des Eintrags danach',
  before: 'Eintrag davor',
  after: 'Eintrag danach',
  proof: 'Beweis',
  proofWhat:
    'Jeder Eintrag wird vom ersten an gelesen, seine Prüfsumme neu berechnet, und jeder muss den vorigen nennen.',
  prove: 'Das Journal beweisen',
  proving: icu<{ done: string; total: string }>('{done} von {total} Einträgen geprüft'),
  holds: icu<{ count: string; time: string }>('Die Kette hält: {count} Einträge, geprüft {time}.'),
  head: 'Prüfsumme des letzten Eintrags. Wer sie anderswo aufhebt, merkt später, wenn etwas abgeschnitten wurde.',
  broken: icu<{ seq: string }>(
    'Eintrag {seq} stimmt nicht. Lass die Dateien, wie sie sind, und spiel eine Sicherung ein, die hält.',
  ),
  failed: 'Der Beweis gelang nicht. Das Protokoll des Gateways sagt, warum; versuch es noch einmal.',
};
