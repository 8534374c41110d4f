// Guesses at esp-rfid boxes: the second generation by what it adds to its topic, the first by the words in its messages.

import type { Guess, Guesser } from './guess.ts';
import { fieldsIn, isTopic } from './guess.ts';

type Box = {
  readonly topic: string;
  readonly generation: 1 | 2;
  readonly hostname: string | null;
  readonly hasCard: boolean;
};

export const guessEspRfid: Guesser = ({ messages }) => {
  const boxes = messages.map(boxOf).filter((box) => box !== null && isTopic(box.topic));
  const last = boxes.at(-1);
  if (!last) return [];
  const { topic, generation } = boxes.findLast((box) => box?.generation === 2) ?? last;
  const own = boxes.filter((box) => box?.topic === topic);
  const hostname = own.findLast((box) => box?.hostname)?.hostname ?? null;
  const isHeard = own.some((box) => box?.hasCard);
  const entry = { kind: 'esp-rfid', topic, generation, ...(hostname === null ? {} : { hostname }) };
  const because = `It speaks as esp-rfid of generation ${generation} does${isHeard ? ', and showed a card.' : '.'}`;
  return [{ role: 'reader', entry, because, isHeard: true } satisfies Guess];
};

const types = ['boot', 'heartbeat', 'access'];

function boxOf({ topic, text }: { topic: string; text: string }): Box | null {
  const [, before = '', last] = /^(.+)\/(send|tag|avty)$/.exec(topic) ?? [];
  const fields = fieldsIn(text);
  if (last === 'avty') {
    const isThere = text === 'online' || text === 'offline';
    return isThere ? { topic: before, generation: 2, hostname: null, hasCard: false } : null;
  }
  if (!fields) return null;
  const said = fields.get('hostname');
  const hostname = typeof said === 'string' && /^[!-"%-*,-~]{1,128}$/.test(said) ? said : null;
  const hasCard = typeof fields.get('uid') === 'string';
  // ESPHome boards tell a card on `tag`, too, and nothing about whose it is.
  if (last === 'tag')
    return hasCard && fields.has('username') ? { topic: before, generation: 2, hostname, hasCard } : null;
  if (!types.includes(String(fields.get('type')))) return null;
  return last === 'send'
    ? { topic: before, generation: 2, hostname, hasCard }
    : { topic, generation: 1, hostname, hasCard };
}
