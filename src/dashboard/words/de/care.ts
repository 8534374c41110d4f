// German for the care of a machine: hours, parts, problems and the log.

import type { care as careEn } from '../en/care.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('de');

export const care: typeof careEn = {
  title: 'Pflege',
  hours: 'Stunden',
  clocks: {
    loaded: 'belegt',
    working: 'an der Arbeit',
    operating: 'in Betrieb',
    laserOn: 'Laser an',
    spindleOn: 'Spindel an',
  },
  jobs: 'Aufträge',
  hoursHint: 'Seit die Maschine da ist. Niemand kann sie zurücksetzen.',
  parts: 'Teile',
  partHours: icu('{hours} {clock}'),
  partJobs: icu('{count, plural, one {# Auftrag} other {# Aufträge}}'),
  left: {
    hours: icu('noch {text}'),
    jobs: icu('{count, plural, one {noch # Auftrag} other {noch # Aufträge}}'),
    days: icu('{count, plural, one {noch # Tag} other {noch # Tage}}'),
  },
  past: {
    hours: icu('{text} drüber'),
    jobs: icu('{count, plural, one {# Auftrag drüber} other {# Aufträge drüber}}'),
    days: icu('{count, plural, one {# Tag drüber} other {# Tage drüber}}'),
  },
  due: {
    fine: 'In Ordnung',
    soon: 'Wartung bald fällig',
    over: 'Wartung überfällig',
    unknown: 'Nicht bekannt: Nichts meldet es',
  },
  noPlan: 'Keine Wartung geplant',
  partBar: icu('{part}: wie viel vom Intervall verbraucht ist'),
  problems: 'Offene Probleme',
  severities: {
    note: { title: 'Eine Bemerkung', does: 'Die Aufsicht liest sie hier. Sonst ändert sich nichts.' },
    flag: {
      title: 'Mit Vorsicht benutzen',
      does: 'Die Tafel kennzeichnet die Maschine, damit alle zuerst hier nachsehen.',
    },
    lock: {
      title: 'Unsicher: sperren',
      does: 'Niemand kann anfangen, bis die Aufsicht geantwortet hat. Wer sie jetzt hat, kann fertig werden.',
    },
  },
  reported: icu('{who}, {time}'),
  wordsGone: 'Der Text wird hier nicht gezeigt.',
  close: icu('Was daraus wurde: {title}'),
  closings: { mended: 'Behoben', 'no-fault': 'Kein Fehler gefunden', duplicate: 'Doppelt gemeldet' },
  report: 'Problem melden',
  reportTitle: 'Was stimmt nicht?',
  what: 'In deinen Worten',
  whatHint: 'Höchstens 500 Zeichen. Sie verschwinden, wenn du die Werkstatt verlässt.',
  howBad: 'Wie schlimm ist es?',
  send: 'Melden',
  sending: 'Melde',
  cancel: 'Abbrechen',
  give: 'Pflege eintragen',
  giveTitle: 'Was hast du gemacht?',
  deed: 'Was',
  part: 'Teil',
  wholeMachine: 'Die ganze Maschine',
  minutes: 'Minuten',
  note: 'Ein Wort dazu (freiwillig)',
  save: 'Eintragen',
  log: 'Pflegebuch',
  deeds: {
    cleaned: 'Gereinigt',
    checked: 'Geprüft',
    repaired: 'Repariert',
    serviced: 'Gewartet',
    replaced: 'Teil ersetzt',
  },
  closed: icu('Problem erledigt: {what}'),
  lasted: icu('{minutes} min'),
  someone: 'ein Mitglied',
  away: 'Was sie braucht, lässt sich gerade nicht zeigen.',
  mark: { lock: 'Gesperrt: unsicher', flag: 'Vorsicht', over: 'Wartung überfällig' },
  refusals: {
    'too-many-attempts': {
      title: 'Das wurde zu oft versucht.',
      detail: 'Warte eine Weile; wenn jemand in Gefahr ist, sag es der Aufsicht persönlich.',
    },
    'problem-unknown': {
      title: 'Dieses Problem ist nicht mehr offen.',
      detail: 'Jemand hat es schon erledigt.',
    },
    'problems-full': {
      title: 'Diese Maschine hat schon 64 offene Probleme.',
      detail: 'Sag es der Aufsicht persönlich; zuerst müssen einige erledigt werden.',
    },
    'text-unreadable': {
      title: 'Der Text fehlt, ist zu lang oder enthält Zeichen, die sich nicht drucken lassen.',
      detail: 'Schreib ihn kürzer, ohne Sonderzeichen.',
    },
    'part-unknown': { title: 'Diese Maschine hat dieses Teil nicht mehr.', detail: 'Lade die Seite neu.' },
    'part-missing': { title: 'Es fehlt, welches Teil ersetzt wurde.', detail: 'Wähl das Teil.' },
  },
};
