// Guesses at Shelly of both generations: the relays that they told of, or the first one before they did. For the first
// generation the address counts from which it comes, before the one that it tells: the gateway will send requests there.

import type { Guess, Guesser, Visitor } from './guess.ts';
import { fieldsIn, isHost, isTopic } from './guess.ts';
import { toFields } from './read-said.ts';

const firstTopic =
  /^(shellies\/.+?)\/(?:online|announce|info|temperature|overtemperature|voltage|relay\/([0-3])(?:\/(?:power|energy|overpower_value))?|input\/\d)$/;

export const guessShellyGen1: Guesser = ({ address, messages }) => {
  const found = messages.map((message) => ({ message, match: firstTopic.exec(message.topic) }));
  const prefix = found.findLast(({ match }) => match !== null && isTopic(match[1] ?? ''))?.match?.[1];
  if (prefix === undefined) return [];
  const host = hostOf(address, messages);
  if (host === null) return [];
  const told = found.flatMap(({ match }) => (match?.[1] === prefix && match[2] ? [Number(match[2])] : []));
  return toGuesses(told, (relay) => ({ kind: 'shelly-gen1', prefix, host, relay }));
};

function hostOf(address: string | null, messages: Visitor['messages']): string | null {
  const announced = messages
    .filter(({ topic }) => topic.startsWith('shellies/') && topic.endsWith('/announce'))
    .map(({ text }) => fieldsIn(text)?.get('ip'));
  // IPv4 in the clothes of IPv6.
  const hosts = [address?.replace(/^::ffff:/, ''), ...announced];
  return hosts.find((one): one is string => typeof one === 'string' && isHost(one)) ?? null;
}

const mostChannels = 8;

export const guessShellyGen2: Guesser = ({ messages }) => {
  const prefixes = messages.map(secondPrefix).filter((one) => one !== null && isTopic(one));
  const prefix = prefixes.at(-1);
  if (prefix === undefined || prefix === null || prefix.startsWith('shellies/')) return [];
  const told = messages
    .filter(({ topic }) => topic.startsWith(`${prefix}/`))
    .flatMap(componentsIn)
    .map((name) => /^switch:([0-9])$/.exec(name)?.[1])
    .flatMap((channel) => (channel !== undefined && Number(channel) < mostChannels ? [Number(channel)] : []));
  return toGuesses(told, (channel) => ({ kind: 'shelly-gen2', prefix, channel }));
};

/** `online` alone is told with a word that other firmwares do not use there. */
function secondPrefix({ topic, text }: Visitor['messages'][number]): string | null {
  const [, prefix = '', last] = /^(.+)\/(online|events\/rpc|status\/[a-z0-9]+:[0-9])$/.exec(topic) ?? [];
  if (last === undefined) return null;
  return last !== 'online' || text === 'true' || text === 'false' ? prefix : null;
}

function componentsIn({ topic, text }: Visitor['messages'][number]): readonly string[] {
  const told = toFields(fieldsIn(text)?.get('params'));
  return [topic.slice(topic.lastIndexOf('/') + 1), ...(told?.keys() ?? [])];
}

function toGuesses(told: readonly number[], toEntry: (relay: number) => Guess['entry']): readonly Guess[] {
  const relays = [...new Set(told)].sort((a, b) => a - b);
  const isHeard = relays.length > 0;
  return (isHeard ? relays : [0]).map((relay) => {
    const because = isHeard
      ? `It speaks as a Shelly does, and told of its relay ${relay} (the first one is 0).`
      : 'It speaks as a Shelly does; its relay was not heard yet, and the first one is 0.';
    return { role: 'switch', entry: toEntry(relay), because, isHeard };
  });
}
