// A simulated Duet with a computer beside it: Duet Software Framework with its WebSocket, whole model first and then what
// changed, each message only after `OK` to the one before; anything else that it is told ends the socket.

import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { type DuetMachine, simulateDuetMachine } from './duet-machine.ts';
import { type HttpMachine, type Said, serveHttpMachine } from './http-machine.ts';

export type DuetComputerOptions = {
  /** 0 takes a free one. */
  readonly port: number;
  readonly password: string;
  /** Left out: it also answers `rr_connect`, in the stead of a board. */
  readonly emulates?: boolean;
};

export type SimulatedDuetComputer = HttpMachine &
  DuetMachine & {
    sessions(): number;
    /** Sent to all sockets as it is. */
    say(text: string): void;
    /** Signs of life that it was asked for. */
    pings(): number;
    /** Codes with which sockets were ended for what they said. */
    complaints(): readonly number[];
    /** Its sessions are gone; the job goes on. */
    restart(): Promise<void>;
  };

const longestMessage = 128;

export async function simulateDuetComputer(options: DuetComputerOptions): Promise<SimulatedDuetComputer> {
  const { password, emulates = true } = options;
  const machine = simulateDuetMachine();
  const keys = new Set<string>();
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  const complaints: number[] = [];
  let pings = 0;
  let isHanging = false;
  const isQuiet = () => isHanging;
  const onPing = () => {
    pings += 1;
  };
  const connect = (given: string | null): Said => {
    if (given !== password) return { status: 403 };
    const key = randomBytes(12).toString('hex');
    keys.add(key);
    return { status: 200, body: { sessionKey: key } };
  };
  const server = await serveHttpMachine({
    port: options.port,
    answer({ method, path, header, body }) {
      const { pathname, searchParams } = new URL(path, 'http://duet');
      const key = header('x-session-key') ?? '';
      if (emulates && pathname === '/rr_connect')
        return {
          status: 200,
          body: { err: searchParams.get('password') === password ? 0 : 1, isEmulated: true },
        };
      if (emulates && pathname === '/rr_disconnect') return { status: 204 };
      if (pathname === '/machine/connect') return connect(searchParams.get('password'));
      if (!pathname.startsWith('/machine/')) return { status: 404 };
      if (!keys.has(key)) return { status: 403 };
      if (pathname === '/machine/disconnect') keys.delete(key);
      else if (method !== 'POST' || pathname !== '/machine/code') return { status: 404 };
      else if (machine.code(body) === 'refused') return { status: 500, body: 'not now' };
      return { status: 200, body: '' };
    },
    onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer) {
      const key = new URL(request.url ?? '/', 'http://duet').searchParams.get('sessionKey') ?? '';
      if (keys.has(key))
        sockets.handleUpgrade(request, socket, head, (ws) =>
          serve({ ws, machine, isQuiet, onPing, complaints }),
        );
      else socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    },
  });
  const vanish = async (): Promise<void> => {
    for (const ws of sockets.clients) ws.terminate();
    await server.vanish();
  };
  return {
    ...server,
    ...machine,
    sessions: () => keys.size,
    pings: () => pings,
    complaints: () => complaints,
    say(text) {
      for (const ws of sockets.clients) ws.send(text);
    },
    hang(on) {
      isHanging = on;
      server.hang(on);
    },
    vanish,
    close: vanish,
    async restart() {
      await vanish();
      keys.clear();
      await server.comeBack();
    },
  };
}

type Served = {
  readonly ws: WebSocket;
  readonly machine: DuetMachine;
  readonly isQuiet: () => boolean;
  readonly onPing: () => void;
  readonly complaints: number[];
};

function serve({ ws, machine, isQuiet, onPing, complaints }: Served): void {
  let told: unknown = null;
  let isAwaiting = false;
  const tell = (): void => {
    if (isAwaiting || isQuiet() || ws.readyState !== ws.OPEN) return;
    const now = machine.model();
    const change = told === null ? now : changeOf(told, now);
    if (change === undefined) return;
    [told, isAwaiting] = [now, true];
    ws.send(JSON.stringify(change));
  };
  const complain = (code: number): void => {
    complaints.push(code);
    ws.close(code);
  };
  ws.on('error', () => ws.terminate());
  ws.on('message', (data, isBinary) => {
    const text = String(data);
    if (isBinary) complain(1003);
    else if (text.length > longestMessage) complain(1007);
    else if (text === 'OK\n') {
      isAwaiting = false;
      tell();
    } else if (text === 'PING\n') {
      onPing();
      if (!isQuiet()) ws.send('PONG\n');
    } else complain(1003);
  });
  machine.onChange(tell);
  tell();
}

/** What is different: members that are, and lists by place with `{}` for what is not; undefined where all is the same. */
function changeOf(before: unknown, now: unknown): unknown {
  if (JSON.stringify(before) === JSON.stringify(now)) return undefined;
  if (Array.isArray(before) && Array.isArray(now))
    return now.map((item, index) => changeOf(before[index], item) ?? (typeof item === 'object' ? {} : item));
  if (typeof before !== 'object' || typeof now !== 'object' || before === null || now === null) return now;
  const known = new Map(Object.entries(before));
  const changes = Object.entries(now).map(
    ([name, value]) => [name, changeOf(known.get(name), value)] as const,
  );
  return Object.fromEntries(changes.filter(([, value]) => value !== undefined));
}
