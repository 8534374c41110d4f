// A Duet with a single-board computer: Duet Software Framework tells its model over a WebSocket, whole and then what
// changed, each message only after we have answered `OK` to the one before.

import { askAgain } from '../../edge/ask-again.ts';
import { askHttp, jsonOf } from '../../edge/ask-http.ts';
import { at, isRecord } from '../../edge/json-at.ts';
import { LinkFault, toLinkFault } from '../../edge/link-fault.ts';
import { type OpenedSocket, openSocket } from '../../edge/open-socket.ts';
import type { Ears } from '../../edge/talk.ts';
import { type DuetPace, type DuetSession, leaveMs } from './duet-session.ts';
import { type Model, mergeModel } from './merge-model.ts';
import { isAway, readModel, statusOf } from './read-model.ts';

type Place = { readonly url: string; readonly password: string; readonly pace: DuetPace };

export async function openComputerSession(place: Place, signal: AbortSignal): Promise<DuetSession> {
  const { url } = place;
  const key = await connect(place, signal);
  const headers = { 'X-Session-Key': key };
  let model: Model = {};
  return {
    run: (ears) =>
      tell({
        url,
        key,
        pingMs: place.pace.pingMs,
        ears,
        take: (change) => (model = mergeModel(model, change)),
      }),
    // What is told comes by itself, and at once.
    status: async () => statusOf(model),
    async order(code, orderSignal) {
      const path = '/machine/code?async=true';
      const ordered = { url: url + path, method: 'POST', headers, body: code, signal: orderSignal } as const;
      const { status } = await askHttp(ordered);
      return status === 200 || status === 204 ? 'taken' : 'refused';
    },
    async leave() {
      const goodbye = { url: `${url}/machine/disconnect`, headers, signal: AbortSignal.timeout(leaveMs) };
      await askAgain(goodbye).catch(() => undefined);
    },
  };
}

async function connect({ url, password }: Place, signal: AbortSignal): Promise<string> {
  const path = `/machine/connect?password=${encodeURIComponent(password)}`;
  const answer = await askAgain({ url: url + path, signal });
  if (answer.status === 401 || answer.status === 403) throw new LinkFault('sign-in-refused');
  // The control server behind it is down.
  if (answer.status === 503) throw new LinkFault('controller-away');
  const key = answer.status === 200 ? at(jsonOf(answer), 'sessionKey') : null;
  if (typeof key === 'string' && /^[\x21-\x7e]{1,200}$/.test(key)) return key;
  throw new LinkFault('answer-unfit', {}, { cause: new Error(`status ${answer.status}`) });
}

type Telling = {
  readonly url: string;
  readonly key: string;
  readonly pingMs: number;
  readonly ears: Ears;
  /** Lays a change over the model and gives it back. */
  readonly take: (change: unknown) => Model;
};

async function tell({ url, key, pingMs, ears, take }: Telling): Promise<never> {
  const ending = new AbortController();
  const fault = Promise.withResolvers<never>();
  fault.promise.catch(() => undefined);
  let socket: OpenedSocket | null = null;
  /** What came before the socket was in our hands. */
  let owed = 0;
  const answer = (text: string): void => {
    if (socket?.send(text) === false) fault.reject(new LinkFault('link-lost'));
  };
  const onText = (text: string): void => {
    if (text.trim() === 'PONG') {
      ears.alive();
      return;
    }
    try {
      const model = take(changeIn(text));
      if (isAway(model)) ears.away({ code: 'controller-away', values: {} });
      else ears.seen(readModel(model));
    } catch (thrown) {
      fault.reject(toLinkFault(thrown, 'answer-unfit'));
      return;
    }
    if (socket) answer('OK\n');
    else owed += 1;
  };
  // The key stands in the address because the server looks for it only there; it holds for this session alone.
  const address = `${url.replace(/^http/, 'ws')}/machine?sessionKey=${encodeURIComponent(key)}`;
  const signal = AbortSignal.any([ears.signal, ending.signal]);
  const opened = await openSocket({ url: address, signal, onText });
  socket = opened;
  for (; owed > 0; owed--) answer('OK\n');
  const pings = setInterval(() => answer('PING\n'), pingMs);
  try {
    return await Promise.race([opened.over, fault.promise]);
  } finally {
    clearInterval(pings);
    ending.abort();
    await opened.over.catch(() => undefined);
  }
}

function changeIn(text: string): Readonly<Record<string, unknown>> {
  const json: unknown = JSON.parse(text);
  if (!isRecord(json)) throw new Error('no model in it');
  return json;
}
