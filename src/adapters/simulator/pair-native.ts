// A new native device that is given a pairing code, comes in with it, and waits for credentials of its own, as one does
// that takes them over by itself.

import mqtt from 'mqtt';
import { objectOf } from './stock/stock-link.ts';

type Pairing = {
  /** As `mqtt://127.0.0.1:1883`. */
  readonly url: string;
  /** What it calls itself before it has a name. */
  readonly client: string;
  readonly code: string;
};

export type PairedNative = {
  /** Resolves once it has come in and listens; rejects when the code does not open. */
  ready(): Promise<void>;
  /** Its own credentials, once it was assigned. */
  readonly credentials: Promise<{ readonly client: string; readonly password: string }>;
  close(): Promise<void>;
};

export function pairNative({ url, client: clientId, code }: Pairing): PairedNative {
  const sign = { clientId, username: 'pair', password: code };
  const client = mqtt.connect(url, { ...sign, protocolVersion: 4, reconnectPeriod: 0 });
  const { promise: credentials, resolve: assigned } = Promise.withResolvers<{
    client: string;
    password: string;
  }>();
  const { promise: listening, resolve: heard, reject: refused } = Promise.withResolvers<void>();
  // Whoever waits for it is told; nobody else needs to be.
  listening.catch(() => undefined);
  client.on('error', refused);
  client.on('connect', () => {
    client.subscribe(`officina/v1/pairing/${clientId}`, { qos: 1 }, (fault) => {
      if (fault) return refused(fault);
      client.publish(`hello/${clientId}`, JSON.stringify({ hello: clientId }));
      heard();
    });
  });
  client.on('message', (_topic, payload) => {
    const { client: own, password } = objectOf(payload.toString('utf8'));
    if (typeof own === 'string' && typeof password === 'string') assigned({ client: own, password });
  });
  return { ready: () => listening, credentials, close: () => client.endAsync() };
}
