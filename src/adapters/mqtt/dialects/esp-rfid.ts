// esp-rfid, both generations: the first publishes on one topic only, the second on `/send` and, for Home Assistant, on
// `/tag` and `/avty`. Several boxes may share one topic: the host name tells them apart. Source: its README-MQTT.

import type { Dialect, Heard } from './dialect.ts';
import { type Fields, fieldsOf, textOf, wordOf } from './read-said.ts';

export type EspRfidEntry = {
  readonly topic: string;
  readonly generation: 1 | 2;
  /** Where several boxes share a topic; null when it is the only one. */
  readonly hostname: string | null;
};

export const espRfid: Dialect<EspRfidEntry> = {
  says: ({ topic, generation }) =>
    generation === 1 ? [topic] : [`${topic}/send`, `${topic}/tag`, `${topic}/avty`, `${topic}/io/+`],
  // Whoever may publish there opens the door, so nobody but the gateway does.
  hears: ({ topic, generation }) => (generation === 1 ? [] : [`${topic}/cmd`]),
  hear(entry, { topic, payload }) {
    if (topic === `${entry.topic}/avty`) return [{ kind: 'there', there: textOf(payload) === 'online' }];
    if (topic.startsWith(`${entry.topic}/io/`)) return [{ kind: 'ignored' }];
    const fields = fieldsOf(payload);
    if (!fields) return [{ kind: 'broken', code: 'payload-json' }];
    const host = fields.get('hostname');
    if (entry.hostname !== null && host !== undefined && host !== entry.hostname)
      return [{ kind: 'ignored' }];
    if (topic === `${entry.topic}/tag`) return card(entry, fields);
    return said(entry, fields);
  },
};

function said(entry: EspRfidEntry, fields: Fields): readonly Heard[] {
  switch (fields.get('type')) {
    case 'boot':
    case 'heartbeat': {
      const address = wordOf(fields.get('ip')) ?? wordOf(fields.get('Local IP'));
      return [
        { kind: 'there', there: true },
        ...(address === undefined ? [] : [{ kind: 'facts' as const, address }]),
      ];
    }
    case 'access':
      return card(entry, fields);
    default:
      // Lines of its log, and answers to commands.
      return [{ kind: 'ignored' }];
  }
}

/** What the box itself thinks of the card does not matter here: the gateway decides. */
function card({ generation }: EspRfidEntry, fields: Fields): readonly Heard[] {
  const text = wordOf(fields.get('uid'));
  if (text === undefined) return [{ kind: 'broken', code: 'payload-shape' }];
  return [{ kind: 'card', text, spelling: generation === 1 ? 'hex-unpadded' : 'hex' }];
}

/** A member as the box keeps one for the time when the gateway is away; it takes one a message, below 2048 bytes. */
export type Allowed = {
  readonly uid: string;
  /** Shown in the log of the box: a key, never a name. */
  readonly member: string;
  readonly untilMs: number;
};

/** @param address of the box, which it compares with its own */
export function allow(entry: EspRfidEntry, address: string, { uid, member, untilMs }: Allowed) {
  const validuntil = Math.floor(untilMs / 1000);
  return toBox(entry, {
    cmd: 'adduser',
    doorip: address,
    uid,
    user: member,
    acctype: 1,
    validsince: 0,
    validuntil,
  });
}

/** The word is really spelt so. */
export const disallow = (entry: EspRfidEntry, address: string, uid: string) =>
  toBox(entry, { cmd: 'deletuid', doorip: address, uid });

export const askAllowed = (entry: EspRfidEntry, address: string) =>
  toBox(entry, { cmd: 'getuserlist', doorip: address });

const toBox = ({ topic }: EspRfidEntry, command: object) =>
  ({ kind: 'publish', topic: `${topic}/cmd`, payload: JSON.stringify(command) }) as const;
