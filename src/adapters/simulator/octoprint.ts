// A simulated OctoPrint with its printer: a real HTTP and WebSocket server with its passive login, its socket that is
// mute until it is authorised, its pushes at a bounded pace, its flags of which several are true at once, and its 409
// while no printer is connected. Every request that is not reading is written down.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { WebSocket, WebSocketServer } from 'ws';
import { realTime } from './native-link.ts';
import { type AppKeyConduct, appKeyReply } from './octoprint-app-keys.ts';
import { type OctoprintState, octoprintFlags, octoprintTexts } from './octoprint-flags.ts';
import { type Plug, pulledServer } from './pulled-server.ts';
import { objectOf } from './stock/stock-link.ts';

/** After a restart it prints on, as from its card; in life a print that OctoPrint sends ends with it. */
export type SimulatedOctoprint = Plug & {
  /** Requests that are not reading, in order. */
  readonly orders: string[];
  conduct: 'ends' | 'refuses' | 'ignores';
  /** Accepts, and says nothing any more. */
  isMute: boolean;
  /** Whether its socket says what changes. */
  isPushing: boolean;
  /** What the key may: look and print, only look, or nothing of the printer. */
  rights: 'print' | 'status' | 'none';
  /** Answers of these paths go out as this text, with status 200. */
  readonly instead: Map<string, string>;
  /** What a person does who is asked for an application key. */
  appKeys: AppKeyConduct;
  /** Authorisations on sockets so far. */
  signIns: number;
  /** Left out: it has only just begun. */
  startJob(name: string, done?: Progress): void;
  pauseJob(): void;
  resumeJob(): void;
  finishJob(): void;
  cancelJob(): void;
  failJob(): void;
  setState(state: OctoprintState): void;
  setProgress(progress: Progress): void;
  setHeat(heat: Readonly<Record<string, { actual: number; target: number | null }>>): void;
  /** Asks every socket to sign in anew, and is mute to it until then. */
  askAgain(reason: 'logout' | 'stale' | 'removed'): void;
  /** To every socket, as it stands. */
  say(text: string): void;
};

type Progress = { readonly completion: number | null; readonly printTimeLeft: number | null };

export type OctoprintOptions = {
  /** 0 takes a free one. */
  readonly port: number;
  readonly key: string;
  /** A proxy in front that lets no WebSocket through, or one that lets nothing through it. */
  readonly socket?: 'open' | 'refused' | 'mute';
  /** Between two pushes, times the throttle of the socket; usual is half a second. */
  readonly pushMs?: number;
};

type Client = {
  readonly socket: WebSocket;
  isSignedIn: boolean;
  throttle: number;
  isDue: boolean;
  callOff: (() => void) | null;
};

type Print = {
  state: OctoprintState;
  name: string | null;
  completion: number | null;
  printTimeLeft: number | null;
  heat: Readonly<Record<string, unknown>>;
  /** What happens next when somebody was told of this state. */
  onceSeen: (() => void) | null;
};

const session = 'simulated-session';

export async function simulateOctoprint(options: OctoprintOptions): Promise<SimulatedOctoprint> {
  const { socket: socketIs = 'open', pushMs = 500 } = options;
  const print = restingPrint();
  const clients = new Set<Client>();
  const http = createServer((request, response) => void answer({ request, response, options, print, self }));
  const sockets = new WebSocketServer({ noServer: true });
  const server = pulledServer({ http, sockets }, options.port);

  const send = ({ socket }: Client, message: object): void => {
    if (!self.isMute && socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
  };
  /** At once, and then no sooner than the pace allows; what changed meanwhile goes out in one. */
  const push = (client: Client): void => {
    if (!client.isSignedIn || !self.isPushing) return;
    client.isDue = client.callOff !== null;
    if (client.isDue) return;
    send(client, { current: pushOf(print) });
    client.callOff = realTime.after(pushMs * client.throttle, () => {
      client.callOff = null;
      if (client.isDue) push(client);
    });
  };
  const pushAll = (): void => {
    for (const client of clients) push(client);
  };
  const tell = (type: string, payload: object = {}): void => {
    for (const client of clients) if (client.isSignedIn) send(client, { event: { type, payload } });
  };
  const hear = (client: Client, text: string): void => {
    const { auth, throttle } = objectOf(text);
    if (typeof throttle === 'number' && throttle >= 1) client.throttle = throttle;
    if (auth !== `officina:${session}` || self.rights === 'none' || socketIs === 'mute') return;
    self.signIns += 1;
    client.isSignedIn = true;
    send(client, { history: pushOf(print) });
  };
  http.on('upgrade', (request, stream, head) => {
    if (socketIs === 'refused' || request.url !== '/sockjs/websocket') {
      stream.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, stream, head, (socket) => {
      const client: Client = { socket, isSignedIn: false, throttle: 1, isDue: false, callOff: null };
      clients.add(client);
      socket.on('close', () => {
        client.callOff?.();
        clients.delete(client);
      });
      socket.on('error', () => undefined);
      socket.on('message', (data) => hear(client, String(data)));
      send(client, { connected: { version: '1.10.3', apikey: 'of-the-page' } });
    });
  });

  const self: SimulatedOctoprint = {
    ...server.plug,
    ...{
      orders: [],
      conduct: 'ends',
      isMute: false,
      isPushing: true,
      rights: 'print',
      appKeys: 'allows',
      instead: new Map(),
      signIns: 0,
    },
    ...jobsOf({ print, push: pushAll, tell }),
    askAgain(reason) {
      for (const client of clients) {
        client.isSignedIn = false;
        send(client, { reauthRequired: { reason } });
      }
    },
    say(text) {
      for (const { socket } of clients) socket.send(text);
    },
  };
  await server.listen();
  return self;
}

const cold = { tool0: { actual: 22.1, target: 0 }, bed: { actual: 21.7, target: 0 } };

const restingPrint = (): Print => ({
  state: 'operational',
  name: null,
  completion: null,
  printTimeLeft: null,
  heat: cold,
  onceSeen: null,
});

function stateOf(print: Print): object {
  const { state, onceSeen } = print;
  print.onceSeen = null;
  if (onceSeen) setImmediate(onceSeen);
  return { text: octoprintTexts[state], flags: octoprintFlags(state), error: '' };
}
const jobOf = ({ name, completion, printTimeLeft }: Print) => ({
  job: { file: { name, path: name, origin: 'local' }, estimatedPrintTime: null },
  progress: { completion, filepos: null, printTime: null, printTimeLeft },
});
const pushOf = (print: Print): object => ({
  ...{ state: stateOf(print), ...jobOf(print), temps: [{ time: 1, ...print.heat }], logs: ['Recv: ok'] },
});

type Asked = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly options: OctoprintOptions;
  readonly print: Print;
  readonly self: SimulatedOctoprint;
};

async function answer({ request, response, options, print, self }: Asked): Promise<void> {
  const path = request.url?.split('?')[0] ?? '';
  const what = `${request.method} ${path}`;
  const { command } = objectOf(Buffer.concat(await request.toArray()).toString());
  if (self.isMute) return;
  const [status, body] = replyTo({ what, path, command, request, options, print, self });
  const text = typeof body === 'object' ? JSON.stringify(body) : body;
  response.writeHead(status, { 'content-type': 'application/json' }).end(text);
}

type Reply = readonly [status: number, body?: object | string];

type Question = Omit<Asked, 'response'> & {
  readonly what: string;
  readonly path: string;
  readonly command: unknown;
};

function replyTo(question: Question): Reply {
  const { what, path, request, options, print, self } = question;
  if (what === 'POST /api/job') self.orders.push(`${what} ${String(question.command)}`);
  else if (request.method !== 'GET' && path !== '/api/login') self.orders.push(what);
  const early = appKeyReply({ what, key: options.key, conduct: self.appKeys });
  if (early) return early;
  if (request.headers['x-api-key'] !== options.key) return [403];
  const instead = self.instead.get(path);
  if (instead !== undefined) return [200, instead];
  if (what === 'POST /api/login') return [200, { name: 'officina', session, admin: false }];
  if (self.rights === 'none') return [403];
  if (what === 'GET /api/job') return [200, { ...jobOf(print), state: octoprintTexts[print.state] }];
  if (what === 'POST /api/job') return takeOrder(question);
  if (what !== 'GET /api/printer') return [404];
  if (!octoprintFlags(print.state).operational) return [409];
  return [200, { state: stateOf(print), temperature: print.heat }];
}

function takeOrder({ command, print, self }: Question): Reply {
  if (self.rights !== 'print' || self.conduct === 'refuses') return [403];
  if (command !== 'cancel') return [400];
  if (!octoprintFlags(print.state).printing && print.state !== 'paused') return [409];
  if (self.conduct === 'ends') self.cancelJob();
  return [204];
}

type Works = {
  readonly print: Print;
  readonly push: () => void;
  readonly tell: (type: string, payload?: object) => void;
};

type Jobs = Pick<
  SimulatedOctoprint,
  | 'startJob'
  | 'pauseJob'
  | 'resumeJob'
  | 'finishJob'
  | 'cancelJob'
  | 'failJob'
  | 'setState'
  | 'setProgress'
  | 'setHeat'
>;

/** A cancelled print is told as failed as well. */
function jobsOf({ print, push, tell }: Works): Jobs {
  const change = (now: Partial<Print>): void => {
    Object.assign(print, { onceSeen: null }, now);
    push();
  };
  return {
    startJob(name, done = { completion: 0, printTimeLeft: null }) {
      change({ state: 'printing', name, ...done });
      tell('PrintStarted', { name });
    },
    pauseJob: () => change({ state: 'paused' }),
    resumeJob: () => change({ state: 'printing' }),
    finishJob() {
      tell('PrintDone', { name: print.name });
      change({ state: 'operational', completion: 100, printTimeLeft: 0 });
    },
    cancelJob() {
      print.state = 'cancelling';
      tell('PrintCancelled', { name: print.name });
      tell('PrintFailed', { name: print.name, reason: 'cancelled' });
      // It takes its time: nobody who looks can miss it.
      print.onceSeen = () => change({ state: 'operational', completion: null, printTimeLeft: null });
      push();
    },
    failJob() {
      tell('PrintFailed', { name: print.name, reason: 'error' });
      change({ state: 'operational', completion: null, printTimeLeft: null });
    },
    setState: (state) => change({ state }),
    setProgress: (progress) => change(progress),
    setHeat: (heat) => change({ heat }),
  };
}
