// German for the page of tariffs: what is charged, a form for a new one, and what it would change.

import type { tariffs as tariffsEn } from '../en/tariffs.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('de');

export const tariffs: typeof tariffsEn = {
  title: 'Tarife',
  none: 'Es ist kein Tarif beschrieben, also kostet nichts etwas.',
  states: { past: 'Vergangen', now: 'Gültig', coming: 'Kommend' },
  from: icu('ab {day}'),
  like: 'Einen neuen danach schreiben',
  fresh: 'Ein neuer Tarif',
  freshSaid: icu('Er beginnt frühestens am {day}. Das Formular und der Text darunter sind dasselbe.'),
  fields: {
    pool: 'Maschinen (Gruppe)',
    from: 'Erster Tag',
    perHour: 'Preis einer Stunde',
    clock: 'Gezählt nach',
    start: 'Einmal je Sitzung',
    minimum: 'Mindestbetrag einer Sitzung',
    freeMinutes: 'Frei bis, Minuten',
    stepMinutes: 'Berechnet in Schritten von, Minuten',
    perKwh: 'Preis einer Kilowattstunde',
    session: 'Höchstens je Sitzung',
    day: 'Höchstens je Tag',
    month: 'Höchstens je Monat',
  },
  clocks: {
    loaded: 'Belegungszeit',
    powered: 'Einschaltzeit',
    working: 'Arbeitszeit',
    operating: 'Betriebszeit',
    laserOn: 'Laserstrahl an',
    spindleOn: 'Spindel an',
  },
  text: 'Als Text (YAML)',
  textSaid: 'Spitzenzeiten, weitere Uhren, Material und für wen er gilt, stehen hier.',
  add: {
    offer: 'Sehen, was er ändert',
    keep: 'Zurück',
    confirm: 'Tarif hinzufügen',
    working: 'Einen Moment …',
  },
  added: icu('Er steht in officina.yaml und beginnt am {day} von selbst.'),
  typical: 'Fünf übliche Nutzungen, vorher und nachher',
  uses: {
    quick: '15 min belegt, 10 min in Betrieb',
    hour: '1 h belegt, 45 min in Betrieb',
    long: '4 h belegt, 3 h in Betrieb',
    peak: '1 h belegt, zur Spitzenzeit, wo es eine gibt',
    energy: '2 h belegt, 5 kWh',
  },
  replay: {
    offer: 'Vergangene Monate damit rechnen',
    keep: 'Zurück',
    confirm: 'Noch einmal',
    working: 'Wird berechnet …',
  },
  replayMonths: 'Monate zurück',
  replaySum: icu('{uses, plural, one {# Nutzung} other {# Nutzungen}}: {before} wie es war, {after} damit.'),
  more: icu('{members, plural, one {# Mitglied zahlt} other {# Mitglieder zahlen}} mehr'),
  less: icu('{members, plural, one {# Mitglied zahlt} other {# Mitglieder zahlen}} weniger'),
  same: icu('{members, plural, one {# Mitglied zahlt} other {# Mitglieder zahlen}} gleich viel'),
  few: 'Weniger als fünf Mitglieder: Von ihnen wird nichts gesagt.',
  assumes: 'Nimmt an, dass die Maschinen genutzt werden wie bisher; das muss nicht so sein.',
};
