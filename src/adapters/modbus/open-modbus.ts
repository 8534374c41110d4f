// Switches that are coils of Modbus boards. Boards on one line share it; what is wrong with one line is no concern of the
// others.

import { sayOnChange } from '../../edge/say-on-change.ts';
import { realTimers, type Timers } from '../../edge/timers.ts';
import type { SwitchReport } from '../../gateway/gateway.ts';
import type { Clock, Log, Meters, Switches } from '../../gateway/ports.ts';
import { type Board, openBoard } from './board.ts';
import { serialLine, tcpLine } from './board-line.ts';
import { type Coil, keepCoil } from './keep-coil.ts';
import { rtuFraming, tcpFraming } from './modbus-frame.ts';
import { coilSentence, lineOpenSentence, lineSentence, placeText } from './modbus-sentences.ts';

/** A coil, as `officina.yaml` describes it; `coil` from 0. */
export type ModbusSwitch = { readonly unit: number; readonly coil: number } & (
  | { readonly kind: 'modbus-tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'modbus-rtu'; readonly path: string; readonly baud: number }
);

export type ModbusOptions = {
  /** `idleLeaseS`: a lease that is longer is one of a job. */
  readonly switches: ReadonlyMap<string, ModbusSwitch & { readonly idleLeaseS: number }>;
  readonly clock: Pick<Clock, 'monoMs'>;
  readonly log: Log;
  readonly meters: Meters;
  readonly timers?: Timers;
};

export type Modbus = Switches & {
  /** Opens every line. */
  open(onReport: (report: SwitchReport) => void): void;
  /** Turns idle machines off, and closes. */
  close(): Promise<void>;
};

/** Boards that do not answer must not keep the gateway from stopping. */
const closeLimitMs = 5_000;

export function openModbus(options: ModbusOptions): Modbus {
  const coils = new Map<string, Coil>();
  const boards: Board[] = [];
  return {
    open(onReport) {
      for (const ids of byLine(options.switches)) boards.push(openLine(ids, { ...options, onReport, coils }));
    },
    set: async ({ switch: id, ...order }) => (await coils.get(id)?.set(order)) ?? false,
    async close() {
      const { promise: late, resolve } = Promise.withResolvers<void>();
      const callOff = (options.timers ?? realTimers).after(closeLimitMs, resolve);
      await Promise.race([late, Promise.all([...coils.values()].map((coil) => coil.close()))]);
      callOff();
      await Promise.all(boards.map((board) => board.close()));
    },
  };
}

type Line = readonly (readonly [id: string, board: ModbusSwitch & { readonly idleLeaseS: number }])[];

function byLine(switches: ModbusOptions['switches']): Iterable<Line> {
  const keyOf = (board: ModbusSwitch): string =>
    board.kind === 'modbus-tcp' ? placeText(board) : `${board.path} ${board.baud}`;
  return Map.groupBy(switches, ([, board]) => keyOf(board)).values();
}

type Opening = ModbusOptions & {
  readonly onReport: (report: SwitchReport) => void;
  readonly coils: Map<string, Coil>;
};

function openLine(line: Line, opening: Opening): Board {
  const { clock, log, meters, timers = realTimers, onReport, coils } = opening;
  const [first] = line;
  if (!first) throw new RangeError('a line without a switch');
  const about = { where: placeText(first[1]), ids: line.map(([id]) => id).join(', ') };
  const say = sayOnChange({ log, clock, facts: { switches: about.ids } });
  const mine: Coil[] = [];
  let opens = 0;
  const board = openBoard({
    ...carriage(first[1]),
    timers,
    onLine: (fault) => {
      say(
        fault ? lineSentence(fault.code, about) : lineOpenSentence(about),
        fault ? { fault: fault.detail } : {},
      );
      if (!fault) opens += 1;
      if (!fault && opens > 1) meters.count('modbus_reconnects', { line: about.where });
      for (const coil of mine) fault ? coil.lost() : coil.look();
    },
  });
  for (const [id, one] of line) {
    const says = sayOnChange({ log, clock, facts: { switch: id } });
    const coil = keepCoil({
      ...{ id, board, clock, timers },
      // What goes wrong beyond must not keep a lease from ending here.
      onReport: (report) => {
        try {
          onReport(report);
        } catch (cause) {
          log.error(
            { switch: id, err: cause },
            `${id}: what the coil says could not be taken; see the cause.`,
          );
        }
      },
      place: { unit: one.unit, coil: one.coil },
      idleLeaseS: one.idleLeaseS,
      onTrouble: (trouble) => {
        meters.count('modbus_troubles', { switch: id, code: trouble.code });
        says(coilSentence(trouble, { id, board: one }));
      },
    });
    coils.set(id, coil);
    mine.push(coil);
  }
  return board;
}

function carriage(board: ModbusSwitch) {
  if (board.kind === 'modbus-tcp') return { open: tcpLine(board), framing: tcpFraming, silenceMs: 0 };
  // 3.5 characters of 10 bits; above 19200 bits per second a fixed 1.75 ms (MODBUS over Serial Line V1.02, 2.5.1.1).
  const silenceMs = board.baud > 19_200 ? 2 : Math.ceil((3.5 * 10 * 1000) / board.baud) + 1;
  return { open: serialLine(board), framing: rtuFraming, silenceMs };
}
