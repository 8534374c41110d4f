// Italian for the head of every page.

import type { header as headerEn } from '../en/header.ts';

export const header: typeof headerEn = {
  free: (count) => (count === 1 ? '1 libera' : `${count} libere`),
  busy: (count) => (count === 1 ? '1 occupata' : `${count} occupate`),
  alarm: (count) => (count === 1 ? '1 allarme' : `${count} allarmi`),
  away: (count) => (count === 1 ? '1 non sentita' : `${count} non sentite`),
  care: (count) => `${count} fuori servizio`,
  clock: 'Orologio del gateway',
  simulated: 'Simulato',
  rooms: 'Stanze',
  books: 'Contabilità',
  proposals: 'Voti',
  board: 'Tabellone',
  statement: 'Estratto conto',
  members: 'Membri',
  devices: 'Dispositivi',
  desk: 'Tavolo',
  wall: 'Parete',
  signOut: 'Esci',
  account: 'Il tuo profilo',
  own: 'Il mio badge e PIN',
  showName: 'Mostra il mio nome sul tabellone',
  theme: { light: 'Chiaro', dark: 'Scuro', system: 'Auto' },
  themeLabel: (choice) => `Tema: ${choice}`,
  pause: 'Ferma le pagine',
  resume: 'Gira le pagine',
  page: (page, pages) => `Pagina ${page} di ${pages}`,
};
