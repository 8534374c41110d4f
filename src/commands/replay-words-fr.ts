// What a replay says in sentences, in French.

import type { ReplayWords } from './replay-words.ts';
import { percentOf, signed } from './signed.ts';

export const replayWordsFr: ReplayWords = {
  groups: {
    everybody: 'Tout le monde',
    'light-half': 'La moitié qui utilise le moins',
    middle: 'Le milieu',
    'heavy-tenth': 'Le dixième qui utilise le plus',
    individuals: 'Personnes sans équipe',
    others: 'Autres',
  },
  team: (team) => `Équipe ${team}`,
  waits: ({ waits, before, after, change, people }, name) => {
    const from = `neuf attentes sur dix en ${after.waitP90} minutes au lieu de ${before.waitP90} (${signed(change.waitP90)}), la moitié en ${after.waitP50} au lieu de ${before.waitP50}`;
    const who = `${name} (${people} personnes)`;
    if (waits === 'same')
      return `${who} : l’attente resterait la même, neuf sur dix en ${before.waitP90} minutes.`;
    return `${who} : l’attente serait plus ${waits === 'less' ? 'courte' : 'longue'}, ${from}.`;
  },
  past: ({ isReproduced, turns, sameOrderPercent, offMinutes }) => {
    const order = sameOrderPercent === null ? '' : ` ; ${sameOrderPercent} % des tours dans le même ordre`;
    const off =
      offMinutes === null ? '' : ` ; la moitié des attentes diffèrent de ${offMinutes} minutes ou moins`;
    const found = `À côté de ce qui s’est vraiment passé (tours : ${turns})${order}${off}.`;
    return isReproduced
      ? found
      : `CET ESSAI NE RETROUVE PAS LE PASSÉ : ne vous fiez pas à ce qui suit. ${found}`;
  },
  notes: {
    'nobody-came': () =>
      'Personne n’est venu pour une machine de ces groupes pendant cette période. Choisissez-en une autre, ou décrivez une file pour les groupes que l’on se partage.',
    'too-few': () =>
      'Moins de cinq personnes sont venues pendant cette période : rien n’en est dit. Choisissez-en une plus longue.',
    'groups-merged': () =>
      'Les groupes de moins de cinq personnes, et ce qui en trahirait un, sont réunis sous « Autres ».',
    'pool-had-no-queue': (pool) =>
      `${pool} n’avait pas de file : chaque session compte comme une arrivée à ce moment ; on ne sait pas qui est venu, l’a trouvé occupé et est reparti.`,
    'pool-left-out': (pool) =>
      `${pool} n’aurait pas de file : on ne sait pas qui aurait une machine, il reste donc de côté.`,
    'bookings-not-replayed': (pool) => `Les réservations de ${pool} ne sont pas rejouées.`,
    'care-not-replayed': () => 'Les poids dus à l’entretien ne sont pas rejoués.',
  },
  pool: ({ pool, before, after }) =>
    `${pool} : utilisé ${percentOf(before?.usedPerMille ?? null)} avant, ${percentOf(after?.usedPerMille ?? null)} après ; tours ${before?.turnMinutes ?? '–'} → ${after?.turnMinutes ?? '–'} minutes ; dépassement ${before?.overtakePercent ?? '–'} → ${after?.overtakePercent ?? '–'} %, au plus ${before?.overtakeMostMinutes ?? '–'} → ${after?.overtakeMostMinutes ?? '–'} minutes`,
  headings: [
    ...['groupe', 'personnes', 'demandés', 'servis', 'P50', 'P90', 'maximum', 'début au plus tard'],
    'dépassement maximal',
    'repartis',
  ],
  picture: { title: 'Neuf attentes sur dix, minutes', before: 'avant', after: 'après' },
  unit: 'Tout en minutes, sauf personnes, demandés et servis ; avant → après (différence).',
};
