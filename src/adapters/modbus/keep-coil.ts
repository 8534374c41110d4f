// One coil that gives a machine its power. What it was last told is written, read back, and believed only when both agree.
// A plain board has no timer, so the lease is kept here: without renewal it is turned off, and told until it follows.

import { type CallOff, noTimer, type Timers } from '../../edge/timers.ts';
import type { SwitchReport } from '../../gateway/gateway.ts';
import type { Clock } from '../../gateway/ports.ts';
import type { Board, BoardAnswer } from './board.ts';
import type { CoilTrouble } from './modbus-sentences.ts';

type CoilOrder = { readonly on: boolean; readonly leaseS: number; readonly n: number };

export type Coil = {
  /** Resolves once the order was written and read back; false when it was not there to be told. */
  set(order: CoilOrder): Promise<boolean>;
  /** The line has gone: what the coil is now is not known. */
  lost(): void;
  /** The line is there again. */
  look(): void;
  /** Turns an idle machine off; one in a job is left as it is. */
  close(): Promise<void>;
};

export type CoilOptions = {
  readonly id: string;
  readonly place: { readonly unit: number; readonly coil: number };
  readonly board: Pick<Board, 'ask'>;
  /** A lease that is longer than this is one of a job. */
  readonly idleLeaseS: number;
  readonly clock: Pick<Clock, 'monoMs'>;
  readonly timers: Timers;
  readonly onReport: (report: SwitchReport) => void;
  readonly onTrouble: (trouble: CoilTrouble) => void;
};

/** How often a coil is asked what it is. */
const lookMs = 2_000;

type Want = CoilOrder & { readonly untilMonoMs: number };

export function keepCoil(options: CoilOptions): Coil {
  const { board, clock, timers, onTrouble } = options;
  const { unit, coil } = options.place;
  let want: Want | null = null;
  let lastN = Number.NEGATIVE_INFINITY;
  let isOver = false;
  let callOffLook: CallOff = noTimer;
  let callOffLease: CallOff = noTimer;
  // One thing at a time with one coil: an order must not come between another and its reading back.
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const result = turn.then(run);
    turn = result;
    return result;
  };

  let reported: boolean | null | undefined;
  let lastKnown: boolean | null = null;
  /** Only what is new: a report of the same would be answered with the same order, again and again. */
  const report = (on: boolean | null): void => {
    if (isOver || on === reported) return;
    reported = on;
    lastKnown = on ?? lastKnown;
    options.onReport({ switch: options.id, on, powerW: null, energyWh: null });
  };

  /** What the coil says; null, with a sentence, when it does not say. */
  const told = (answer: BoardAnswer): boolean | null => {
    if (answer.kind === 'read') return answer.on;
    if (answer.kind === 'exception') onTrouble({ code: 'exception', exception: answer.exception });
    else if (answer.kind !== 'away')
      onTrouble({ code: answer.kind === 'written' ? 'nonsense' : answer.kind });
    return null;
  };

  const read = async (): Promise<boolean | null> => told(await board.ask(unit, { kind: 'read', coil }));

  /** Success only when what is read back is what was asked; everything else is unknown. */
  const write = async (on: boolean): Promise<boolean> => {
    const written = await board.ask(unit, { kind: 'write', coil, on });
    if (written.kind !== 'written') {
      told(written);
      report(null);
      return written.kind === 'exception';
    }
    const says = await read();
    if (says !== null && says !== on) onTrouble({ code: 'not-followed', on });
    report(says === on ? on : null);
    return says !== null;
  };

  const expire = (): void => {
    onTrouble({ code: 'expired' });
    if (want) want = { ...want, on: false };
    void inTurn(() => write(false));
  };

  const look = async (): Promise<void> => {
    const says = await read();
    // It was told to be off, or its time is over, and the board has not followed yet or was away.
    if (says === true && want?.on === false) await write(false);
    // One that does not go on is unknown until it does, and is not off anew after each order. One that was on has gone off.
    else report(says === false && want?.on === true && lastKnown !== true ? null : says);
  };

  const lookAgain = (): void => {
    callOffLook();
    callOffLook = timers.after(lookMs, () => void inTurn(look).then(lookAgain));
    if (isOver) callOffLook();
  };

  lookAgain();
  return {
    set(order) {
      if (isOver || order.n <= lastN) return Promise.resolve(false);
      lastN = order.n;
      want = { ...order, untilMonoMs: clock.monoMs() + order.leaseS * 1000 };
      callOffLease();
      callOffLease = order.on ? timers.after(order.leaseS * 1000, expire) : noTimer;
      // The newest order stands; an older one that still waits is not written any more.
      return inTurn(async () => (isOver || lastN !== order.n ? false : write(want?.on ?? false)));
    },
    lost: () => report(null),
    look: () => void inTurn(look),
    async close() {
      isOver = true;
      callOffLook();
      callOffLease();
      await turn;
      if (!want?.on) return;
      if (want.leaseS > options.idleLeaseS) onTrouble({ code: 'left-on' });
      else await board.ask(unit, { kind: 'write', coil, on: false });
    },
  };
}
