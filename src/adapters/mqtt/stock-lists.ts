// The lists of badges that stock readers keep: one command at a time to each, and what the box did not acknowledge in time
// was not done. Cards go to the command topic of that box and nowhere else.

import { alarmOn, type Timers } from '../../edge/timers.ts';
import type { AllowLists, HeldUid, Meters } from '../../gateway/ports.ts';
import { type Connections, tellText } from './connections.ts';
import type { Deed, Heard, ListWords } from './dialects/dialect.ts';
import { type StockPart, speechOf } from './dialects/speech-of.ts';
import { partOf } from './stock-deeds.ts';

export type StockLists = AllowLists & {
  /** What a part of a box said, whatever it was. */
  heard(part: StockPart, heard: readonly Heard[]): void;
  gone(part: StockPart): void;
  close(): void;
};

type StockListTiming = {
  /** How long a command may wait for its acknowledgement. */
  readonly ackMs: number;
  /** A list has ended when no row of it came for so long. */
  readonly quietMs: number;
};

export type StockListOptions = StockListTiming & {
  readonly connections: Connections;
  readonly timers: Timers;
  readonly meters: Meters;
};

type Underway = { readonly what: 'list' | 'allow' | 'disallow'; readonly settle: (done: boolean) => void };

/** Bounded by the readers that are described. */
type Box = {
  address: string | null;
  /** The one command that is on its way. */
  awaited: Underway | null;
  rows: HeldUid[] | null;
};

/** More rows than such a box has room for are counted and not kept. */
const mostRows = 2000;

/** The file name of no card: to take it away changes nothing, and shows that all before it was done. */
const noUid = '-';

export function createStockLists(options: StockListOptions): StockLists {
  const { connections, timers, meters } = options;
  const boxes = new Map<string, Box>();
  const boxOf = (reader: string): Box => {
    const box = boxes.get(reader) ?? { address: null, awaited: null, rows: null };
    boxes.set(reader, box);
    return box;
  };

  const tell = (reader: string, deedOf: (words: ListWords, address: string) => Deed): boolean => {
    const found = partOf(connections, 'reader', reader);
    const words = found && speechOf(found.part).list();
    const { address } = boxOf(reader);
    if (!found || !words || address === null) return false;
    const deed = deedOf(words, address);
    return deed.kind === 'publish' && tellText(found.connection, deed.topic, deed.payload);
  };

  /** Resolves with false when the box did not say so in time, has gone, or was busy with another. */
  const command = (reader: string, what: Underway['what'], deedOf: Parameters<typeof tell>[1]) => {
    const box = boxOf(reader);
    if (box.awaited) return Promise.resolve(false);
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const alarm = alarmOn(timers);
    const settle = (done: boolean): void => {
      alarm.off();
      box.awaited = null;
      meters.count('allow_list_commands_total', { what, done: String(done) });
      resolve(done);
    };
    box.awaited = { what, settle };
    alarm.set(options.ackMs, () => settle(false));
    if (!tell(reader, deedOf)) settle(false);
    return promise;
  };

  /** The rows come one message each, and nothing says which is the last. */
  const list = async (reader: string): Promise<boolean> => {
    const box = boxOf(reader);
    if (box.awaited) return false;
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const alarm = alarmOn(timers);
    let rows = 0;
    const look = (): void => {
      const came = (box.rows?.length ?? 0) > rows;
      rows = box.rows?.length ?? 0;
      if (came) alarm.set(options.quietMs, look);
      else box.awaited?.settle(true);
    };
    box.awaited = {
      what: 'list',
      settle(done) {
        alarm.off();
        box.awaited = null;
        resolve(done);
      },
    };
    alarm.set(options.quietMs, look);
    if (!tell(reader, (words, address) => words.ask(address))) box.awaited.settle(false);
    return promise;
  };

  return {
    async held(reader) {
      const box = boxOf(reader);
      if (box.awaited) return null;
      const rows: HeldUid[] = [];
      box.rows = rows;
      const isTold = await list(reader);
      // An empty list and a box that hears nothing look the same until it acknowledges something.
      const isWhole =
        isTold && (await command(reader, 'disallow', (words, address) => words.disallow(address, noUid)));
      box.rows = null;
      return isWhole ? rows : null;
    },
    allow: (reader, held) => command(reader, 'allow', (words, address) => words.allow(address, held)),
    disallow: (reader, uid) => command(reader, 'disallow', (words, address) => words.disallow(address, uid)),
    heard(part, heard) {
      if (part.role !== 'reader' || speechOf(part).list() === null) return;
      for (const one of heard) hearOne(boxOf(part.id), one, meters);
    },
    gone(part) {
      const box = boxes.get(part.id);
      if (part.role !== 'reader' || !box) return;
      box.address = null;
      box.awaited?.settle(false);
    },
    close() {
      for (const box of boxes.values()) box.awaited?.settle(false);
    },
  };
}

function hearOne(box: Box, one: Heard, meters: Meters): void {
  if (one.kind === 'facts' && one.address !== undefined && isAddress(one.address)) box.address = one.address;
  if (one.kind === 'done' && box.awaited?.what === one.what) box.awaited.settle(true);
  if (one.kind !== 'held' || !box.rows) return;
  const { uid, user, untilS } = one;
  if (box.rows.length < mostRows) box.rows.push({ uid, user, untilS });
  else meters.count('allow_list_rows_dropped_total');
}

/** As the box writes its own, version 4. */
const isAddress = (text: string): boolean => /^[0-9]{1,3}(?:\.[0-9]{1,3}){3}$/.test(text);
