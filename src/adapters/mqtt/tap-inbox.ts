// Takes taps from readers to the gateway. A tap may be acknowledged only once it is durable (`durable`) or once it is
// certain that it will never be one (`dropped`); a tap that could not be recorded is not acknowledged (`withhold`).

import { type AnswerMessage, TapMessage, tapPattern } from '../../contract/device-messages.ts';
import type { Tap } from '../../gateway/gateway.ts';
import { JournalFault, type Log, type TapAnswer, type Texts } from '../../gateway/ports.ts';
import type { NativeDevice } from './credentials.ts';
import { readPayload } from './read-payload.ts';
import type { Refusals } from './refusals.ts';

export type TapInboxOptions = {
  readonly tap: (tap: Tap) => Promise<TapAnswer>;
  /** Best effort: a reader that has gone hears nothing. */
  readonly answer: (reader: string, answer: AnswerMessage) => Promise<void>;
  readonly texts: Texts;
  readonly log: Log;
  readonly refusals: Refusals;
  /** Taps of one reader that may wait for the journal at the same time. */
  readonly inFlight: number;
};

export type TapOutcome = 'durable' | 'dropped' | 'withhold';

export type TapInbox = {
  /** What a native reader sent. */
  receive(reader: Pick<NativeDevice, 'id' | 'spelling'>, payload: Uint8Array): Promise<TapOutcome>;
  /** A tap that was read from whatever a reader said. */
  take(tap: Tap, client: string): Promise<TapOutcome>;
};

const maxTapBytes = 1024;

export function createTapInbox(options: TapInboxOptions): TapInbox {
  // Bounded by the readers that are described; a reader leaves when nothing of it waits.
  const waiting = new Map<string, number>();
  const refuse = async (reader: string, tap: string, code: string): Promise<void> => {
    try {
      await options.answer(reader, refusal(tap, code, options.texts));
    } catch {
      // The reader has gone, so nobody waits for this answer; the refusal itself was counted.
    }
  };

  const take: TapInbox['take'] = async (tap, client) => {
    const { reader } = tap;
    const before = waiting.get(reader) ?? 0;
    if (before >= options.inFlight) {
      options.refusals.refuse('taps-in-flight', { client });
      await refuse(reader, tap.tap, 'journal-behind');
      return 'dropped';
    }
    waiting.set(reader, before + 1);
    try {
      await options.tap(tap);
      return 'durable';
    } catch (cause) {
      options.refusals.refuse('tap-not-recorded', { client });
      const code = cause instanceof JournalFault ? cause.code : 'journal-broken';
      if (!(cause instanceof JournalFault))
        options.log.error({ client, err: cause }, 'A tap failed; see the cause');
      await refuse(reader, tap.tap, code);
      return 'withhold';
    } finally {
      const left = (waiting.get(reader) ?? 1) - 1;
      if (left > 0) waiting.set(reader, left);
      else waiting.delete(reader);
    }
  };

  return {
    take,
    async receive({ id: reader, spelling = null }, payload) {
      const client = `reader-${reader}`;
      const message = readPayload(TapMessage, payload, { maxBytes: maxTapBytes });
      if (!message.ok) {
        options.refusals.refuse(message.reason, { client });
        const tap = tapIdOf(message.json);
        if (tap !== null) await refuse(reader, tap, 'tap-invalid');
        return 'dropped';
      }
      const { badge, tap, machine = null, pin = null } = message.value;
      return take({ reader, badge, spelling, tap, machine, pin, ...wishesOf(message.value) }, client);
    },
  };
}

/** Nothing where the member asks for nothing beside. */
function wishesOf(said: TapMessage): Pick<Tap, 'wishes'> {
  const { hand_over: handOver = false, cost_code: costCode = null, ceiling_minor: ceiling = null } = said;
  if (!handOver && costCode === null && ceiling === null) return {};
  return { wishes: { handOver, costCode, ceilingMinor: ceiling === null ? null : String(ceiling) } };
}

function refusal(tap: string, code: string, texts: Texts): AnswerMessage {
  return { tap, outcome: 'refused', code, text: texts.say(code, {}), machine: null, session: null };
}

/** The id of a tap whose message is otherwise wrong, so that the person at the reader still gets an answer. */
function tapIdOf(json: unknown): string | null {
  const tap = typeof json === 'object' && json !== null && 'tap' in json ? json.tap : null;
  return typeof tap === 'string' && tapPattern.test(tap) ? tap : null;
}
