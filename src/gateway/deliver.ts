// The outbox: answers that stand in the journal's file are sent at least once and never after they expire.

import type { Clock, Journal, Log, Message, Meters, Readers } from './ports.ts';
import { createNoticeSender, type SendNotices } from './send-notices.ts';

export type Outbox = {
  deliver(message: Message): void;
  /** A reader is there again: sends what waits for it. */
  retry(reader: string): void;
  /** Forgets what expired and writes down what was delivered. */
  settle(): void;
  /** How many messages wait. */
  waiting(): number;
};

/** Waiting answers; beyond this the oldest are dropped and counted. */
const waitingLimit = 1_000;

export type Deliver = Pick<SendNotices, 'notifier' | 'people'> & {
  readonly journal: Pick<Journal, 'delivered'>;
  readonly readers: Readers;
  readonly clock: Clock;
  readonly meters: Meters;
  readonly log: Log;
};

export function createOutbox(box: Deliver): Outbox {
  const waiting = new Map<string, Message>();
  const notices = createNoticeSender(box);
  let done: string[] = [];

  const send = async (message: Message): Promise<void> => {
    if (message.expiresAtMs <= box.clock.wallMs()) return;
    if (message.kind === 'notice') {
      if (!notices.isDue(message.id) || !(await notices.send(message))) return;
      notices.forget(message.id);
      if (waiting.delete(message.id)) done.push(message.id);
      return;
    }
    try {
      await box.readers.answer(message.reader, message.answer);
      waiting.delete(message.id);
      done.push(message.id);
    } catch {
      // The reader is away; `retry` comes when it is back.
      box.meters.count('answers_waiting_total', { reader: message.reader });
    }
  };

  const drop = (id: string): void => {
    waiting.delete(id);
    notices.forget(id);
    done.push(id);
    box.meters.count('answers_expired_total');
  };

  return {
    waiting: () => waiting.size,
    deliver(message) {
      const oldest = waiting.keys().next().value;
      if (waiting.size >= waitingLimit && oldest !== undefined) drop(oldest);
      waiting.set(message.id, message);
      void send(message);
    },
    retry(reader) {
      for (const message of waiting.values())
        if (message.kind === 'answer' && message.reader === reader) void send(message);
    },
    settle() {
      const nowMs = box.clock.wallMs();
      for (const message of waiting.values()) {
        if (message.expiresAtMs <= nowMs) drop(message.id);
        else if (message.kind === 'notice') void send(message);
      }
      if (done.length === 0) return;
      const ids = done;
      done = [];
      box.journal.delivered(ids).catch((fault: unknown) => {
        // They stay in the table until they expire; a reader ignores an answer that it has had.
        box.log.warn({ fault, count: ids.length }, 'delivered answers could not be struck out of the outbox');
      });
    },
  };
}
