// German for the head of every page.

import type { header as headerEn } from '../en/header.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('de');

export const header: typeof headerEn = {
  free: icu('{count} frei'),
  busy: icu('{count} belegt'),
  alarm: icu('{count, plural, one {# Alarm} other {# Alarme}}'),
  away: icu('{count} nicht gehört'),
  care: icu('{count} außer Betrieb'),
  clock: 'Uhr des Gateways',
  simulated: 'Simuliert',
  rooms: 'Räume',
  board: 'Tafel',
  statement: 'Abrechnung',
  proposals: 'Abstimmungen',
  desk: 'Tresen',
  wall: 'Wand',
  signOut: 'Abmelden',
  account: 'Dein Konto',
  own: 'Meine Seite',
  showName: 'Meinen Namen auf der Tafel zeigen',
  theme: { light: 'Hell', dark: 'Dunkel', system: 'Auto' },
  themeLabel: icu('Farben: {choice}'),
  pause: 'Seiten anhalten',
  resume: 'Seiten blättern',
  language: 'Sprache',
  languageUsual: 'Automatisch',
  page: icu('Seite {page} von {pages}'),
};
