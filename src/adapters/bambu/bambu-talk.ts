// A Bambu Lab printer in its own network (LAN), without the maker's cloud: what it reports, and the one order that ends
// its job. It is read only unless the file says otherwise, since its firmware mostly takes signed orders alone.

import { LinkFault } from '../../edge/link-fault.ts';
import type { Ears, Talk } from '../../edge/talk.ts';
import { alarmOn, realTimers, type Timers } from '../../edge/timers.ts';
import { hearPrinter } from './hear-printer.ts';
import { type OpenedPrinter, openPrinter } from './open-printer.ts';
import { pacePushes } from './pace-pushes.ts';
import { type Answer, readMessage } from './read-message.ts';

export type BambuLink = {
  readonly host: string;
  readonly serial: string;
  /** The access code on its display. */
  readonly key: string;
  /** Whether the end of access may end its job. */
  readonly orders: boolean;
  /** Issuers of its certificate, in PEM; null: none. */
  readonly ca: string | null;
  /** SHA-256 of its certificate, as `AB:CD:…`; null: none. */
  readonly fingerprint: string | null;
};

type Options = {
  /** Left out: 8883. */
  readonly port?: number;
  /** Turned by hand in tests. */
  readonly timers?: Timers;
  readonly monoMs?: () => number;
};

const usualPort = 8883;
/** A printer that is on says something at least every few seconds; then it is asked to begin again. */
const quietMs = 60_000;
const silenceMs = 90_000;
const cancelMs = 10_000;
/** Our numbers begin here; those of other programs, whose answers come on the same topic, begin at 0. */
const firstSequence = 20_000;

type Live = {
  readonly printer: OpenedPrinter;
  readonly nextId: () => string;
  readonly answers: Map<string, (answer: Answer) => void>;
  /** Its firmware has refused an order: it is not asked again in this connection. */
  isLocked: boolean;
  readonly onRefused: () => void;
};

/** One connection at a time; a printer has few places. */
export function bambuTalk(link: BambuLink, options: Options = {}): Talk {
  const { timers = realTimers, monoMs = () => performance.now() } = options;
  const pace = pacePushes(monoMs);
  let live: Live | null = null;
  return {
    ...{ silenceMs, cancelMs },
    async run(ears) {
      // What comes before we ask for everything is not missed.
      let take = (_text: Buffer): void => undefined;
      const printer = await openPrinter({
        ...{ host: link.host, port: options.port ?? usualPort, key: link.key, trust: link },
        signal: ears.signal,
        onReport: (text) => take(text),
      });
      const talking = converse({ link, printer, ears, timers, pace, setLive: (now) => (live = now) });
      take = talking.take;
      try {
        return await Promise.race([printer.over, talking.failed]);
      } finally {
        live = null;
        talking.end();
        await printer.leave();
      }
    },
    cancel: link.orders ? (signal) => orderStop(live, signal) : null,
  };
}

type Conversation = {
  readonly link: BambuLink;
  readonly printer: OpenedPrinter;
  readonly ears: Ears;
  readonly timers: Timers;
  readonly pace: ReturnType<typeof pacePushes>;
  readonly setLive: (live: Live) => void;
};

function converse({ link, printer, ears, timers, pace, setLive }: Conversation) {
  const failed = Promise.withResolvers<never>();
  failed.promise.catch(() => undefined);
  const fail = (fault: unknown): void => failed.reject(fault);
  let sequence = firstSequence;
  const nextId = (): string => String(++sequence);
  const ask = (type: string, message: object): void =>
    void printer.ask({ [type]: { sequence_id: nextId(), ...message } }).catch(fail);
  const quiet = alarmOn(timers);
  const push = alarmOn(timers);
  const hearing = hearPrinter(link, ears);
  const answers = new Map<string, (answer: Answer) => void>();
  setLive({ printer, nextId, answers, isLocked: false, onRefused: hearing.refused });
  const pushAll = (): void => {
    const waitMs = pace();
    if (waitMs > 0) push.set(waitMs, pushAll);
    else ask('pushing', { command: 'pushall', version: 1, push_target: 1 });
  };
  const watch = (): void =>
    quiet.set(quietMs, () => {
      ears.away({ code: 'server-silent', values: {} });
      ask('pushing', { command: 'start' });
    });
  watch();
  ask('info', { command: 'get_version' });
  pushAll();
  return {
    failed: failed.promise,
    take(text: Buffer): void {
      try {
        const message = readMessage(text);
        watch();
        if (message.kind === 'answer') answers.get(message.id)?.(message);
        hearing.hear(message);
      } catch (fault) {
        fail(fault);
      }
    },
    end(): void {
      quiet.off();
      push.off();
    },
  };
}

async function orderStop(live: Live | null, signal: AbortSignal): Promise<'taken' | 'refused'> {
  if (live === null) throw new LinkFault('link-lost');
  if (live.isLocked) return 'refused';
  const { printer, nextId, answers } = live;
  const id = nextId();
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const abort = (): void => reject(new LinkFault('server-silent'));
  signal.addEventListener('abort', abort, { once: true });
  if (signal.aborted) abort();
  answers.set(id, resolve);
  try {
    await Promise.race([printer.ask({ print: { sequence_id: id, command: 'stop', param: '' } }), promise]);
    const answer = await Promise.race([promise, printer.over]);
    if (answer.isUnsigned) {
      live.isLocked = true;
      live.onRefused();
    }
    return answer.isTaken ? 'taken' : 'refused';
  } finally {
    signal.removeEventListener('abort', abort);
    answers.delete(id);
  }
}
