// Spanish for the head of every page.

import type { header as headerEn } from '../en/header.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('es');

export const header: typeof headerEn = {
  free: icu('{count, plural, one {# libre} other {# libres}}'),
  busy: icu('{count, plural, one {# ocupada} other {# ocupadas}}'),
  alarm: icu('{count, plural, one {# alarma} other {# alarmas}}'),
  away: icu('{count} sin señal'),
  care: icu('{count} fuera de servicio'),
  clock: 'Reloj de la pasarela',
  simulated: 'Simulado',
  rooms: 'Secciones',
  board: 'Tablero',
  statement: 'Extracto',
  proposals: 'Votaciones',
  desk: 'Mostrador',
  wall: 'Pared',
  signOut: 'Salir',
  account: 'Tu cuenta',
  own: 'Mi página',
  showName: 'Mostrar mi nombre en el tablero',
  theme: { light: 'Claro', dark: 'Oscuro', system: 'Auto' },
  themeLabel: icu('Tema: {choice}'),
  pause: 'Detener las páginas',
  resume: 'Pasar las páginas',
  language: 'Idioma',
  languageUsual: 'Automático',
  page: icu('Página {page} de {pages}'),
};
