// The door of a simulated Bambu Lab printer: a real MQTT broker behind TLS that lets in who has the access code while it
// has places, and hears requests on the topic of its printer alone.

import { createServer, type Server, type TLSSocket } from 'node:tls';
import { Aedes, type AuthErrorCode, type AuthenticateError } from 'aedes';

export type BambuDoorOptions = {
  readonly serial: string;
  readonly code: string;
  /** PEM; its common name is the serial. */
  readonly pair: { readonly cert: string; readonly key: string };
  readonly places: number;
  /** 0 takes a free one. */
  readonly port: number;
  readonly onRequest: (type: string, body: Readonly<Record<string, unknown>>) => void;
};

export async function openBambuDoor(options: BambuDoorOptions) {
  const broker = await openBroker(options);
  let goodbyes = 0;
  const sockets = new Set<TLSSocket>();
  const server = createServer({ ...options.pair, minVersion: 'TLSv1.2' }, (socket) => {
    sockets.add(socket);
    // DISCONNECT (MQTT 3.1.1, 3.14) is the last that a client sends.
    socket.on('data', (chunk: Buffer) => {
      if (chunk.length >= 2 && chunk.at(-2) === 0xe0 && chunk.at(-1) === 0) goodbyes += 1;
    });
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    broker.aedes.handle(socket);
  });
  server.on('tlsClientError', () => undefined);
  await listening(server, options.port);
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    clients: () => broker.signedIn.size,
    goodbyes: () => goodbyes,
    publish(topic: string, payload: Buffer): void {
      const packet = { cmd: 'publish', qos: 0, topic, payload, dup: false, retain: false } as const;
      broker.aedes.publish(packet, () => undefined);
    },
    async close(): Promise<void> {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await new Promise<void>((resolve) => broker.aedes.close(() => resolve()));
    },
  };
}

async function openBroker({ serial, code, places, onRequest }: BambuDoorOptions) {
  const aedes = new Aedes({ concurrency: 0 });
  const signedIn = new Set<string>();
  aedes.authenticate = (client, user, password, done) => {
    const isKnown = user === 'bblp' && password?.toString() === code;
    if (!isKnown) return done(refusal(5), false);
    if (signedIn.size >= places) return done(refusal(3), false);
    signedIn.add(client.id);
    done(null, true);
  };
  aedes.authorizePublish = (client, packet, done) => {
    const isItsOwn = !client || packet.topic === `device/${serial}/request`;
    done(isItsOwn ? null : new Error('not the topic of this printer'));
  };
  aedes.on('clientDisconnect', (client) => void signedIn.delete(client.id));
  aedes.on('clientError', () => undefined);
  aedes.on('connectionError', () => undefined);
  aedes.on('publish', (packet, client) => {
    if (!client) return;
    const message: Record<string, Record<string, unknown>> = JSON.parse(packet.payload.toString());
    for (const [type, body] of Object.entries(message)) onRequest(type, body);
  });
  await aedes.listen();
  return { aedes, signedIn };
}

const refusal = (returnCode: AuthErrorCode): AuthenticateError =>
  Object.assign(new Error('sign-in refused'), { returnCode });

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
}
