// German for alarms about switches and for the four truths of a switch.

import type { alarms as alarmsEn } from '../en/alarms.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('de');

export const alarms: typeof alarmsEn = {
  codes: {
    'relay-welded': {
      title: 'Schalter öffnet nicht',
      sentence:
        'Ihr Schalter sagt aus, aber es fließt noch Strom. Zieh den Stecker oder schalte die Sicherung aus, dann ersetze den Schalter.',
    },
    'power-without-session': {
      title: 'Strom ohne Sitzung',
      sentence:
        'Niemand hat sie, und doch läuft sie oder hat Strom. Geh hin, sieh nach, wer sie benutzt, und schalte sie aus.',
    },
    'switch-by-hand': {
      title: 'Von Hand geschaltet',
      sentence:
        'Ihr Schalter wurde an seiner Taste oder auf seiner Seite betätigt. Sieh nach, und sperre die Taste, wenn das geht.',
    },
    'session-on-dead-machine': {
      title: 'Sitzung ohne Strom',
      sentence:
        'Jemand hat sie, aber sie scheint keinen Strom zu haben. Prüfe Stecker und Sicherung; nimm zurück, was nicht benutzt wurde.',
    },
    'lease-lost': {
      title: 'Strom weg mit der Verbindung',
      sentence:
        'Ihr Schalter ging von selbst aus, weil ihn kein Befehl rechtzeitig erreichte. Prüfe, wie er im Netz hängt.',
    },
    'meter-silent': {
      title: 'Zähler schweigt',
      sentence: 'Ihr Schalter misst seit zehn Minuten nichts. Prüfe, ob die Maschine noch an ihm steckt.',
    },
  },
  answers: { seen: 'Gesehen', mended: 'Behoben', 'false-alarm': 'Fehlalarm' },
  answerRow: icu('Deine Antwort auf: {title}, {machine}'),
  switchName: icu('Schalter {id}'),
  seenBy: icu('Gesehen von {who}, {time}'),
  seen: icu('Gesehen, {time}'),
  needsSteward: 'Braucht die Aufsicht',
  needsStewardNow: 'Erst muss die Aufsicht nachsehen, dann darf sie benutzt werden.',

  truths: {
    title: icu('Ihr Schalter, {id}'),
    ordered: 'Befohlen',
    says: 'Er sagt',
    measured: 'Er misst',
    controller: 'Die Steuerung',
    on: 'ein',
    off: 'aus',
    unknown: 'nicht bekannt',
    notOrdered: 'noch nichts',
    noMeter: 'nichts',
    noMeterWhy: 'kein Zähler, oder er schweigt',
    confirmed: {
      powered: 'hat Strom',
      dark: 'zeigt kein Leben',
      unknown: 'nicht bekannt',
      none: 'keine vorhanden',
    },
  },
};
