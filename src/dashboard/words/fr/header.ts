// French for the head of every page.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('fr');

export const header: Words['header'] = {
  free: icu('{count, plural, one {# libre} other {# libres}}'),
  busy: icu('{count, plural, one {# occupée} other {# occupées}}'),
  alarm: icu('{count, plural, one {# alarme} other {# alarmes}}'),
  away: icu('{count, plural, one {# muette} other {# muettes}}'),
  care: icu('{count} hors service'),
  clock: 'Heure de la passerelle',
  simulated: 'Simulé',
  rooms: 'Pages',
  board: 'Tableau',
  statement: 'Relevé',
  proposals: 'Votes',
  desk: 'Comptoir',
  wall: 'Mur',
  signOut: 'Se déconnecter',
  account: 'Votre compte',
  own: 'Ma page',
  showName: 'Afficher mon nom au tableau',
  theme: { light: 'Clair', dark: 'Sombre', system: 'Auto' },
  themeLabel: icu('Thème : {choice}'),
  pause: 'Figer les pages',
  resume: 'Tourner les pages',
  language: 'Langue',
  languageUsual: 'Automatique',
  page: icu('Page {page} sur {pages}'),
};
