// A simulated Duet that stands alone: the `rr_` questions of RepRapFirmware 3 with its few sessions, its narrow parser,
// its parts of long lists, and its shortage of memory.

import { type DuetMachine, type DuetModel, simulateDuetMachine } from './duet-machine.ts';
import { type Asked, type HttpMachine, type Said, serveHttpMachine } from './http-machine.ts';

export type DuetBoardOptions = {
  /** 0 takes a free one. */
  readonly port: number;
  readonly password: string;
  /** Left out: eight seconds without a question end a session. */
  readonly sessionMs?: number;
  /** How long a pause and an end take. */
  readonly macroMs?: number;
};

export type SimulatedDuetBoard = HttpMachine &
  DuetMachine & {
    sessions(): number;
    /** Other programs take all places, or leave them again. */
    fill(on: boolean): void;
    /** So many questions are turned away for want of memory. */
    starve(questions: number): void;
    /** Its sessions are gone; the job goes on. */
    restart(): Promise<void>;
  };

const sessionLimit = 8;
/** Items of a list in one part. */
const partLength = 2;
const longestHead = 1460;
const mostPairs = 5;
const mostHeaders = 30;

export async function simulateDuetBoard(options: DuetBoardOptions): Promise<SimulatedDuetBoard> {
  const { password, sessionMs = 8000 } = options;
  const machine = simulateDuetMachine(options);
  const sessions = new Map<string, number>();
  let isFull = false;
  let starving = 0;
  let lastKey = 100;
  const now = () => performance.now();
  const forget = (): void => {
    for (const [key, seenMs] of sessions) if (now() - seenMs > sessionMs) sessions.delete(key);
  };
  const connect = (query: URLSearchParams): Said => {
    const given = query.get('password');
    // Without one it is no question for a session at all.
    if (given === null) return { status: 401 };
    if (given !== password) return { status: 200, body: { err: 1 } };
    if (isFull || sessions.size >= sessionLimit) return { status: 200, body: { err: 2 } };
    const key = query.get('sessionKey') === 'yes' ? ++lastKey : 0;
    sessions.set(String(key), now());
    const said = { err: 0, sessionTimeout: sessionMs, boardType: 'duet3mb6hc', apiLevel: 1 };
    return { status: 200, body: { ...said, ...(key > 0 ? { sessionKey: key } : {}) } };
  };
  const server = await serveHttpMachine({
    port: options.port,
    answer(asked) {
      const { pathname, searchParams } = new URL(asked.path, 'http://duet');
      if (!fitsParser(asked, searchParams)) return { status: 400 };
      forget();
      if (pathname === '/rr_connect') return connect(searchParams);
      const key = asked.header('x-session-key') ?? '0';
      if (!sessions.has(key)) return { status: 401 };
      sessions.set(key, now());
      if (pathname === '/rr_disconnect') {
        sessions.delete(key);
        return { status: 200, body: { err: 0 } };
      }
      if (pathname === '/rr_reply') return { status: 200, body: '' };
      if (starving > 0) {
        starving -= 1;
        return { status: 503 };
      }
      if (pathname === '/rr_model') return { status: 200, body: answerModel(machine.model(), searchParams) };
      if (pathname !== '/rr_gcode') return { status: 404 };
      const isTaken = machine.code(searchParams.get('gcode') ?? '') === 'taken';
      return { status: 200, body: isTaken ? { buff: 240 } : { err: 1 } };
    },
  });
  return {
    ...server,
    ...machine,
    sessions: () => sessions.size,
    fill(on) {
      isFull = on;
    },
    starve(questions) {
      starving = questions;
    },
    async restart() {
      await server.vanish();
      sessions.clear();
      await server.comeBack();
    },
  };
}

/** Percent escapes in capitals, little of everything. */
function fitsParser({ method, path, rawHeaders }: Asked, query: URLSearchParams): boolean {
  const head =
    `${method} ${path} HTTP/1.1`.length + rawHeaders.reduce((sum, part) => sum + part.length + 3, 4);
  const hasSmall = /%([0-9A-F][a-f]|[a-f])/.test(path);
  return head <= longestHead && query.size <= mostPairs && rawHeaders.length / 2 < mostHeaders && !hasSmall;
}

function answerModel(model: DuetModel, query: URLSearchParams): object {
  const key = query.get('key') ?? '';
  const flags = query.get('flags') ?? '';
  if (key === '') return { key, flags, result: liveOf(model) };
  let result: unknown = model;
  for (const step of key.split('.')) result = (result as Record<string, unknown> | undefined)?.[step];
  if (!Array.isArray(result)) return { key, flags, result: result ?? null };
  const from = Number(/a([0-9]+)$/.exec(flags)?.[1] ?? 0);
  const next = from + partLength < result.length ? from + partLength : 0;
  return { key, flags, result: result.slice(from, from + partLength), next };
}

/** What moves often; names of files do not. */
function liveOf({ state, job, heat, seqs }: DuetModel): object {
  const { filePosition, duration, timesLeft } = job;
  const heaters = (heat.heaters as readonly { current: number; state: string }[]).map((heater) => ({
    ...{ current: heater.current, state: heater.state },
  }));
  return { state, job: { filePosition, duration, timesLeft }, heat: { heaters }, seqs };
}
