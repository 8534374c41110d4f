// A laser with a Ruida controller, over UDP: read only, and carefully. Answers carry no number, so our questions can mix
// with those of the program that sends a job; whenever something does not fit, we are silent for a while.

import { lookup } from 'node:dns/promises';
import type { Readings } from '../../domain/machine/reading.ts';
import { LinkFault } from '../../edge/link-fault.ts';
import type { Ears, Talk } from '../../edge/talk.ts';
import { alarmOn, realTimers, type Timers } from '../../edge/timers.ts';
import { readAnswer, readMemory, writeDatagram } from './ruida-frame.ts';
import { meters, seeLaser, statusAddress } from './see-laser.ts';
import { shareSocket } from './shared-socket.ts';

export type RuidaLink = { readonly host: string };

type Options = {
  /** Of the controller; left out: 50200. */
  readonly port?: number;
  /** Ours; a controller answers to 40200 and to no other. */
  readonly answerPort?: number;
  readonly timers?: Timers;
  readonly paces?: Partial<Paces>;
};

type Paces = {
  /** Between an answer and the next question. */
  readonly everyMs: number;
  /** A controller answers at once; while it homes, it does not answer at all. */
  readonly answerMs: number;
  /** After a question without an answer, or an answer without a question: another program may speak with it. */
  readonly apartMs: number;
};

const usualPaces: Paces = { everyMs: 2000, answerMs: 1000, apartMs: 10_000 };
const usualPort = 50_200;
const usualAnswerPort = 40_200;
/** Three questions without an answer. */
const silenceMs = 40_000;
/** The hour meters turn slowly: one question in so many is for one of them. */
const meterEvery = 10;

export function ruidaTalk(link: RuidaLink, options: Options = {}): Talk {
  const { port = usualPort, answerPort = usualAnswerPort, timers = realTimers } = options;
  return {
    ...{ silenceMs, cancelMs: 10_000 },
    // Known only by watching other programs (D8 01), never described by its maker: not ours to try on a laser.
    cancel: null,
    async run(ears) {
      const address = await addressOf(link.host);
      const failed = Promise.withResolvers<never>();
      const abort = (): void => failed.reject(new LinkFault('link-lost'));
      ears.signal.addEventListener('abort', abort, { once: true });
      if (ears.signal.aborted) abort();
      failed.promise.catch(() => undefined);
      let take = (_datagram: Buffer): void => undefined;
      const ear = await shareSocket({
        ...{ answerPort, address, onFault: failed.reject },
        onDatagram: (datagram) => take(datagram),
      });
      const dialogue = keepAsking({
        ...{ ears, timers, paces: { ...usualPaces, ...options.paces } },
        send: (datagram) => ear.send(datagram, port),
      });
      take = dialogue.take;
      try {
        return await failed.promise;
      } finally {
        ears.signal.removeEventListener('abort', abort);
        dialogue.end();
        await ear.close();
      }
    },
  };
}

/** Datagrams name who sent them by number, so the name is asked for once for each attempt. */
async function addressOf(host: string): Promise<string> {
  try {
    return (await lookup(host, { family: 4 })).address;
  } catch (cause) {
    throw new LinkFault('host-unknown', {}, { cause });
  }
}

type Dialogue = {
  readonly ears: Ears;
  readonly timers: Timers;
  readonly paces: Paces;
  readonly send: (datagram: Buffer) => void;
};

/** One question at a time, none twice: first ACK, then the value. */
function keepAsking({ ears, timers, paces, send }: Dialogue) {
  const next = alarmOn(timers);
  let asked = -1;
  let waitsFor: { readonly address: number; isTaken: boolean } | null = null;
  let readings: Readings = {};

  const ask = (): void => {
    asked += 1;
    const address = addressAt(asked);
    waitsFor = { address, isTaken: false };
    next.set(paces.answerMs, stayApart);
    send(writeDatagram(readMemory(address)));
  };
  const stayApart = (): void => {
    waitsFor = null;
    next.set(paces.apartMs, ask);
  };
  const hear = (address: number, value: number): void => {
    const meter = meters.find((one) => one.address === address);
    if (meter) readings = { ...readings, [meter.reading]: value * meter.factor };
    // Only its status tells that it is there: a meter alone would let an old word stand.
    else ears.seen(seeLaser(value, readings));
    waitsFor = null;
    next.set(paces.everyMs, ask);
  };
  ask();
  return {
    take(datagram: Buffer): void {
      const answer = readAnswer(datagram);
      if (answer?.kind === 'alive') return;
      if (answer?.kind === 'taken' && waitsFor !== null && !waitsFor.isTaken) waitsFor.isTaken = true;
      else if (answer?.kind === 'value' && waitsFor?.address === answer.address)
        hear(answer.address, answer.value);
      else stayApart();
    },
    end: next.off,
  };
}

/** The status, and now and then one of the meters in turn. */
function addressAt(asked: number): number {
  const isMeter = asked % meterEvery === 1;
  const meter = isMeter ? meters[Math.floor(asked / meterEvery) % meters.length] : undefined;
  return meter?.address ?? statusAddress;
}
