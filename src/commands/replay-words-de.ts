// What a replay says in sentences, in German.

import type { ReplayWords } from './replay-words.ts';
import { percentOf, signed } from './signed.ts';

export const replayWordsDe: ReplayWords = {
  groups: {
    everybody: 'Alle',
    'light-half': 'Die Hälfte, die weniger nutzt',
    middle: 'Die Mitte',
    'heavy-tenth': 'Das Zehntel, das am meisten nutzt',
    individuals: 'Leute ohne Team',
    others: 'Andere',
  },
  team: (team) => `Team ${team}`,
  waits: ({ waits, before, after, change, people }, name) => {
    const from = `neun von zehn warten bis zu ${after.waitP90} Minuten statt ${before.waitP90} (${signed(change.waitP90)}), die Hälfte bis zu ${after.waitP50} statt ${before.waitP50}`;
    const who = `${name} (${people} Leute)`;
    if (waits === 'same')
      return `${who}: Die Wartezeit bliebe gleich, neun von zehn warten bis zu ${before.waitP90} Minuten.`;
    return `${who}: Die Wartezeit wäre ${waits === 'less' ? 'kürzer' : 'länger'}, ${from}.`;
  },
  past: ({ isReproduced, turns, sameOrderPercent, offMinutes }) => {
    const order =
      sameOrderPercent === null ? '' : `; ${sameOrderPercent} % der Durchgänge in derselben Reihenfolge`;
    const off =
      offMinutes === null
        ? ''
        : `; die Hälfte der Wartezeiten weicht um ${offMinutes} Minuten oder weniger ab`;
    const found = `Verglichen mit dem, was wirklich geschah (Durchgänge: ${turns})${order}${off}.`;
    return isReproduced
      ? found
      : `DIESE PROBE KOMMT NICHT AUF DIE VERGANGENHEIT: Verlass dich nicht auf das, was folgt. ${found}`;
  },
  notes: {
    'nobody-came': () =>
      'In dieser Zeit kam niemand für eine Maschine dieser Pools. Wähl eine andere Zeit, oder beschreib eine Warteschlange für die Pools, die Leute sich teilen.',
    'too-few': () =>
      'In dieser Zeit kamen weniger als fünf Leute: Über sie wird nichts gesagt. Wähl eine längere Zeit.',
    'groups-merged': () =>
      'Gruppen von weniger als fünf Leuten, und was eine verraten würde, stehen unter „Andere“.',
    'pool-had-no-queue': (pool) =>
      `${pool} hatte keine Warteschlange: Jede Sitzung gilt als jemand, der da kam; wer kam, alles belegt fand und wieder ging, ist nicht bekannt.`,
    'pool-left-out': (pool) =>
      `${pool} hätte keine Warteschlange: Niemand weiß, wer eine Maschine bekäme, also fehlt er.`,
    'bookings-not-replayed': (pool) => `Reservierungen von ${pool} werden nicht nachgespielt.`,
    'care-not-replayed': () => 'Gewichte für Pflegearbeit werden nicht nachgespielt.',
  },
  pool: ({ pool, before, after }) =>
    `${pool}: genutzt ${percentOf(before?.usedPerMille ?? null)} vorher, ${percentOf(after?.usedPerMille ?? null)} nachher; Durchgänge ${before?.turnMinutes ?? '–'} → ${after?.turnMinutes ?? '–'} Minuten; Überholen ${before?.overtakePercent ?? '–'} → ${after?.overtakePercent ?? '–'} %, höchstens ${before?.overtakeMostMinutes ?? '–'} → ${after?.overtakeMostMinutes ?? '–'} Minuten`,
  headings: [
    ...['Gruppe', 'Leute', 'gewollt', 'drangekommen', 'P50', 'P90', 'längste', 'spätester Anfang'],
    'meist überholt',
    'abgewiesen',
  ],
  picture: { title: 'Neun von zehn Wartezeiten, Minuten', before: 'vorher', after: 'nachher' },
  unit: 'Alles in Minuten, außer Leute, gewollt und drangekommen; vorher → nachher (Unterschied).',
};
