// French for the care of a machine: hours, parts, problems and the log.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('fr');

export const care: Words['care'] = {
  title: 'Entretien',
  hours: 'Heures',
  clocks: {
    loaded: 'd’utilisation',
    working: 'de travail',
    operating: 'de marche',
    laserOn: 'de laser',
    spindleOn: 'de broche',
  },
  jobs: 'Travaux',
  hoursHint: 'Depuis les débuts de la machine. Personne ne peut les remettre à zéro.',
  parts: 'Pièces',
  partHours: icu('{hours} {clock}'),
  partJobs: icu('{count, plural, one {# travail} other {# travaux}}'),
  left: {
    hours: icu('reste {text}'),
    jobs: icu('{count, plural, one {reste # travail} other {restent # travaux}}'),
    days: icu('{count, plural, one {reste # jour} other {restent # jours}}'),
  },
  past: {
    hours: icu('dépassé de {text}'),
    jobs: icu('{count, plural, one {dépassé de # travail} other {dépassé de # travaux}}'),
    days: icu('{count, plural, one {dépassé de # jour} other {dépassé de # jours}}'),
  },
  due: {
    fine: 'En ordre',
    soon: 'Révision bientôt due',
    over: 'Révision en retard',
    unknown: 'Inconnu : rien ne le dit',
  },
  noPlan: 'Aucune révision prévue',
  partBar: icu('{part} : part écoulée de l’intervalle'),
  problems: 'Problèmes ouverts',
  severities: {
    note: {
      title: 'Une remarque',
      does: 'Les responsables la lisent ici. Rien d’autre ne change.',
    },
    flag: {
      title: 'Utiliser avec soin',
      does: 'Le tableau signale la machine, pour que chacun regarde d’abord ici.',
    },
    lock: {
      title: 'Dangereuse : la bloquer',
      does: 'Personne ne peut commencer avant la réponse d’un responsable. Qui l’occupe maintenant peut finir.',
    },
  },
  reported: icu('{who}, {time}'),
  wordsGone: 'Le texte n’est pas montré ici.',
  close: icu('La suite donnée : {title}'),
  closings: {
    mended: 'Réparé',
    'no-fault': 'Aucun défaut trouvé',
    duplicate: 'Signalé deux fois',
  },
  report: 'Signaler un problème',
  reportTitle: 'Qu’est-ce qui ne va pas ?',
  what: 'Avec vos mots',
  whatHint: '500 caractères au plus. Ils disparaissent quand vous quittez l’atelier.',
  howBad: 'Est-ce grave ?',
  send: 'Signaler',
  sending: 'Envoi',
  cancel: 'Annuler',
  give: 'Noter un entretien',
  giveTitle: 'Qu’avez-vous fait ?',
  deed: 'Quoi',
  part: 'Pièce',
  wholeMachine: 'Toute la machine',
  minutes: 'Minutes',
  note: 'Un mot à ce sujet (facultatif)',
  save: 'Noter',
  log: 'Carnet',
  deeds: {
    cleaned: 'Nettoyée',
    checked: 'Contrôlée',
    repaired: 'Réparée',
    serviced: 'Révisée',
    replaced: 'Pièce remplacée',
  },
  closed: icu('Problème clos : {what}'),
  lasted: icu('{minutes} min'),
  someone: 'un membre',
  away: 'Ce qu’il lui faut ne peut pas être montré maintenant.',
  mark: { lock: 'Bloquée : dangereuse', flag: 'Utiliser avec soin', over: 'Révision en retard' },
  refusals: {
    'too-many-attempts': {
      title: 'Cela a été tenté trop souvent.',
      detail: 'Attendez un peu ; si quelqu’un est en danger, prévenez un responsable de vive voix.',
    },
    'problem-unknown': {
      title: 'Ce problème n’est plus ouvert.',
      detail: 'Quelqu’un l’a peut-être clos ; rechargez la page.',
    },
    'problems-full': {
      title: 'Cette machine a déjà 64 problèmes ouverts.',
      detail: 'Prévenez un responsable de vive voix ; il faut d’abord en clore.',
    },
    'text-unreadable': {
      title: 'Le texte manque, est trop long ou contient des caractères non imprimables.',
      detail: 'Écrivez 500 caractères au plus.',
    },
    'part-unknown': { title: 'Cette machine n’a plus cette pièce.', detail: 'Rechargez la page.' },
    'part-missing': {
      title: 'Il n’est pas dit quelle pièce a été remplacée.',
      detail: 'Choisissez la pièce.',
    },
  },
};
