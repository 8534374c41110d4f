// German for statements.

import type { statement as statementEn } from '../en/statement.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('de');

export const statement: typeof statementEn = {
  title: 'Abrechnung',
  month: 'Monat',
  earlier: 'Früherer Monat',
  later: 'Späterer Monat',
  print: 'Drucken',
  machine: 'Maschine',
  when: 'Von – bis',
  billed: 'Berechnete Zeit',
  perHour: 'Preis pro Stunde',
  amount: 'Betrag',
  sum: 'Summe',
  total: 'Summe des Monats',
  gap: icu('{time} nicht gesehen, nicht berechnet'),
  energy: {
    metered: icu('{amount}'),
    estimated: icu('etwa {amount} (geschätzt)'),
    partly: icu('etwa {amount} (teils geschätzt)'),
    unmeasured: 'Energie nicht gemessen',
    under: icu('unter {amount}'),
  },
  rate: icu('{amount}/h'),
  noTariff: 'kein Tarif',
  none: 'In diesem Monat wurde nichts berechnet. Wähl einen anderen.',
  open: icu(
    '{count, plural, one {# Sitzung ist noch offen; sie wird auf der Abrechnung des Monats stehen, in dem sie endet.} other {# Sitzungen sind noch offen; jede wird auf der Abrechnung des Monats stehen, in dem sie endet.}}',
  ),
  refused: 'Abrechnungen sind für Mitglieder. Melde dich an, um deine zu sehen.',
  clocks: {
    loaded: 'solange belegt',
    powered: 'solange an',
    working: 'solange an der Arbeit',
    operating: 'solange in Betrieb',
    laserOn: 'Laserstrahl an',
    spindleOn: 'Spindel an',
  },
};
