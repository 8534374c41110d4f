// A simulated badge reader that keeps the contract: taps at QoS 1 numbered `<boot>:<counter>`, sent again under the same
// number until they are acknowledged or answered, and given up when the person must have gone.

import { Check } from 'typebox/schema';
import { AnswerMessage, type TapMessage } from '../../contract/device-messages.ts';
import { type NativeOptions, openNativeLink, realTime } from './native-link.ts';

export type SimulatedReader = {
  /** Resolves when the reader is connected and hears its answers. */
  ready(): Promise<void>;
  /** Resolves with the answer; rejects when none comes in time. */
  tap(badge: string, machine?: string): Promise<AnswerMessage>;
  /** Sends a tap as given and waits for its acknowledgement only, for redeliveries and mistakes. */
  sendTap(message: TapMessage): Promise<void>;
  /** Every answer, also late ones; returns how to stop. */
  onAnswer(listener: (answer: AnswerMessage) => void): () => void;
  close(): Promise<void>;
  vanish(): void;
};

export type ReaderOptions = NativeOptions & {
  readonly reader: string;
  /** Names this boot; by chance when absent. */
  readonly boot?: string;
  /** How long a person waits for an answer, milliseconds. */
  readonly patienceMs?: number;
};

/** Taps that may wait for an answer; a person who taps more is told so. */
const maxWaiting = 16;

export function simulateReader(options: ReaderOptions): SimulatedReader {
  const { reader, boot = crypto.randomUUID().slice(0, 8), patienceMs = 10_000, time = realTime } = options;
  const link = openNativeLink(`reader-${reader}`, options);
  const { client } = link;
  const topic = `officina/v1/reader/${reader}`;
  const listeners = new Set<(answer: AnswerMessage) => void>();
  let waiting = 0;
  let counter = 0;
  const subscribed = Promise.withResolvers<void>();

  client.on('connect', () => {
    client.subscribe(`${topic}/answer`, { qos: 1 }, (fault) => {
      if (!fault) subscribed.resolve();
    });
  });
  client.on('message', (_topic, payload) => {
    const answer = readAnswer(payload);
    if (answer) for (const listener of [...listeners]) listener(answer);
  });

  /** The MQTT client itself sends again what was not acknowledged; the returned function makes it forget. */
  const publish = (message: TapMessage, done: () => void = () => {}): (() => void) => {
    client.publish(`${topic}/tap`, JSON.stringify(message), { qos: 1 }, done);
    const packetId = client.getLastMessageId();
    return () => client.removeOutgoingMessage(packetId);
  };

  const onAnswer = (listener: (answer: AnswerMessage) => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };

  return {
    ready: () => subscribed.promise,
    onAnswer,
    tap(badge, machine) {
      if (waiting >= maxWaiting)
        throw new Error(`reader ${reader} waits for too many answers; try again later`);
      const tap = `${boot}:${++counter}`;
      const { promise, resolve, reject } = Promise.withResolvers<AnswerMessage>();
      const settle = (): void => {
        waiting--;
        stop();
        giveUp();
        forget();
      };
      waiting++;
      const stop = onAnswer((answer) => {
        if (answer.tap !== tap) return;
        settle();
        resolve(answer);
      });
      const giveUp = time.after(patienceMs, () => {
        settle();
        reject(new Error(`reader ${reader} got no answer to tap ${tap} in time; is the gateway there?`));
      });
      const forget = publish(machine === undefined ? { badge, tap } : { badge, tap, machine });
      return promise;
    },
    sendTap: (message) => new Promise((resolve) => publish(message, resolve)),
    close: link.close,
    vanish: link.vanish,
  };
}

function readAnswer(payload: Buffer): AnswerMessage | null {
  try {
    const json: unknown = JSON.parse(payload.toString('utf8'));
    return Check(AnswerMessage, json) ? json : null;
  } catch {
    return null;
  }
}
