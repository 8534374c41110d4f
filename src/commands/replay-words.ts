// What a replay says in sentences, one per group, and what the reader must know of the report: in English and Italian; other
// languages have files of their own.

import { clip } from '../config/read-yaml.ts';
import type { ReplayReport } from '../contract/replay.ts';
import { replayWordsDe } from './replay-words-de.ts';
import { replayWordsEs } from './replay-words-es.ts';
import { replayWordsFr } from './replay-words-fr.ts';
import { replayWordsRo } from './replay-words-ro.ts';
import { percentOf, signed } from './signed.ts';

type Group = ReplayReport['groups'][number];
type Note = ReplayReport['notes'][number];
type NoteCode = Note['code'];

export type ReplayWords = {
  readonly groups: Readonly<Record<Exclude<Group['group'], 'team'>, string>>;
  readonly team: (team: string) => string;
  readonly waits: (group: Group, name: string) => string;
  readonly past: (past: ReplayReport['past']) => string;
  readonly notes: Readonly<Record<NoteCode, (pool: string) => string>>;
  readonly pool: (pool: ReplayReport['pools'][number]) => string;
  readonly headings: readonly string[];
  readonly picture: { readonly title: string; readonly before: string; readonly after: string };
  readonly unit: string;
};

const en: ReplayWords = {
  groups: {
    everybody: 'Everybody',
    'light-half': 'The lighter half',
    middle: 'The middle',
    'heavy-tenth': 'The heaviest tenth',
    individuals: 'People without a team',
    others: 'Others',
  },
  team: (team) => `Team ${team}`,
  waits: ({ waits, before, after, change, people }, name) => {
    const from = `nine of ten waits within ${after.waitP90} minutes instead of ${before.waitP90} (${signed(change.waitP90)}), half within ${after.waitP50} instead of ${before.waitP50}`;
    const who = `${name} (${people} people)`;
    if (waits === 'same')
      return `${who} would wait as before: nine of ten waits within ${before.waitP90} minutes.`;
    return `${who} would wait ${waits}: ${from}.`;
  },
  past: ({ isReproduced, turns, sameOrderPercent, offMinutes }) => {
    const order = sameOrderPercent === null ? '' : `; ${sameOrderPercent} % of turns in the same order`;
    const off = offMinutes === null ? '' : `; half of the waits are off by ${offMinutes} minutes or less`;
    const found = `Beside what really happened (${turns} turns)${order}${off}.`;
    return isReproduced
      ? found
      : `THIS REPLAY DOES NOT COME TO THE PAST: do not trust what follows. ${found}`;
  },
  notes: {
    'nobody-came': () =>
      'Nobody came for a machine of these pools in this time. Choose another time, or describe a queue for the pools that people share.',
    'too-few': () =>
      'Fewer than five people came in this time: nothing is told of them. Choose a longer time.',
    'groups-merged': () =>
      'Groups of fewer than five people, and what would give one away, are told as others.',
    'pool-had-no-queue': (pool) =>
      `${pool} had no queue: every session is taken as somebody who came then; who came, found it taken and left is not known.`,
    'pool-left-out': (pool) =>
      `${pool} would have no queue: nobody knows who would get a machine, so it is left out.`,
    'bookings-not-replayed': (pool) => `Bookings of ${pool} are not replayed.`,
    'care-not-replayed': () => 'Weights for care work are not replayed.',
  },
  pool: ({ pool, before, after }) =>
    `${pool}: used ${percentOf(before?.usedPerMille ?? null)} before, ${percentOf(after?.usedPerMille ?? null)} after; turns ${before?.turnMinutes ?? '–'} → ${after?.turnMinutes ?? '–'} minutes; overtaking ${before?.overtakePercent ?? '–'} → ${after?.overtakePercent ?? '–'} %, at most ${before?.overtakeMostMinutes ?? '–'} → ${after?.overtakeMostMinutes ?? '–'} minutes`,
  headings: [
    ...['group', 'people', 'asked', 'served', 'P50', 'P90', 'longest', 'latest start', 'overtaken most'],
    'turned away',
  ],
  picture: { title: 'Nine of ten waits, minutes', before: 'before', after: 'after' },
  unit: 'All in minutes but people, asked and served; before → after (difference).',
};

const it: ReplayWords = {
  groups: {
    everybody: 'Tutti',
    'light-half': 'La metà che usa meno',
    middle: 'La fascia di mezzo',
    'heavy-tenth': 'Il decimo che usa di più',
    individuals: 'Chi è senza gruppo',
    others: 'Altri',
  },
  team: (team) => `Gruppo ${team}`,
  waits: ({ waits, before, after, change, people }, name) => {
    const from = `nove attese su dieci entro ${after.waitP90} minuti invece di ${before.waitP90} (${signed(change.waitP90)}), metà entro ${after.waitP50} invece di ${before.waitP50}`;
    const who = `${name} (${people} persone)`;
    if (waits === 'same')
      return `${who}: l’attesa resta uguale, nove su dieci entro ${before.waitP90} minuti.`;
    return `${who}: l’attesa ${waits === 'less' ? 'diminuisce' : 'aumenta'}, ${from}.`;
  },
  past: ({ isReproduced, turns, sameOrderPercent, offMinutes }) => {
    const order = sameOrderPercent === null ? '' : `; ${sameOrderPercent} % dei turni nello stesso ordine`;
    const off = offMinutes === null ? '' : `; metà delle attese differisce di ${offMinutes} minuti o meno`;
    const found = `A confronto con ciò che è successo davvero (${turns} turni)${order}${off}.`;
    return isReproduced
      ? found
      : `QUESTA SIMULAZIONE NON RIPRODUCE IL PASSATO: non fidarti di ciò che segue. ${found}`;
  },
  notes: {
    'nobody-came': () =>
      'Nessuno ha usato le macchine di questi gruppi in questo periodo. Scegli un altro periodo, o descrivi una coda per le macchine condivise.',
    'too-few': () =>
      'Meno di cinque persone in questo periodo: non se ne dice nulla. Scegli un periodo più lungo.',
    'groups-merged': () =>
      'I gruppi con meno di cinque persone, e quelli che ne svelerebbero uno, sono riuniti in «altri».',
    'pool-had-no-queue': (pool) =>
      `${pool} non aveva una coda: ogni sessione vale come un arrivo; chi ha trovato occupato e se n’è andato non si conosce.`,
    'pool-left-out': (pool) =>
      `${pool} non avrebbe una coda: non si sa chi avrebbe la macchina, quindi è escluso.`,
    'bookings-not-replayed': (pool) => `Le prenotazioni di ${pool} non sono simulate.`,
    'care-not-replayed': () => 'I pesi per la cura delle macchine non sono simulati.',
  },
  pool: ({ pool, before, after }) =>
    `${pool}: uso ${percentOf(before?.usedPerMille ?? null)} prima, ${percentOf(after?.usedPerMille ?? null)} dopo; turni ${before?.turnMinutes ?? '–'} → ${after?.turnMinutes ?? '–'} minuti; sorpasso ${before?.overtakePercent ?? '–'} → ${after?.overtakePercent ?? '–'} %, al massimo ${before?.overtakeMostMinutes ?? '–'} → ${after?.overtakeMostMinutes ?? '–'} minuti`,
  headings: [
    ...[
      'gruppo',
      'persone',
      'chiesti',
      'serviti',
      'P50',
      'P90',
      'massima',
      'inizio promesso',
      'sorpasso massimo',
    ],
    'mancati',
  ],
  picture: { title: 'Nove attese su dieci, minuti', before: 'prima', after: 'dopo' },
  unit: 'Tutto in minuti, salvo persone, chiesti e serviti; prima → dopo (differenza).',
};

const tables: ReadonlyMap<string, ReplayWords> = new Map([
  ['it', it],
  ['es', replayWordsEs],
  ['ro', replayWordsRo],
  ['de', replayWordsDe],
  ['fr', replayWordsFr],
]);

/** The words for a BCP 47 locale such as `it-CH`; English where we have no other. */
export const replayWords = (locale: string): ReplayWords => tables.get(locale.split('-')[0] ?? '') ?? en;

export const groupName = (words: ReplayWords, { group, team }: Group): string =>
  group === 'team' ? words.team(clip(team ?? '', 40)) : words.groups[group];

export const difference = signed;
