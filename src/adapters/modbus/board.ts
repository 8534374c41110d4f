// One line with Modbus boards on it, asked one question at a time, each with its time limit. A question that is not
// answered is asked once more, and then the answer is not known.

import type { Timers } from '../../edge/timers.ts';
import type { LineFault, OpenLine } from './board-line.ts';
import { type KeptLine, keepLine } from './keep-line.ts';
import type { Answer, AnswerFramer, Framing } from './modbus-frame.ts';
import { askPdu, type CoilAnswer, type CoilAsk, readAnswer } from './modbus-pdu.ts';

/** `away`: there is no line. `silent`: no answer in time. `crowded`: too many questions wait. */
export type BoardAnswer = CoilAnswer | { readonly kind: 'away' | 'silent' | 'crowded' };

export type Board = {
  /** Never rejects. */
  ask(unit: number, ask: CoilAsk): Promise<BoardAnswer>;
  close(): Promise<void>;
};

export type BoardOptions = {
  readonly open: OpenLine;
  readonly framing: Framing;
  /** Silence before each question: 3.5 characters on a serial line, 0 over TCP. */
  readonly silenceMs: number;
  readonly timers: Timers;
  /** Null when the line has opened. */
  readonly onLine: (fault: LineFault | null) => void;
};

/** Boards answer within some 50 ms; one behind a slow gateway takes longer. */
const answerLimitMs = 1_000;
const tries = 2;
/** Thirty-two switches on one line, each with an order and a look. */
const waitingLimit = 64;

type Asking = {
  readonly options: BoardOptions;
  readonly line: KeptLine;
  /** Of the question that stands; null between questions. */
  awaited: { hear(answer: Answer): void; away(): void } | null;
  framer: AnswerFramer;
  transaction: number;
};

export function openBoard(options: BoardOptions): Board {
  const { framing, timers } = options;
  const line = keepLine({
    open: options.open,
    timers,
    events: {
      opened: () => {
        asking.framer = framing.framer();
        options.onLine(null);
      },
      bytes: (chunk) => {
        const { answers, isBroken } = asking.framer.push(chunk);
        for (const answer of answers) asking.awaited?.hear(answer);
        if (isBroken) line.again('what it says is not Modbus');
      },
      closed: (fault) => {
        asking.awaited?.away();
        options.onLine(fault);
      },
    },
  });
  const asking: Asking = { options, line, awaited: null, framer: framing.framer(), transaction: 0 };
  let waiting = 0;
  let turn: Promise<unknown> = Promise.resolve();
  return {
    async ask(unit, ask) {
      if (waiting >= waitingLimit) return { kind: 'crowded' };
      waiting += 1;
      const asked = turn.then(() => askTwice(asking, unit, ask));
      turn = asked;
      try {
        return await asked;
      } finally {
        waiting -= 1;
      }
    },
    close: async () => {
      await line.close();
      asking.awaited?.away();
    },
  };
}

async function askTwice(asking: Asking, unit: number, ask: CoilAsk): Promise<BoardAnswer> {
  const { silenceMs, timers } = asking.options;
  let answer: BoardAnswer = { kind: 'silent' };
  for (let tried = 0; tried < tries; tried++) {
    if (silenceMs > 0) await new Promise<void>((done) => timers.after(silenceMs, done));
    answer = await askOnce(asking, unit, ask);
    if (answer.kind !== 'silent' && answer.kind !== 'nonsense') return answer;
  }
  // A connection whose other end has gone without a word looks just like this.
  if (answer.kind === 'silent' && silenceMs === 0) asking.line.again('no answer');
  return answer;
}

function askOnce(asking: Asking, unit: number, ask: CoilAsk): Promise<BoardAnswer> {
  const { options, line } = asking;
  if (!line.isOpen()) return Promise.resolve({ kind: 'away' });
  asking.transaction = (asking.transaction + 1) & 0xffff;
  const { transaction } = asking;
  // On a serial line nothing tells what a late answer answers: what was said before the question is forgotten.
  if (options.silenceMs > 0) asking.framer = options.framing.framer();
  return new Promise((resolve) => {
    const settle = (answer: BoardAnswer): void => {
      callOff();
      asking.awaited = null;
      resolve(answer);
    };
    const callOff = options.timers.after(answerLimitMs, () => settle({ kind: 'silent' }));
    asking.awaited = {
      hear: (answer) => {
        const isOther = answer.transaction !== null && answer.transaction !== transaction;
        if (answer.unit === unit && !isOther) settle(readAnswer(ask, answer.pdu));
      },
      away: () => settle({ kind: 'away' }),
    };
    const frame = options.framing.frame({ transaction, unit, pdu: askPdu(ask) });
    if (!line.write(frame)) settle({ kind: 'away' });
  });
}
