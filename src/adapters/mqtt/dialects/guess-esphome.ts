// Guesses at ESPHome boards: a relay for each switch that told its state, with the sensors for watts and kilowatt-hours
// where there is one of each, and a reader once a card came by the snippet.

import { esphome } from './esphome.ts';
import type { Guess, Guesser, Visitor } from './guess.ts';
import { isObjectId, isTopic } from './guess.ts';

export const guessEsphome: Guesser = ({ messages }) => {
  const prefix = messages.map(prefixOf).findLast((one) => one !== null && isTopic(one));
  if (prefix === undefined || prefix === null) return [];
  const own = messages.filter(({ topic }) => topic.startsWith(`${prefix}/`));
  const relays = objectsIn(own, { prefix, component: 'switch' });
  const sensors = objectsIn(own, { prefix, component: 'sensor' });
  const power = only(sensors.filter((name) => /power|watt/i.test(name)));
  const energy = only(sensors.filter((name) => /energy/i.test(name)));
  const measured = relays.length === 1 ? { ...(power && { power }), ...(energy && { energy }) } : {};
  const switches = relays.map((relay): Guess => {
    const because =
      'It speaks as ESPHome does, and told the state of this switch; it needs the snippet for the lease.';
    return { role: 'switch', entry: { kind: 'esphome', prefix, relay, ...measured }, because, isHeard: true };
  });
  const isReader = own.some(({ topic, text }) => {
    const said = { topic, payload: new TextEncoder().encode(text) };
    const heard = esphome.hear({ prefix, relay: null, power: null, energy: null }, said);
    return topic === `${prefix}/tag` && heard.some(({ kind }) => kind === 'card');
  });
  const because = isReader
    ? 'It speaks as ESPHome does, and showed a card.'
    : 'It speaks as ESPHome does; if it has a reader, paste the snippet and hold a card there to see it.';
  return [...switches, { role: 'reader', entry: { kind: 'esphome', prefix }, because, isHeard: isReader }];
};

const components = 'switch|sensor|binary_sensor|text_sensor|light|button|number|select';

/** `<prefix>/status` alone says little, but the words are those of ESPHome. */
function prefixOf({ topic, text }: Visitor['messages'][number]): string | null {
  const byState = new RegExp(`^(.+)/(?:${components})/[A-Za-z0-9_-]{1,64}/state$`).exec(topic)?.[1];
  if (byState !== undefined) return byState;
  const byStatus = /^(.+)\/status$/.exec(topic)?.[1];
  return byStatus !== undefined && (text === 'online' || text === 'offline') ? byStatus : null;
}

function objectsIn(
  messages: Visitor['messages'],
  { prefix, component }: { prefix: string; component: string },
): readonly string[] {
  const before = `${prefix}/${component}/`;
  const names = messages
    .filter(({ topic }) => topic.startsWith(before) && topic.endsWith('/state'))
    .map(({ topic }) => topic.slice(before.length, -'/state'.length));
  return [...new Set(names)].filter(isObjectId);
}

const only = (names: readonly string[]): string | null => (names.length === 1 ? (names[0] ?? null) : null);
