// French for certificates given at the desk, roles, teams, tokens, and who looked at whose usage.

import { icuIn } from '../icu.ts';

const icu = icuIn('fr');

type Refusal = { readonly title: string; readonly detail: string };

export const people = {
  certify: {
    title: 'Certifier',
    several: 'Certifier des membres',
    certificate: 'Certificat',
    choose: 'Choisissez-en un',
    level: 'Niveau',
    until: 'Dernier jour',
    untilHint: 'Laissez vide s’il n’a pas de fin.',
    who: 'Membres',
    check: 'Voir ce qui change',
    checking: 'Recherche',
    give: 'Donner le certificat',
    giving: 'En cours',
    change: 'Changer quelque chose',
    close: 'Fermer',
    gains: icu<{ name: string; until: string }>('{name} le reçoit, {until}.'),
    renews: icu<{ name: string; before: string; until: string }>('{name} l’a {before}, puis {until}.'),
    same: 'Personne n’y gagne : ils l’ont déjà ainsi.',
    done: icu<{ count: number }>(
      '{count, plural, one {Donné à # membre.} many {Donné à # membres.} other {Donné à # membres.}}',
    ),
    undo: 'Annuler',
    undone: 'Repris.',
    lackMembers: 'Choisissez au moins un membre.',
    lackCertificate: 'Choisissez un certificat.',
  },
  withdraw: {
    offer: 'Retirer',
    keep: 'Le laisser',
    confirm: 'Retirer le certificat',
    working: 'Retrait en cours',
  },
  withdrawOf: icu<{ name: string }>('Retirer {name}'),
  withdrawEnds: icu<{ machines: string }>(
    'Une session sur {machines} finit par là ; un travail en cours peut finir.',
  ),
  withdrawNone: 'Aucune session ne finit par là. Une liste de membres qui le nomme le redonne.',
  roles: {
    title: 'Rôles',
    hint: 'Une liste de membres qui vient plus tard décide de nouveau des rôles.',
    offer: 'Changer les rôles',
    keep: 'Les laisser',
    confirm: 'Changer les rôles',
    working: 'Changement en cours',
    gains: icu<{ rights: string }>('Gagne : {rights}.'),
    loses: icu<{ rights: string }>('Perd : {rights}.'),
    same: 'Ses droits restent tels quels.',
    done: 'Les rôles sont changés.',
  },
  team: {
    title: 'Équipe',
    members: icu<{ count: number }>('{count, plural, one {# membre} many {# membres} other {# membres}}'),
    of: 'Équipe',
    all: 'Toutes les équipes',
  },
  looks: {
    title: 'Qui a regardé son usage',
    none: 'Personne n’a regardé.',
    all: 'Tout dans le journal',
  },
  tokens: {
    title: 'Jetons',
    what: 'Pour les scripts et les écrans muraux. Un jeton ne peut pas plus que vous, et s’arrête quand vous ne pouvez plus entrer.',
    none: 'Vous n’avez aucun jeton.',
    fresh: 'Nouveau jeton',
    label: 'À quoi il sert',
    days: 'Jours jusqu’à sa fin',
    daysHint: 'Laissez vide s’il n’a pas de fin.',
    scopes: 'Ce qu’il peut faire',
    make: 'Créer le jeton',
    making: 'Création en cours',
    once: 'Copiez-le maintenant : il n’est montré que cette fois.',
    secret: 'Le jeton',
    close: 'Je l’ai copié',
    created: icu<{ day: string }>('créé le {day}'),
    ends: icu<{ day: string }>('finit le {day}'),
    noEnd: 'sans fin',
    drop: {
      offer: 'Supprimer',
      keep: 'Le garder',
      confirm: 'Supprimer le jeton',
      working: 'Suppression en cours',
    },
    dropOf: icu<{ label: string }>('Supprimer {label}'),
    dropWhat: 'Il cesse aussitôt de marcher ; ce qui l’utilise est refusé.',
    notYours:
      'Les jetons sont pour les responsables, les trésoriers et les administrateurs. Demandez à l’un d’eux.',
  },
  refusals: {
    'certificate-unknown': {
      title: 'L’atelier ne connaît pas ce certificat.',
      detail: 'Choisissez-en un dans la liste, ou décrivez-le dans officina.yaml.',
    },
    'certificate-day': {
      title: 'Ce n’est pas un jour.',
      detail: 'Écrivez le dernier jour sous la forme aaaa-mm-jj.',
    },
    'certificate-own': {
      title: 'Personne ne se certifie soi-même.',
      detail: 'Demandez à un autre formateur.',
    },
    'entry-unknown': {
      title: 'Le journal n’a pas d’entrée à cette position.',
      detail: 'Cherchez-la dans la liste des plus récentes.',
    },
    'journal-away': {
      title: 'Ici le journal ne se feuillette pas.',
      detail: 'Demandez à la passerelle qui l’écrit.',
    },
  } as Readonly<Record<string, Refusal>>,
};
