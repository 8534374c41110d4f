// Italian for the head of every page.

import type { header as headerEn } from '../en/header.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('it');

export const header: typeof headerEn = {
  free: icu('{count, plural, one {# libera} other {# libere}}'),
  busy: icu('{count, plural, one {# occupata} other {# occupate}}'),
  alarm: icu('{count, plural, one {# allarme} other {# allarmi}}'),
  away: icu('{count, plural, one {# non sentita} other {# non sentite}}'),
  care: icu('{count} fuori servizio'),
  clock: 'Orologio del gateway',
  simulated: 'Simulato',
  rooms: 'Stanze',
  proposals: 'Voti',
  board: 'Tabellone',
  statement: 'Estratto conto',
  desk: 'Tavolo',
  wall: 'Parete',
  signOut: 'Esci',
  account: 'Il tuo profilo',
  own: 'La mia pagina',
  showName: 'Mostra il mio nome sul tabellone',
  theme: { light: 'Chiaro', dark: 'Scuro', system: 'Auto' },
  themeLabel: icu('Tema: {choice}'),
  pause: 'Ferma le pagine',
  resume: 'Gira le pagine',
  language: 'Lingua',
  languageUsual: 'Automatica',
  page: icu('Pagina {page} di {pages}'),
};
