// JSON-RPC 2.0 over the WebSocket of Moonraker: questions with a time limit and a bound on how many wait, and notices as
// they come. What is not JSON ends it: who says that is not Moonraker.

import { fieldsOf } from '../../edge/json-at.ts';
import { LinkFault } from '../../edge/link-fault.ts';
import { type OpenedSocket, openSocket, type SocketPlace } from '../../edge/open-socket.ts';

/** The code alone: nobody matches on the words of an error. */
export type RpcAnswer =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly code: number };

export type Rpc = {
  /** Rejects with a `LinkFault` when no answer comes. */
  readonly ask: (method: string, params?: Readonly<Record<string, unknown>>) => Promise<RpcAnswer>;
  /** Rejects when it has ended; closed by then once the signal has aborted. */
  readonly over: Promise<never>;
};

export type RpcPlace = Pick<SocketPlace, 'url' | 'headers' | 'signal' | 'trust'> & {
  readonly onNotice: (method: string, params: unknown) => void;
  /** Something came. */
  readonly onText: () => void;
};

/** We ask one thing after another; more that wait are a server that does not answer. */
const waitingLimit = 8;
/** Longer than an end may take to be seen. */
const answerMs = 10_000;

type Waiting = {
  readonly settle: (answer: RpcAnswer) => void;
  readonly fail: (fault: LinkFault) => void;
  readonly timer: NodeJS.Timeout;
};

export async function openRpc({ onNotice, onText, ...place }: RpcPlace): Promise<Rpc> {
  const waiting = new Map<number, Waiting>();
  const broken = Promise.withResolvers<never>();
  let last = 0;

  const take = (text: string): void => {
    const message = parse(text);
    if (message === undefined) {
      broken.reject(new LinkFault('answer-unfit'));
      return;
    }
    onText();
    const fields = fieldsOf(message);
    const method = fields.text('method', 64);
    if (method === null) settle(message);
    else onNotice(method, fields.raw('params'));
  };
  const settle = (message: unknown): void => {
    const id = fieldsOf(message).number('id', { least: 1, most: last });
    const asked = id === null ? undefined : waiting.get(id);
    if (id === null || !asked) return;
    forget(id);
    asked.settle(answerOf(message));
  };
  const forget = (id: number): void => {
    clearTimeout(waiting.get(id)?.timer);
    waiting.delete(id);
  };
  const socket: OpenedSocket = await openSocket({ ...place, onText: take });
  const over = Promise.race([socket.over, broken.promise]);
  over.catch((fault: LinkFault) => {
    for (const [id, { fail }] of waiting) {
      forget(id);
      fail(fault);
    }
  });
  return {
    over,
    ask(method, params = {}) {
      const { promise, resolve: settle, reject: fail } = Promise.withResolvers<RpcAnswer>();
      const id = ++last;
      if (waiting.size >= waitingLimit) return Promise.reject(new LinkFault('server-silent'));
      if (!socket.send(JSON.stringify({ jsonrpc: '2.0', method, params, id })))
        return Promise.reject(new LinkFault('link-lost'));
      const timer = setTimeout(() => {
        forget(id);
        fail(new LinkFault('server-silent'));
      }, answerMs);
      waiting.set(id, { settle, fail, timer });
      return promise;
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function answerOf(message: unknown): RpcAnswer {
  const fields = fieldsOf(message);
  if (!fields.has('error')) return { ok: true, result: fields.raw('result') };
  return { ok: false, code: fields.at('error').number('code', { least: -99_999, most: 99_999 }) ?? 0 };
}
