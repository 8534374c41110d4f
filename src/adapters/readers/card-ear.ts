// What listens to the bytes of one reader and tells the cards in them, in the reader's own spelling. One kind of reader,
// one ear; a port that was closed begins anew.

import type { SpellingName } from '../../domain/access/spelling.ts';
import { type CallOff, noTimer, type Timers } from '../../edge/timers.ts';
import { frame125khz, type ReaderModel } from './frame-125khz.ts';
import { pn532Framer } from './pn532-frame.ts';
import { beginPn532, hearPn532, type Pn532State, type Pn532Step, wakePn532, wakesAt } from './pn532-poll.ts';
import { twoEqual } from './two-equal.ts';
import { wedgeKeys } from './wedge-keys.ts';

/** A reader on a wire of its own, as `officina.yaml` describes it. */
export type WiredReader =
  | {
      readonly kind: 'serial-125khz';
      readonly path: string;
      readonly model: ReaderModel;
      readonly once: boolean;
    }
  | { readonly kind: 'pn532-hsu'; readonly path: string }
  | { readonly kind: 'usb-wedge'; readonly path: string; readonly spelling: SpellingName };

export type CardEar = {
  /** The port has opened. */
  begin(): void;
  hear(bytes: Uint8Array): void;
  /** The port has closed. */
  end(): void;
  /** Frames that began and were not right. */
  broken(): number;
};

type EarEvents = {
  readonly card: (text: string) => void;
  readonly send: (bytes: Uint8Array) => void;
  /** A chip said what it is. */
  readonly ready: (firmware: string) => void;
  /** A chip does not answer. */
  readonly silent: () => void;
};

export type Ear = {
  readonly clock: { monoMs(): number };
  readonly timers: Timers;
  readonly events: EarEvents;
};

export function cardEar(reader: WiredReader, ear: Ear): CardEar {
  switch (reader.kind) {
    case 'serial-125khz':
      return ear125khz(reader, ear);
    case 'pn532-hsu':
      return earPn532(ear);
    case 'usb-wedge':
      return earWedge(ear);
  }
}

function ear125khz(reader: { model: ReaderModel; once: boolean }, { clock, events }: Ear): CardEar {
  let framer = frame125khz(reader.model);
  let isSure = twoEqual();
  let broken = 0;
  return {
    begin: () => {
      broken += framer.broken();
      framer = frame125khz(reader.model);
      isSure = twoEqual();
    },
    hear: (bytes) => {
      for (const digits of framer.push(bytes)) {
        const card = isSure(digits, clock.monoMs());
        if (reader.once || card !== null) events.card(digits);
      }
    },
    end: () => {},
    broken: () => broken + framer.broken(),
  };
}

function earWedge({ events }: Ear): CardEar {
  let keys = wedgeKeys();
  return {
    begin: () => {
      keys = wedgeKeys();
    },
    hear: (bytes) => {
      for (const line of keys.push(bytes)) events.card(line);
    },
    end: () => {},
    broken: () => 0,
  };
}

/** The chip speaks only when it is asked: the questions of `pn532-poll` are carried to it here. */
function earPn532({ clock, timers, events }: Ear): CardEar {
  let framer = pn532Framer();
  let state: Pn532State | null = null;
  let callOff: CallOff = noTimer;
  let broken = 0;

  const take = (step: Pn532Step): void => {
    state = step.state;
    callOff();
    callOff = timers.after(Math.max(wakesAt(step.state) - clock.monoMs(), 1), () => {
      if (state) take(wakePn532(state, clock.monoMs()));
    });
    for (const effect of step.effects) {
      if (effect.kind === 'send') events.send(effect.bytes);
      else if (effect.kind === 'card') events.card(Buffer.from(effect.uid).toString('hex'));
      else if (effect.kind === 'ready') events.ready(effect.firmware);
      else events.silent();
    }
  };

  return {
    begin: () => {
      framer = pn532Framer();
      take(beginPn532(clock.monoMs()));
    },
    hear: (bytes) => {
      for (const frame of framer.push(bytes)) {
        if (frame.kind === 'error') broken += 1;
        if (state) take(hearPn532(state, frame, clock.monoMs()));
      }
    },
    end: () => {
      state = null;
      callOff();
    },
    broken: () => broken,
  };
}
