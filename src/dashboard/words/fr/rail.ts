// French for the frame of the desk: its rail, its keys, and the search everywhere.

import { icuIn } from '../icu.ts';

const icu = icuIn('fr');

export const rail = {
  label: 'Accueil',
  rooms: {
    today: 'Aujourd’hui',
    members: 'Membres',
    devices: 'Appareils',
    care: 'Entretien',
    tariffs: 'Tarifs',
    policy: 'Règles',
    books: 'Comptes',
    journal: 'Journal',
    tokens: 'Jetons',
  } as Readonly<Record<string, string>>,
  search: 'Chercher',
  keys: 'Touches',
  close: 'Fermer',
  keysOn: 'Utiliser les touches simples à l’accueil',
  keysHint: 'Elles n’agissent jamais dans un champ, et aucune ne fait rien de définitif.',
  keyMap: {
    search: 'Chercher partout',
    map: 'Ce plan',
    next: 'Suivant dans la liste',
    previous: 'Précédent dans la liste',
    open: 'Ouvrir',
    back: 'Retour, fermer',
    fresh: 'Nouveau',
    answer: 'Répondre à une alarme',
  },
  goTo: icu<{ room: string }>('Aller à {room}'),
  searchLabel: 'Chercher machines, membres, pièces, codes et positions du journal',
  groups: {
    rooms: 'Pièces',
    machines: 'Machines',
    members: 'Membres',
    journal: 'Journal',
    codes: 'Refus',
  },
  position: icu<{ seq: string }>('Entrée {seq}'),
  nothing: 'Rien ici ne porte ce nom. Essayez avec moins de lettres.',
  found: icu<{ count: number }>('{count, plural, one {# trouvé} many {# trouvés} other {# trouvés}}'),
};
