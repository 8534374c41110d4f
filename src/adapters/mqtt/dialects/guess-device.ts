// Says what a device may be that nobody has described yet, from what it called itself and said; a person decides. Pure, and
// for any bytes: each guess is an entry that `officina.yaml` takes, and nothing that a device says makes it throw.

import type { Guess, Guesser, Visitor } from './guess.ts';
import { guessEspRfid } from './guess-esp-rfid.ts';
import { guessEsphome } from './guess-esphome.ts';
import { guessNative } from './guess-native.ts';
import { guessShellyGen1, guessShellyGen2 } from './guess-shelly.ts';
import { guessTasmota } from './guess-tasmota.ts';
import { guessZigbee2mqtt } from './guess-zigbee2mqtt.ts';

export type DeviceGuess = Omit<Guess, 'isHeard'>;

/** The more particular its topics, the earlier. */
const guessers: readonly Guesser[] = [
  guessNative,
  guessTasmota,
  guessZigbee2mqtt,
  guessShellyGen1,
  guessEspRfid,
  guessEsphome,
  guessShellyGen2,
];

const most = { guesses: 8, plugs: 64, messages: 64, characters: 256 * 1024, topicCharacters: 512 } as const;

/** At most eight, and of a bridge that listed its plugs 64: first what was heard, then what its kind of device may be besides. */
export function guessDevice(visitor: Visitor): readonly DeviceGuess[] {
  const messages = visitor.messages
    .slice(-most.messages)
    .filter(({ topic, text }) => topic.length <= most.topicCharacters && text.length <= most.characters)
    // What cannot be shown stands there as `\xNN`, which is not what the device calls itself.
    .filter(({ topic }) => !topic.includes('\\'));
  const guesses = guessers.flatMap((guess) => guess({ ...visitor, messages }));
  const ordered = [...guesses.filter(({ isHeard }) => isHeard), ...guesses.filter(({ isHeard }) => !isHeard)];
  const different = new Map(ordered.map((guess) => [JSON.stringify([guess.role, guess.entry]), guess]));
  return [...different.values()]
    .slice(0, visitor.bridge ? most.plugs : most.guesses)
    .map(({ role, entry, because }) => ({ role, entry, because }));
}
