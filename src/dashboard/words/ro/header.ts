// Romanian for the head of every page.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('ro');

export const header: Words['header'] = {
  free: icu('{count, plural, one {# liberă} few {# libere} other {# libere}}'),
  busy: icu('{count, plural, one {# ocupată} few {# ocupate} other {# ocupate}}'),
  alarm: icu('{count, plural, one {# alarmă} few {# alarme} other {# de alarme}}'),
  away: icu('{count, plural, one {# neauzită} few {# neauzite} other {# neauzite}}'),
  care: icu('{count, plural, one {# scoasă din uz} few {# scoase din uz} other {# scoase din uz}}'),
  clock: 'Ceasul gateway-ului',
  simulated: 'Simulat',
  rooms: 'Încăperi',
  board: 'Panou',
  statement: 'Extras',
  proposals: 'Voturi',
  desk: 'Recepție',
  wall: 'Perete',
  signOut: 'Ieși din cont',
  account: 'Contul tău',
  own: 'Pagina mea',
  showName: 'Arată-mi numele pe panou',
  theme: { light: 'Luminos', dark: 'Întunecat', system: 'Auto' },
  themeLabel: icu('Aspect: {choice}'),
  pause: 'Oprește rotirea',
  resume: 'Rotește paginile',
  language: 'Limbă',
  languageUsual: 'Automat',
  page: icu('Pagina {page} din {pages}'),
};
