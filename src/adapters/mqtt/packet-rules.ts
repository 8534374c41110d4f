// What every later packet must look like before the broker library sees it (MQTT 3.1.1, chapter 3). Strict on purpose:
// the library lets through what this refuses, and a device that breaks the protocol is better closed than guessed at.

import type { Frame } from './packet-framer.ts';
import { decodeText, type PacketReader, readPacket } from './packet-reader.ts';
import type { RefusalReason } from './refusals.ts';
import { isFilter, isPlainTopic, isTopic } from './topic-rules.ts';

/** The most filters in one packet, and the most subscriptions of one device. */
export const maxSubscriptions = 50;

export const pubackType = 4;

type PacketLimits = {
  /** The most filters in one packet. */
  readonly subscriptions: number;
};

type Rule = (frame: Frame, limits: PacketLimits) => RefusalReason | null;

/** Null when the packet may go on. */
export function checkPacket(frame: Frame, limits: PacketLimits): RefusalReason | null {
  return (rules.get(frame.type) ?? unexpected)(frame, limits);
}

const unexpected: Rule = () => 'packet-unexpected';

const publish: Rule = ({ flags, body }) => {
  const qos = (flags >> 1) & 3;
  const dup = (flags & 8) !== 0;
  if (qos === 3 || (dup && qos === 0)) return 'packet-malformed';
  const fields = readPacket(body);
  const topic = fields.bytes();
  if (!topic) return 'packet-malformed';
  if (qos > 0 && !fields.number()) return 'packet-malformed';
  if (isPlainTopic(topic)) return null;
  const text = decodeText(topic);
  return text !== undefined && isTopic(text) ? null : 'topic-malformed';
};

/** PUBACK, PUBREC and PUBCOMP with flags 0; PUBREL with flags 2. */
const confirmation = (flags: number): Rule => {
  return (frame) =>
    frame.flags === flags && frame.body.length === 2 && readPacket(frame.body).number()
      ? null
      : 'packet-malformed';
};

const subscribe = filters((fields) => (fields.byte() ?? 3) <= 2);
const unsubscribe = filters(() => true);

const empty: Rule = ({ flags, body }) => (flags === 0 && body.length === 0 ? null : 'packet-malformed');

const rules: ReadonlyMap<number, Rule> = new Map([
  [3, publish],
  [pubackType, confirmation(0)],
  [5, confirmation(0)],
  [6, confirmation(2)],
  [7, confirmation(0)],
  [8, subscribe],
  [10, unsubscribe],
  [12, empty],
  [14, empty],
]);

/** A list of at least one filter, each followed by what `after` accepts. */
function filters(after: (fields: PacketReader) => boolean): Rule {
  return ({ flags, body }, { subscriptions }) => {
    const fields = readPacket(body);
    if (flags !== 2 || !fields.number() || fields.left() === 0) return 'packet-malformed';
    for (let count = 0; fields.left() > 0; count++) {
      if (count === subscriptions) return 'subscriptions-full';
      const filter = fields.bytes();
      if (!filter || !after(fields)) return 'packet-malformed';
      const text = decodeText(filter);
      if (text === undefined || !isFilter(text)) return 'topic-malformed';
    }
    return null;
  };
}
