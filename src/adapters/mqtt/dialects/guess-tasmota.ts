// Guesses at Tasmota: its Topic and its FullTopic, also a re-ordered one, from the shape of its topics or from its own
// message of discovery; a relay for each POWER that it named, and a reader once it showed a card.

import type { Guess, Guesser, Visitor } from './guess.ts';
import { isTopic } from './guess.ts';
import { type TasmotaEntry, tasmota } from './tasmota.ts';

type Place = Pick<TasmotaEntry, 'topic' | 'fullTopic'>;

const usualFullTopic = '%prefix%/%topic%/';

export const guessTasmota: Guesser = ({ messages }) => {
  const discovered = discoveredIn(messages);
  const place = discovered?.place ?? placeIn(messages);
  if (!place) return [];
  const entry = { ...place, relay: 1 };
  const bases = tasmota.says(entry).map((pattern) => pattern.slice(0, -1));
  const own = messages.filter(({ topic }) => bases.some((base) => topic.startsWith(base)));
  const written = {
    ...{ kind: 'tasmota', topic: place.topic },
    ...(place.fullTopic === usualFullTopic ? {} : { fullTopic: place.fullTopic }),
  };
  const relays = [...new Set([...own.flatMap(relaysIn), ...(discovered?.relays ?? [])])].sort(
    (a, b) => a - b,
  );
  const switches = relays.map((relay): Guess => {
    const because = `It speaks as Tasmota does, and named its relay ${relay}.`;
    return { role: 'switch', entry: { ...written, relay }, because, isHeard: true };
  });
  const isReader = own.some((said) => heardCard(entry, said));
  const because = isReader
    ? 'It speaks as Tasmota does, and showed a card or a key.'
    : 'It speaks as Tasmota does; if a reader is wired to it, hold a card there to see it.';
  return [...switches, { role: 'reader', entry: written, because, isHeard: isReader }];
};

type Message = Visitor['messages'][number];

function heardCard(entry: TasmotaEntry, { topic, text }: Message): boolean {
  const heard = tasmota.hear(entry, { topic, payload: new TextEncoder().encode(text) });
  return heard.some(({ kind }) => kind === 'card' || kind === 'key');
}

const mostRelays = 32;

const toRelay = (number: string): number => (number === '' ? 1 : Number(number));
const isRelay = (relay: number): boolean => Number.isInteger(relay) && relay >= 1 && relay <= mostRelays;

/** From `…/POWER2`, and from the objects that tell of several at once, also where they were cut. */
function relaysIn({ topic, text }: Message): readonly number[] {
  const said = [...text.matchAll(/"POWER([0-9]{0,2})":"(?:ON|OFF)"/g)].map(([, number = '']) => number);
  const named = /\/POWER([0-9]{0,2})$/.exec(topic)?.[1];
  return [...said, ...(named === undefined ? [] : [named])].map(toRelay).filter(isRelay);
}

/** `tasmota/discovery/<MAC>/config`: Topic `t`, FullTopic `ft`, and `rl` with a 1 for each relay. It is long, and may be cut. */
function discoveredIn(messages: readonly Message[]): { place: Place; relays: readonly number[] } | null {
  const said = messages.findLast(({ topic }) => /^tasmota\/discovery\/[0-9A-F]{12}\/config$/.test(topic));
  const topic = /"t":"([^"\\]{1,128})"/.exec(said?.text ?? '')?.[1];
  const fullTopic = /"ft":"([^"\\]{1,128})"/.exec(said?.text ?? '')?.[1];
  if (topic === undefined || fullTopic === undefined || !isPlace({ topic, fullTopic })) return null;
  const listed = /"rl":\[([0-9,]{1,80})\]/.exec(said?.text ?? '')?.[1]?.split(',') ?? [];
  const relays = listed.flatMap((kind, index) => (kind === '1' && isRelay(index + 1) ? [index + 1] : []));
  return { place: { topic, fullTopic }, relays };
}

const isPlace = ({ topic, fullTopic }: Place): boolean =>
  isTopic(topic) &&
  /^[A-Za-z0-9_%/-]{1,128}$/.test(fullTopic) &&
  fullTopic.split('%prefix%').length === 2 &&
  fullTopic.split('%topic%').length === 2;

const habits = {
  tele: /^(?:LWT|STATE|SENSOR|INFO[123]|RESULT|UPTIME|MARGINS|HASS_STATE)$/,
  stat: /^(?:RESULT|POWER[0-9]{0,2}|STATUS[0-9]{0,2})$/,
} as const;

/** The place on which most messages agree: a level may be called `tele` by chance. */
function placeIn(messages: readonly Message[]): Place | null {
  const votes = new Map<string, { place: Place; count: number }>();
  for (const { topic } of messages) {
    const levels = topic.split('/');
    const last = levels.pop() ?? '';
    for (const [index, level] of levels.entries()) {
      if ((level !== 'tele' && level !== 'stat') || !habits[level].test(last)) continue;
      const place = placeAt(levels, index);
      if (!place) continue;
      const key = JSON.stringify(place);
      votes.set(key, { place, count: (votes.get(key)?.count ?? 0) + 1 });
    }
  }
  const [first] = [...votes.values()].sort((a, b) => b.count - a.count);
  return first?.place ?? null;
}

/** Levels that never change may be called a part of the FullTopic or of the Topic; the last one is the usual Topic. */
function placeAt(levels: readonly string[], prefixAt: number): Place | null {
  const before = levels.slice(0, prefixAt);
  const after = levels.slice(prefixAt + 1);
  const own = after.length > 0 ? after : before;
  const fixed = own.slice(0, -1);
  const topic = own.at(-1) ?? '';
  const around =
    after.length > 0 ? [...before, '%prefix%', ...fixed, '%topic%'] : [...fixed, '%topic%', '%prefix%'];
  const likely = { topic, fullTopic: `${around.join('/')}/` };
  if (isPlace(likely)) return likely;
  // Levels that the FullTopic cannot spell stand in the Topic.
  const plain = {
    topic: own.join('/'),
    fullTopic: after.length > 0 ? [...before, '%prefix%', '%topic%', ''].join('/') : '%topic%/%prefix%/',
  };
  return isPlace(plain) ? plain : null;
}
