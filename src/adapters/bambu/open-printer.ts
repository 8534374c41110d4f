// One connection to the broker inside a printer: TLS first, whose certificate is judged before a byte of ours goes
// through it, then MQTT. It says goodbye when it leaves, since a printer may keep the place of who does not for hours.

import { connect, type TLSSocket } from 'node:tls';
import { MqttClient } from 'mqtt';
import { unreachedBy } from '../../edge/ask-http.ts';
import { shownBy } from '../../edge/judge-certificate.ts';
import { LinkFault } from '../../edge/link-fault.ts';
import { judgePrinter, type PrinterTrust } from './judge-printer.ts';

export type OpenedPrinter = {
  /** Resolves when the printer has taken it, which is not yet obeyed. */
  ask(message: object): Promise<void>;
  /** Rejects with a `LinkFault` when it has ended. */
  readonly over: Promise<never>;
  /** With a goodbye, and within a second. */
  leave(): Promise<void>;
};

export type PrinterPlace = {
  readonly host: string;
  readonly port: number;
  /** The access code. */
  readonly key: string;
  readonly trust: PrinterTrust;
  readonly signal: AbortSignal;
  readonly onReport: (text: Buffer) => void;
};

const connectMs = 10_000;
const goodbyeMs = 1_000;
const keepaliveS = 15;
/** A full report has some 20 kB; what is longer is not a printer's. */
const mostBytes = 262_144;

/** Resolves when it is signed in and hears the reports; rejects with a `LinkFault`. */
export async function openPrinter(place: PrinterPlace): Promise<OpenedPrinter> {
  const { key, trust, signal, onReport } = place;
  const socket = await openTls(place);
  const bound = boundPackets(socket);
  const client = new MqttClient(() => socket, {
    ...{ username: 'bblp', password: key, protocolVersion: 4, clean: true, keepalive: keepaliveS },
    ...{ reconnectPeriod: 0, connectTimeout: connectMs, resubscribe: false, queueQoSZero: false },
    clientId: `officina-${trust.serial.toLowerCase()}`,
  });
  const topic = (way: 'report' | 'request'): string => `device/${trust.serial}/${way}`;
  const over = Promise.withResolvers<never>();
  over.promise.catch(() => undefined);
  let fault: LinkFault | null = null;
  const leave = leaver(client, socket);
  const abort = (): void => void leave();
  signal.addEventListener('abort', abort, { once: true });
  if (signal.aborted) abort();
  client.on('packetreceive', bound.next);
  client.on('error', (cause) => {
    fault ??= new LinkFault(refusalOf(cause), {}, { cause });
    void leave();
  });
  client.on('close', () => {
    signal.removeEventListener('abort', abort);
    over.reject(bound.fault() ?? fault ?? new LinkFault('link-lost'));
  });
  client.on('message', (from, payload) => {
    if (from === topic('report') && !signal.aborted) onReport(payload);
  });
  try {
    await Promise.race([signedIn(client), over.promise]);
    await Promise.race([client.subscribeAsync(topic('report'), { qos: 0 }), over.promise]);
  } catch (cause) {
    await leave();
    throw cause instanceof LinkFault ? cause : new LinkFault('answer-unfit', {}, { cause });
  }
  return {
    over: over.promise,
    leave,
    async ask(message) {
      await Promise.race([
        client.publishAsync(topic('request'), JSON.stringify(message), { qos: 1 }),
        over.promise,
      ]);
    },
  };
}

/** The certificate names the printer, not its address: SNI is the serial number, as its chain wants it. */
function openTls({ host, port, trust, signal }: PrinterPlace): Promise<TLSSocket> {
  const { promise, resolve, reject } = Promise.withResolvers<TLSSocket>();
  if (signal.aborted) return Promise.reject(new LinkFault('link-lost'));
  const socket = connect({
    ...{ host, port, servername: trust.serial, minVersion: 'TLSv1.2' },
    ...(trust.ca === null ? {} : { ca: trust.ca }),
    // Judged below, with the reason and the thumbprint that the library would not give; nothing is sent before.
    rejectUnauthorized: false,
    checkServerIdentity: () => undefined,
  });
  const fail = (fault: LinkFault): void => {
    done();
    socket.on('error', () => undefined);
    socket.destroy();
    reject(fault);
  };
  const abort = (): void => fail(new LinkFault('link-lost'));
  const late = setTimeout(() => fail(new LinkFault('host-unreachable')), connectMs);
  const error = (cause: Error): void => fail(new LinkFault(unreachedBy(cause), {}, { cause }));
  const closed = (): void => fail(new LinkFault('link-lost'));
  const done = (): void => {
    clearTimeout(late);
    signal.removeEventListener('abort', abort);
    socket.off('error', error).off('close', closed);
  };
  signal.addEventListener('abort', abort, { once: true });
  socket.on('error', error).on('close', closed);
  socket.once('secureConnect', () => {
    const fault = judgePrinter(trust, shownBy(socket));
    if (fault) return fail(fault);
    done();
    resolve(socket);
  });
  return promise;
}

/** The library gathers a packet of any length; this ends the connection when one grows too long. */
function boundPackets(socket: TLSSocket): { next(): void; fault(): LinkFault | null } {
  let bytes = 0;
  let isOver = false;
  socket.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes <= mostBytes) return;
    isOver = true;
    socket.destroy();
  });
  return {
    next: () => {
      bytes = 0;
    },
    fault: () => (isOver ? new LinkFault('answer-unfit', { why: 'too long' }) : null),
  };
}

const signedIn = (client: MqttClient): Promise<void> =>
  new Promise((resolve) => client.once('connect', () => resolve()));

/** Once, with a goodbye where the way is still there. */
function leaver(client: MqttClient, socket: TLSSocket): () => Promise<void> {
  let left: Promise<void> | null = null;
  return () => {
    left ??= new Promise((resolve) => {
      if (socket.destroyed) return resolve();
      const late = setTimeout(() => socket.destroy(), goodbyeMs);
      socket.once('close', () => {
        clearTimeout(late);
        resolve();
      });
      client.end(false);
      // Who was not let in says no goodbye.
      if (!client.connected) socket.destroy();
    });
    return left;
  };
}

/** CONNACK of MQTT 3.1.1 (3.2.2.3): 4 and 5 a wrong code or serial, 3 no place free. */
function refusalOf(cause: unknown): 'sign-in-refused' | 'no-free-session' | 'answer-unfit' | 'link-lost' {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  if (code === 4 || code === 5) return 'sign-in-refused';
  if (code === 3) return 'no-free-session';
  return typeof code === 'number' ? 'answer-unfit' : 'link-lost';
}
