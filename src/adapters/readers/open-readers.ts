// The readers on wires of their own: each port is kept open for ever, a card that is held is one tap, and what is wrong
// with one reader is no concern of the others.

import { randomBytes } from 'node:crypto';
import { nobody, type Presence, seeCard } from '../../domain/access/presence.ts';
import type { SpellingName } from '../../domain/access/spelling.ts';
import { sayOnChange } from '../../edge/say-on-change.ts';
import { realTimers, type Timers } from '../../edge/timers.ts';
import type { Tap } from '../../gateway/gateway.ts';
import type { Clock, Log, Meters } from '../../gateway/ports.ts';
import { cardEar, type WiredReader } from './card-ear.ts';
import { eventPort } from './event-port.ts';
import { keepPort } from './keep-port.ts';
import type { OpenPort, ReaderPort } from './reader-port.ts';
import {
  crowdedSentence,
  lostTapSentence,
  openSentence,
  portSentence,
  readySentence,
  silentSentence,
} from './reader-sentences.ts';
import { serialReaderPort } from './serial-port.ts';

export type ReadersOptions = {
  readonly readers: ReadonlyMap<string, WiredReader>;
  readonly clock: Pick<Clock, 'monoMs'>;
  readonly log: Log;
  readonly meters: Meters;
  readonly timers?: Timers;
};

/** Resolves once the tap is durable. */
export type OnTap = (tap: Tap) => Promise<unknown>;

export type WiredReaders = {
  /** Opens every port; one that is missing does not stop the others. */
  open(onTap: OnTap): void;
  close(): Promise<void>;
  /** Null where there is no such reader. */
  facts(reader: string): ReaderFacts | null;
};

type ReaderFacts = {
  readonly isOpen: boolean;
  readonly taps: number;
  /** Taps that found too many before them. */
  readonly dropped: number;
  /** Openings after the first. */
  readonly reconnects: number;
  readonly brokenFrames: number;
};

/** Taps of one reader that may wait for the journal at the same time. */
const inFlightLimit = 8;

const bauds = { 'serial-125khz': 9_600, 'pn532-hsu': 115_200 } as const;

export function openReaders(options: ReadersOptions): WiredReaders {
  // A tap's own id must not come again after a restart: the journal remembers the last ones of each reader.
  const boot = randomBytes(8).toString('hex');
  const opened = new Map<string, OpenReader>();
  return {
    open(onTap) {
      for (const [reader, wired] of options.readers)
        opened.set(reader, openReader({ ...options, reader, wired, boot, onTap }));
    },
    close: async () => {
      await Promise.all([...opened.values()].map(({ close }) => close()));
    },
    facts: (reader) => opened.get(reader)?.facts() ?? null,
  };
}

type OpenReader = { close(): Promise<void>; facts(): ReaderFacts };

type OneReader = Omit<ReadersOptions, 'readers'> & {
  readonly reader: string;
  readonly wired: WiredReader;
  readonly boot: string;
  readonly onTap: OnTap;
};

function openReader(one: OneReader): OpenReader {
  const { reader, wired, clock, log, meters, timers = realTimers } = one;
  const say = sayOnChange({ log, clock, facts: { reader } });
  const about = { reader, wired };
  let isOpen = false;
  let opens = 0;
  let port: ReaderPort | null = null;
  const { card, counts } = tapsOf(one, say);
  const ear = cardEar(wired, {
    clock,
    timers,
    events: {
      card,
      send: (bytes) => void port?.write(bytes),
      ready: (firmware) => say(readySentence(about, firmware)),
      silent: () => say(silentSentence(about)),
    },
  });
  port = keepPort({
    open: portOf(wired, timers),
    timers,
    events: {
      opened: () => {
        isOpen = true;
        opens += 1;
        if (opens > 1) meters.count('reader_reconnects', { reader });
        say(openSentence(about));
        ear.begin();
      },
      bytes: ear.hear,
      closed: ({ code, detail }) => {
        isOpen = false;
        ear.end();
        say(portSentence(code, about), { fault: detail });
      },
    },
  });
  return {
    close: async () => {
      ear.end();
      await port?.close();
    },
    facts: () => ({ isOpen, ...counts(), reconnects: Math.max(opens - 1, 0), brokenFrames: ear.broken() }),
  };
}

/** From cards that are seen to taps that are told. */
function tapsOf(
  { reader, wired, clock, meters, boot, onTap }: OneReader,
  say: ReturnType<typeof sayOnChange>,
) {
  const about = { reader, wired };
  const spelling: SpellingName = wired.kind === 'usb-wedge' ? wired.spelling : 'hex';
  let presence: Presence = nobody;
  let taps = 0;
  let dropped = 0;
  let inFlight = 0;
  const tell = async (badge: string): Promise<void> => {
    taps += 1;
    inFlight += 1;
    try {
      await onTap({ reader, badge, tap: `${boot}:${taps}`, machine: null, spelling });
    } catch (cause) {
      meters.count('reader_taps_lost', { reader });
      say(lostTapSentence(about), { err: cause });
    } finally {
      inFlight -= 1;
    }
  };
  return {
    card(text: string) {
      const seen = seeCard(presence, { text, monoMs: clock.monoMs() });
      presence = seen.presence;
      if (!seen.isTap) return;
      if (inFlight < inFlightLimit) {
        void tell(text);
        return;
      }
      dropped += 1;
      meters.count('reader_taps_dropped', { reader });
      say(crowdedSentence(about));
    },
    counts: () => ({ taps, dropped }),
  };
}

function portOf(wired: WiredReader, timers: Timers): OpenPort {
  return wired.kind === 'usb-wedge'
    ? eventPort({ path: wired.path, timers })
    : serialReaderPort({ path: wired.path, baud: bauds[wired.kind] });
}
