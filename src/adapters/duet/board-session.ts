// A Duet that stands alone: RepRapFirmware answers `rr_` questions itself, with little memory. One question at a time,
// few headers (its parser takes 1460 bytes), and answers to codes are fetched only when there is one.

import { setTimeout as sleep } from 'node:timers/promises';
import { askAgain } from '../../edge/ask-again.ts';
import { askHttp, type HttpAnswer, jsonOf } from '../../edge/ask-http.ts';
import { inTurn } from '../../edge/in-turn.ts';
import { at, isRecord, numberAt } from '../../edge/json-at.ts';
import { LinkFault } from '../../edge/link-fault.ts';
import type { Ears } from '../../edge/talk.ts';
import { type DuetPace, type DuetSession, leaveMs } from './duet-session.ts';
import { type Model, type ModelKey, mergeModel, modelKeys } from './merge-model.ts';
import { isAway, readModel } from './read-model.ts';

type Place = { readonly url: string; readonly password: string; readonly pace: DuetPace };

/** A board that is out of memory is asked so often, then given up. */
const mostTries = 3;
/** Parts of one list. */
const mostParts = 16;

/** Null where a computer beside the board answers in its stead; rejects with a `LinkFault`. */
export async function openBoardSession(place: Place, signal: AbortSignal): Promise<DuetSession | null> {
  const key = await connect(place, signal);
  return key === 'elsewhere' ? null : boardSession(place, key);
}

type SessionKey = string | null;

/** The password is always sent, also where none is set: without it the board lets nobody in. */
async function connect({ url, password }: Place, signal: AbortSignal): Promise<SessionKey | 'elsewhere'> {
  const query = `password=${encodeURIComponent(password)}&sessionKey=yes`;
  const answer = await askAgain({ url: `${url}/rr_connect?${query}`, signal });
  if (answer.status === 404) return 'elsewhere';
  if (answer.status === 401 || answer.status === 403) throw new LinkFault('sign-in-refused');
  const json = jsonOf(fitting(answer));
  const err = numberAt(json, 'err');
  if (err === 1) throw new LinkFault('sign-in-refused');
  if (err === 2) throw new LinkFault('no-free-session');
  if (err !== 0) throw new LinkFault('answer-unfit', {}, { cause: new Error(`err ${err}`) });
  if (at(json, 'isEmulated') === true) {
    // The place that this took is not the one that we need.
    await askAgain({ url: `${url}/rr_disconnect`, signal });
    return 'elsewhere';
  }
  // Firmware from before keys tells sessions apart by address alone.
  const key = numberAt(json, 'sessionKey');
  return key === null ? null : String(key);
}

type Board = {
  readonly ask: (path: string, signal: AbortSignal) => Promise<HttpAnswer>;
  /** Never asked twice: a broken connection leaves open whether it was taken. */
  readonly order: (path: string, signal: AbortSignal) => Promise<HttpAnswer>;
  readonly leave: () => Promise<void>;
};

function boardSession(place: Place, first: SessionKey): DuetSession {
  const board = openBoard(place, first);
  return {
    run: (ears) => tell({ board, ears, pollMs: place.pace.pollMs }),
    async status(signal) {
      const said = at(jsonOf(await board.ask('/rr_model?key=state.status', signal)), 'result');
      return typeof said === 'string' ? said : null;
    },
    async order(code, signal) {
      // Room in its buffer is the answer of one that took it; what the code says comes by rr_reply.
      const json = jsonOf(await board.order(`/rr_gcode?gcode=${code}`, signal));
      const isTaken = (numberAt(json, 'err') ?? 0) === 0 && isRecord(json);
      return isTaken ? 'taken' : 'refused';
    },
    leave: board.leave,
  };
}

function openBoard(place: Place, first: SessionKey): Board {
  const { url, pace } = place;
  const turn = inTurn();
  let key = first;
  const question = (path: string, signal: AbortSignal) => ({
    ...{ url: url + path, signal },
    ...(key === null ? {} : { headers: { 'X-Session-Key': key } }),
  });
  /** What is turned away was not taken: that is asked anew in a new session, or when there is memory again. */
  const settle = async (path: string, signal: AbortSignal, put = askAgain): Promise<HttpAnswer> => {
    let isNew = false;
    for (let tries = 1; ; tries++) {
      const answer = await put(question(path, signal));
      if (answer.status === 401 && !isNew) {
        const again = await connect(place, signal);
        if (again === 'elsewhere') throw new LinkFault('link-lost');
        [key, isNew] = [again, true];
      } else if (answer.status >= 500 && tries < mostTries) {
        // What waits to be fetched is what fills its memory.
        if (answer.status === 503) await askAgain(question('/rr_reply', signal));
        await sleep(pace.busyMs, undefined, { signal });
      } else if (answer.status === 401 || answer.status === 403) throw new LinkFault('sign-in-refused');
      else if (answer.status >= 500) throw new LinkFault('server-silent');
      else return fitting(answer);
    }
  };
  return {
    ask: (path, signal) => turn(() => settle(path, signal)),
    order: (path, signal) => turn(() => settle(path, signal, askHttp)),
    async leave() {
      const signal = AbortSignal.timeout(leaveMs);
      await turn(() => askAgain(question('/rr_disconnect', signal))).catch(() => undefined);
    },
  };
}

type Telling = { readonly board: Board; readonly ears: Ears; readonly pollMs: number };

/** All of the model once; then what moves often, and each part again whose number has moved on. */
async function tell({ board, ears, pollMs }: Telling): Promise<never> {
  const { signal } = ears;
  const read = async (query: string): Promise<unknown> =>
    jsonOf(await board.ask(`/rr_model?${query}`, signal));
  let seqs: unknown = at(await read('key=seqs'), 'result');
  let model: Model = {};
  for (const key of modelKeys) model = await replaced(model, key, read);
  let upMs = -1;
  for (;;) {
    const live = at(await read('flags=d99fn'), 'result');
    const now = at(live, 'seqs');
    if (!isRecord(now) || at(live, 'state', 'status') === undefined)
      throw new LinkFault('answer-unfit', {}, { cause: new Error('no status in it') });
    model = mergeModel(model, live);
    for (const key of modelKeys) {
      if (at(now, key) !== at(seqs, key)) model = await replaced(model, key, read);
    }
    if (at(now, 'reply') !== at(seqs, 'reply')) await board.ask('/rr_reply', signal);
    seqs = now;
    const nowUp = numberAt(model, 'state', 'upTime') ?? upMs;
    // It has started anew: nothing that we know of it holds.
    if (nowUp < upMs) throw new LinkFault('link-lost', {}, { cause: new Error('it has started again') });
    upMs = nowUp;
    if (isAway(model)) ears.away({ code: 'controller-away', values: {} });
    else ears.seen(readModel(model));
    await sleep(pollMs, undefined, { signal });
  }
}

/** Lists come in parts: `next` is where the following one begins. */
async function replaced(
  model: Model,
  key: ModelKey,
  read: (query: string) => Promise<unknown>,
): Promise<Model> {
  let whole: unknown;
  let next = 0;
  for (let part = 0; part < mostParts; part++) {
    const answer = await read(`key=${key}&flags=d99vn${next === 0 ? '' : `a${next}`}`);
    const result = at(answer, 'result');
    whole = Array.isArray(whole) && Array.isArray(result) ? [...whole, ...result] : result;
    const following = numberAt(answer, 'next') ?? 0;
    if (following <= next) break;
    next = following;
  }
  const { [key]: _, ...others } = model;
  return mergeModel(others, { [key]: whole ?? null });
}

function fitting(answer: HttpAnswer): HttpAnswer {
  if (answer.status === 200 || answer.status === 204) return answer;
  throw new LinkFault('answer-unfit', {}, { cause: new Error(`status ${answer.status}`) });
}
