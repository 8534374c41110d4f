// German for use that is entered by hand after an outage.

import type { usage as usageEn } from '../en/usage.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('de');

export const usage: typeof usageEn = {
  open: 'Nutzung nachtragen',
  title: icu('Nutzung von {machine}, die kein Leser sah'),
  intro: 'Sie wird berechnet wie jede andere Nutzung und auf der Abrechnung mit deinem Namen gekennzeichnet.',
  member: 'Wer sie benutzt hat',
  choose: 'Mitglied wählen',
  handle: 'Anmeldename des Mitglieds',
  from: 'Von',
  to: 'Bis',
  zone: icu('Zeiten der Werkstatt, {zone}.'),
  why: 'Warum kein Leser sie sah',
  note: 'Notiz',
  noteHint: 'Höchstens 280 Zeichen. Sie steht auf der Abrechnung und wird mit dem Mitglied gelöscht.',
  check: 'Preis zeigen',
  checking: 'Frage',
  cancel: 'Abbrechen',
  preview: 'Das würde eingetragen',
  save: 'Eintragen',
  saving: 'Trage ein',
  change: 'Ändern',
  done: icu('Eingetragen. Es steht auf der Abrechnung für {month}.'),
  takenBack: 'Zurückgenommen. Die Abrechnung zeigt beide Zeilen.',
  statement: 'Abrechnung öffnen',
  another: 'Weitere eintragen',
  meant: 'Welche ist gemeint?',
  costs: icu('Sie kostet {amount}.'),
  free: 'Es gilt kein Tarif, also kostet sie nichts.',
  warnings: {
    'member-suspended': icu('{name} ist ausgesetzt.'),
    'certificate-missing': icu('{name} hat die Einweisung {certificate} nicht.'),
    'certificate-expired': icu('{name} hatte die Einweisung {certificate} an dem Tag nicht mehr.'),
  },
  handedOut: 'am Tresen ausgegeben',
  reasons: {
    'gateway-away': 'das Gateway war weg',
    'reader-broken': 'der Leser war kaputt',
    'network-away': 'das Netz war weg',
    'badge-forgotten': 'der Badge war vergessen',
    other: 'ein anderer Grund',
  },
  withdrawalReasons: {
    mistake: 'es war ein Versehen',
    twice: 'es war doppelt eingetragen',
    waived: 'es wurde erlassen',
    other: 'ein anderer Grund',
  },
  doers: { console: 'Konsole', 'admin-token': 'einem Token der Administration' },
  enteredBy: icu('Eingetragen von {who} am {time}: {reason}.'),
  withdrawnBy: icu('Zurückgenommen von {who} am {time}: {reason}.'),
  withdraw: 'Zurücknehmen',
  withdrawAsk: 'Diese Nutzung zurücknehmen? Ihre Zeile bleibt, und eine zweite zieht den Betrag ab.',
  withdrawWhy: 'Warum',
  withdrawConfirm: 'Zurücknehmen',
  withdrawing: 'Nehme zurück',
  keep: 'So lassen',
  refusals: {
    'time-unreadable': { title: 'Diese Zeit ist nicht lesbar.', detail: 'Schreib Datum und Uhrzeit.' },
    'time-ambiguous': {
      title: 'In jener Nacht wurde die Uhr zurückgestellt, also gab es diese Zeit zweimal.',
      detail: 'Wähl unten eine.',
    },
    'time-skipped': {
      title: 'In jener Nacht wurde die Uhr vorgestellt, also gab es diese Zeit nicht.',
      detail: 'Wähl unten eine.',
    },
    'note-unreadable': {
      title: 'Die Notiz ist zu lang oder enthält Zeichen, die sich nicht drucken lassen.',
      detail: 'Schreib höchstens 280 Zeichen auf eine Zeile.',
    },
    'clock-unset': {
      title: 'Die Uhr des Gateways ist nicht gestellt, also weiß es nicht, wann das war.',
      detail: 'Verbinde es mit einem Zeitserver, dann versuch es noch einmal.',
    },
    'usage-backwards': { title: 'Die Nutzung endet, bevor sie beginnt.', detail: 'Prüfe beide Zeiten.' },
    'usage-in-future': {
      title: 'Die Nutzung endet in der Zukunft.',
      detail: 'Trag sie ein, wenn sie vorbei ist.',
    },
    'usage-too-long': {
      title: 'Die Nutzung dauert länger als 24 Stunden.',
      detail: 'Trag für jeden Tag eine ein.',
    },
    'usage-too-old': {
      title: 'Die Nutzung begann vor mehr als 92 Tagen.',
      detail: 'Sie lässt sich nicht mehr eintragen; regle es mit dem Mitglied außerhalb der Abrechnung.',
    },
    'usage-overlap': {
      title: 'In dieser Zeit war die Maschine schon in Nutzung.',
      detail: 'Wähl eine Zeit außerhalb, oder nimm die falsch eingetragene Nutzung zurück.',
    },
    'usage-entered-already': {
      title: 'Genau diese Nutzung war schon eingetragen, und nichts wurde geändert.',
      detail: 'Mehr ist nicht zu tun.',
    },
    'usage-withdrawn-already': {
      title: 'Diese Nutzung war schon zurückgenommen, und nichts wurde geändert.',
      detail: 'Mehr ist nicht zu tun.',
    },
  },
};
