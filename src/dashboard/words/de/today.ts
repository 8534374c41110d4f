// German for what waits at the desk today, and for the list of machines by what they need.

import { icuIn } from '../icu.ts';

const icu = icuIn('de');

export const today = {
  title: 'Heute',
  notYours:
    'Heute ist für alle, die sich um die Werkstatt kümmern: Werkstattleitung, Ausbildende und Kasse. Frag die Werkstattleitung.',
  nothing: icu<{ count: number }>(
    '{count, plural, one {Nichts braucht dich. # Maschine meldet sich.} other {Nichts braucht dich. # Maschinen melden sich.}}',
  ),
  alarms: 'Offene Alarme',
  kinds: {
    'problem-open': 'Gemeldete Probleme',
    'device-silent': 'Stumme Geräte',
    'dispute-open': 'Offene Einsprüche',
    'newcomer-waits': 'Neue Geräte, die warten',
    'service-due': 'Wartung fällig',
    'certificate-ends': 'Zertifikate, die enden',
    'membership-ends': 'Konten zum Durchsehen',
    'month-open': 'Monat zum Abschließen',
    'invoice-due': 'Fällige Rechnungen',
  } as Readonly<Record<string, string>>,
  acts: {
    'problem-open': 'Ansehen',
    'device-silent': 'Nachsehen',
    'dispute-open': 'Beantworten',
    'newcomer-waits': 'Sagen, was es ist',
    'service-due': 'Gewartet',
    'certificate-ends': 'Erneuern',
    'membership-ends': 'Öffnen',
    'month-open': 'Zu den Büchern',
    'invoice-due': 'Zu den Büchern',
  } as Readonly<Record<string, string>>,
  actOn: icu<{ act: string; name: string }>('{act}: {name}'),
  since: icu<{ time: string }>('seit {time}'),
  until: icu<{ day: string }>('bis {day}'),
  ended: icu<{ day: string }>('endete am {day}'),
  never: 'seit dem Start nicht gehört',
  more: icu<{ count: number }>(
    '{count, plural, one {# weiteres ist nicht aufgeführt.} other {# weitere sind nicht aufgeführt.}}',
  ),
  problems: icu<{ count: number }>('{count, plural, one {# Problem} other {# Probleme}}'),
  care: {
    title: 'Pflege',
    notYours:
      'Die Pflege ist für die Werkstattleitung. Alle Mitglieder können auf der Seite einer Maschine notieren, was sie gereinigt haben.',
    machine: 'Maschine',
    due: 'Wartung',
    left: 'Übrig',
    problems: 'Probleme',
    cared: 'Letzte Pflege',
    nobody: 'noch niemand',
    by: icu<{ who: string; time: string }>('{who}, {time}'),
    all: 'Alle',
    pressing: 'Was eine Hand braucht',
    none: 'Keine Maschine braucht eine Hand.',
    noPlan: 'kein Plan',
  },
};
