// French for what waits at the desk today, and for the list of machines by what they need.

import { icuIn } from '../icu.ts';

const icu = icuIn('fr');

export const today = {
  title: 'Aujourd’hui',
  notYours:
    'Aujourd’hui est pour ceux qui veillent sur l’atelier : responsables, formateurs et trésoriers. Demandez à un responsable.',
  nothing: icu<{ count: number }>(
    '{count, plural, one {Rien ne vous attend. # machine donne signe de vie.} many {Rien ne vous attend. # machines donnent signe de vie.} other {Rien ne vous attend. # machines donnent signe de vie.}}',
  ),
  alarms: 'Alarmes à traiter',
  kinds: {
    'problem-open': 'Problèmes signalés',
    'device-silent': 'Appareils muets',
    'dispute-open': 'Contestations ouvertes',
    'newcomer-waits': 'Nouveaux appareils qui attendent',
    'service-due': 'Révision à faire',
    'certificate-ends': 'Certificats qui finissent',
    'membership-ends': 'Adhésions à revoir',
    'month-open': 'Mois à clore',
    'invoice-due': 'Factures échues',
  } as Readonly<Record<string, string>>,
  acts: {
    'problem-open': 'Voir',
    'device-silent': 'Regarder',
    'dispute-open': 'Répondre',
    'newcomer-waits': 'Dire ce que c’est',
    'service-due': 'Révisée',
    'certificate-ends': 'Renouveler',
    'membership-ends': 'Ouvrir',
    'month-open': 'Vers les comptes',
    'invoice-due': 'Vers les comptes',
  } as Readonly<Record<string, string>>,
  actOn: icu<{ act: string; name: string }>('{act} : {name}'),
  since: icu<{ time: string }>('depuis {time}'),
  until: icu<{ day: string }>('jusqu’au {day}'),
  ended: icu<{ day: string }>('fini le {day}'),
  never: 'pas entendu depuis le démarrage',
  more: icu<{ count: number }>(
    '{count, plural, one {# autre n’est pas dans la liste.} many {# autres ne sont pas dans la liste.} other {# autres ne sont pas dans la liste.}}',
  ),
  problems: icu<{ count: number }>(
    '{count, plural, one {# problème} many {# problèmes} other {# problèmes}}',
  ),
  care: {
    title: 'Entretien',
    notYours:
      'L’entretien est pour les responsables. Tout membre peut noter sur la page d’une machine ce qu’il a nettoyé.',
    machine: 'Machine',
    due: 'Révision',
    left: 'Reste',
    problems: 'Problèmes',
    cared: 'Dernier entretien',
    nobody: 'personne encore',
    by: icu<{ who: string; time: string }>('{who}, {time}'),
    all: 'Toutes',
    pressing: 'Ce qui demande un coup de main',
    none: 'Aucune machine ne demande un coup de main.',
    noPlan: 'sans plan',
  },
};
