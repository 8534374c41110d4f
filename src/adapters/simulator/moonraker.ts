// A simulated printer with Klipper behind a Moonraker: a real WebSocket server with its key, its one identify per
// connection, its subscriptions that are replaced and lost, its deltas, and end states that stay. Every request that is
// not reading is written down.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { WebSocket, WebSocketServer } from 'ws';
import { type Plug, pulledServer } from './pulled-server.ts';
import { objectOf } from './stock/stock-link.ts';

export type SimulatedMoonraker = Plug & {
  /** Methods that are not reading, in order. */
  readonly orders: string[];
  /** What the printer does with an order; ending is usual. */
  conduct: 'ends' | 'refuses' | 'ignores';
  /** Accepts, and says nothing any more. */
  isMute: boolean;
  /** Answers of these methods go out as this text. */
  readonly instead: Map<string, string>;
  /** Left out: it has only just begun. */
  startJob(name: string, done?: { readonly printedS: number; readonly progress: number }): void;
  pauseJob(): void;
  resumeJob(): void;
  finishJob(): void;
  cancelJob(): void;
  failJob(): void;
  /** Merges into the objects of Klipper, and tells whoever subscribed. */
  set(object: string, fields: Readonly<Record<string, unknown>>): void;
  /** `ready` after anything else is a fresh start of Klipper: every subscription is lost. */
  setKlippy(state: 'ready' | 'startup' | 'shutdown' | 'error' | 'disconnected'): void;
  /** To every socket, as it stands. */
  say(text: string): void;
};

export type MoonrakerOptions = {
  /** 0 takes a free one. */
  readonly port: number;
  /** Null: every address is trusted. */
  readonly key: string | null;
  /** Left out: it has no history component. */
  readonly totals?: { readonly total_jobs: number; readonly total_print_time: number };
};

type Objects = Map<string, Record<string, unknown>>;

type Client = {
  readonly socket: WebSocket;
  /** Where the key stood in the upgrade, or everybody is trusted. */
  isTrusted: boolean;
  isIdentified: boolean;
  subscribed: Wanted;
};

/** Null: all fields of that object. */
type Wanted = ReadonlyMap<string, readonly string[] | null>;

type Answer = { readonly result: unknown } | { readonly error: { code: number; message: string } };
const refuse = (code: number, message: string): Answer => ({ error: { code, message } });

const reading =
  /^(server\.(info|connection\.identify|history\.totals)|printer\.objects\.(list|query|subscribe))$/;

export async function simulateMoonraker(options: MoonrakerOptions): Promise<SimulatedMoonraker> {
  const objects = restingPrinter();
  const clients = new Set<Client>();
  let klippy: string = 'ready';
  const http = createServer((request, response) => answerWeb({ request, response, key: options.key }));
  const sockets = new WebSocketServer({ noServer: true });
  const server = pulledServer({ http, sockets }, options.port);

  const send = (client: Client, message: object): void => {
    if (!self.isMute && client.socket.readyState === WebSocket.OPEN)
      client.socket.send(JSON.stringify({ jsonrpc: '2.0', ...message }));
  };
  const notify = (method: string, params: readonly unknown[] = []): void => {
    for (const client of clients) if (client.isTrusted) send(client, { method, params });
  };
  http.on('upgrade', (request, stream, head) => {
    const key = keyOf(request);
    // A wrong key is turned away at once; without one a client may still identify itself.
    if (key !== null && options.key !== null && key !== options.key) {
      stream.end('HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, stream, head, (socket) => {
      const isTrusted = options.key === null || key === options.key;
      const client: Client = { socket, isTrusted, isIdentified: false, subscribed: new Map() };
      clients.add(client);
      socket.on('close', () => clients.delete(client));
      socket.on('error', () => undefined);
      socket.on('message', (data) => hear(client, String(data)));
    });
  });

  const hear = (client: Client, text: string): void => {
    const { id, method: named, params: given } = objectOf(text);
    const method = String(named);
    const params = objectOf(JSON.stringify(given ?? {}));
    if (!reading.test(method)) self.orders.push(method);
    const instead = self.instead.get(method);
    if (instead !== undefined) client.socket.send(instead.replace('"ID"', String(id)));
    else send(client, { id, ...answer({ client, method, params }, { options, self, objects, klippy }) });
  };
  const self: SimulatedMoonraker = {
    ...server.plug,
    ...{ orders: [], conduct: 'ends', isMute: false, instead: new Map() },
    ...jobsOf((object, fields) => self.set(object, fields)),
    set(object, fields) {
      objects.set(object, { ...objects.get(object), ...fields });
      for (const client of clients) {
        const delta = pick(new Map([[object, { ...fields }]]), client.subscribed);
        if (Object.keys(delta).length > 0)
          send(client, { method: 'notify_status_update', params: [delta, 2.5] });
      }
    },
    setKlippy(state) {
      klippy = state;
      if (state === 'ready') for (const [object, fields] of restingPrinter()) objects.set(object, fields);
      for (const client of clients) client.subscribed = new Map();
      if (state === 'ready' || state === 'shutdown' || state === 'disconnected')
        notify(`notify_klippy_${state}`);
    },
    say(text) {
      for (const { socket } of clients) socket.send(text);
    },
  };
  await server.listen();
  return self;
}

type Asked = {
  readonly client: Client;
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
};

type Printer = {
  readonly options: MoonrakerOptions;
  readonly self: SimulatedMoonraker;
  readonly objects: Objects;
  readonly klippy: string;
};

function answer({ client, method, params }: Asked, { options, self, objects, klippy }: Printer): Answer {
  if (method === 'server.connection.identify') return identify(client, params, options.key);
  if (!client.isTrusted) return refuse(-32_602, 'Unauthorized');
  if (method === 'server.info')
    return { result: { klippy_connected: klippy !== 'disconnected', klippy_state: klippy } };
  if (method === 'server.history.totals' && options.totals) return { result: { job_totals: options.totals } };
  if (method !== 'printer.objects.subscribe' && method !== 'printer.print.cancel')
    return refuse(-32_601, 'Method not found');
  if (klippy !== 'ready') return refuse(503, 'Klippy Host not connected');
  if (method === 'printer.objects.subscribe') {
    client.subscribed = new Map(Object.entries(objectOf(JSON.stringify(params.objects)))) as Wanted;
    return { result: { eventtime: 1.5, status: pick(objects, client.subscribed) } };
  }
  if (self.conduct === 'refuses') return refuse(400, 'Must home axis first');
  if (self.conduct === 'ends') self.cancelJob();
  return { result: 'ok' };
}

/** What it says without a socket: whether one is let in. */
function answerWeb(asked: { request: IncomingMessage; response: ServerResponse; key: string | null }): void {
  const { request, response, key } = asked;
  const isIn = key === null || keyOf(request) === key;
  const isOpen = request.url === '/access/info';
  response.writeHead(isOpen || isIn ? 200 : 401, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ result: isOpen ? { login_required: false, trusted: isIn } : {} }));
}

const keyOf = ({ headers }: IncomingMessage): string | null => {
  const key = headers['x-api-key'];
  return typeof key === 'string' ? key : null;
};

/** All four names are required; a second time is an error. */
function identify(client: Client, params: Readonly<Record<string, unknown>>, key: string | null): Answer {
  if (client.isIdentified) return refuse(400, 'Connection already identified');
  const names = ['client_name', 'version', 'type', 'url'];
  if (names.some((name) => typeof params[name] !== 'string')) return refuse(-32_602, 'No data for argument');
  if (params.api_key !== undefined && params.api_key !== key && key !== null)
    return refuse(-32_602, 'Invalid API Key');
  client.isTrusted ||= params.api_key === key;
  if (!client.isTrusted) return refuse(-32_602, 'Unauthorized');
  client.isIdentified = true;
  return { result: { connection_id: 1_730_367_696 } };
}

/** The fields that were asked for, of the objects that it has. */
function pick(objects: Objects, wanted: Wanted): Record<string, Record<string, unknown>> {
  const picked: Record<string, Record<string, unknown>> = {};
  for (const [object, fields] of wanted) {
    const has = objects.get(object);
    if (!has) continue;
    const entries = Object.entries(has).filter(([field]) => fields === null || fields.includes(field));
    if (entries.length > 0) picked[object] = Object.fromEntries(entries);
  }
  return picked;
}

const restingPrinter = (): Objects =>
  new Map<string, Record<string, unknown>>([
    ['webhooks', { state: 'ready', state_message: 'Printer is ready' }],
    ['print_stats', { state: 'standby', filename: '', total_duration: 0, print_duration: 0, message: '' }],
    ['virtual_sdcard', { progress: 0, is_active: false, file_position: 0 }],
    ['pause_resume', { is_paused: false }],
    ['idle_timeout', { state: 'Idle', printing_time: 0 }],
    ['extruder', { temperature: 22.4, target: 0, power: 0 }],
    ['heater_bed', { temperature: 21.9, target: 0, power: 0 }],
  ]);

type Jobs = Pick<
  SimulatedMoonraker,
  'startJob' | 'pauseJob' | 'resumeJob' | 'finishJob' | 'cancelJob' | 'failJob'
>;

/** Each as Klipper tells it, object by object. */
function jobsOf(set: SimulatedMoonraker['set']): Jobs {
  const end = (state: 'complete' | 'cancelled' | 'error'): void => {
    set('virtual_sdcard', { is_active: false });
    set('pause_resume', { is_paused: false });
    set('print_stats', { state });
    set('idle_timeout', { state: 'Ready' });
  };
  return {
    startJob(name, { printedS, progress } = { printedS: 0, progress: 0 }) {
      set('print_stats', { state: 'standby', filename: '', total_duration: 0, print_duration: 0 });
      set('virtual_sdcard', { progress, is_active: true });
      set('print_stats', {
        ...{ state: 'printing', filename: name, total_duration: printedS, print_duration: printedS },
      });
      set('idle_timeout', { state: 'Printing' });
    },
    pauseJob() {
      set('pause_resume', { is_paused: true });
      set('virtual_sdcard', { is_active: false });
      set('print_stats', { state: 'paused' });
    },
    resumeJob() {
      set('virtual_sdcard', { is_active: true });
      set('print_stats', { state: 'printing' });
      set('pause_resume', { is_paused: false });
    },
    finishJob() {
      set('virtual_sdcard', { progress: 1 });
      end('complete');
    },
    cancelJob: () => end('cancelled'),
    failJob: () => end('error'),
  };
}
