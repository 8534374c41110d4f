// esp-rfid, both generations: the first publishes on one topic only, the second on `/send` and, for Home Assistant, on
// `/tag` and `/avty`. Several boxes may share one topic: the host name tells them apart. Source: its README-MQTT.

import type { Dialect, Heard, ListWords } from './dialect.ts';
import { type Fields, fieldsOf, textOf, wordOf } from './read-said.ts';

export type EspRfidEntry = {
  readonly topic: string;
  readonly generation: 1 | 2;
  /** Where several boxes share a topic; null when it is the only one. */
  readonly hostname: string | null;
  /** Whether it is to keep a list of badges for the time when we are away. */
  readonly allowList: boolean;
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
  list: (entry) => (entry.allowList && entry.generation === 2 ? listWords(entry) : null),
};

function said(entry: EspRfidEntry, fields: Fields): readonly Heard[] {
  if (fields.get('command') === 'userfile') return entry.allowList ? held(fields) : [{ kind: 'ignored' }];
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
    case 'adduser':
      return [{ kind: 'done', what: 'allow' }];
    case 'deletuid':
      return [{ kind: 'done', what: 'disallow' }];
    default:
      // Lines of its log, and answers to other commands.
      return [{ kind: 'ignored' }];
  }
}

/** What the box itself thinks of the card does not matter here: the gateway decides. */
function card({ generation }: EspRfidEntry, fields: Fields): readonly Heard[] {
  const text = wordOf(fields.get('uid'));
  if (text === undefined) return [{ kind: 'broken', code: 'payload-shape' }];
  return [{ kind: 'card', text, spelling: generation === 1 ? 'hex-unpadded' : 'hex' }];
}

/**
 * A row of `getuserlist`, one message each. An account that is not simply open until then is told as one that has ended, so
 * that it is put right or removed.
 */
function held(fields: Fields): readonly Heard[] {
  const uid = wordOf(fields.get('uid'));
  if (uid === undefined) return [{ kind: 'broken', code: 'payload-shape' }];
  const number = (name: string): number => Number(fields.get(name) ?? 0);
  const isPlain = number('acctype') === 1 && number('validsince') === 0;
  const untilS = isPlain ? number('validuntil') : 0;
  return [
    {
      kind: 'held',
      uid,
      user: wordOf(fields.get('user')) ?? '',
      untilS: Number.isFinite(untilS) ? untilS : 0,
    },
  ];
}

/** One message each, far below the 2048 bytes of its buffer. The word `deletuid` is really spelt so. */
const listWords = ({ topic }: EspRfidEntry): ListWords => {
  const toBox = (command: object) =>
    ({ kind: 'publish', topic: `${topic}/cmd`, payload: JSON.stringify(command) }) as const;
  return {
    topic: `${topic}/cmd`,
    ask: (doorip) => toBox({ cmd: 'getuserlist', doorip }),
    allow: (doorip, { uid, user, untilS: validuntil }) =>
      toBox({ cmd: 'adduser', doorip, uid, user, acctype: 1, validsince: 0, validuntil }),
    disallow: (doorip, uid) => toBox({ cmd: 'deletuid', doorip, uid }),
  };
};
