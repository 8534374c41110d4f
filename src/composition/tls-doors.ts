// The certificates of the listeners that want one, kept up to date. Nothing of TLS is loaded where none does.

import type { Socket } from 'node:net';
import type { KeepPairOptions, KeptPair, PairNotice } from '../adapters/tls/keep-pair.ts';
import type { Config, TlsFiles } from '../config/config.ts';
import { judgePair } from '../config/tls-pair.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { CommonBoxes } from './common-boxes.ts';

export type TlsDoor = {
  /** Null when the connection was turned away. */
  secure(socket: Socket, timeoutMs: number): Promise<Socket | null>;
  fingerprint(): string;
  onRenewed(listener: () => void): void;
};

export type TlsDoors = { readonly http: TlsDoor | null; readonly mqtt: TlsDoor | null; close(): void };

type TlsParts = CommonBoxes & { readonly config: Config; readonly gateway: Pick<Gateway, 'setNotice'> };

/** Rejects when a pair cannot be used. */
export async function tlsDoors({ config, gateway, ...common }: TlsParts): Promise<TlsDoors> {
  const { http, mqtt } = config;
  if (http.tls === null && mqtt.tls === null) return { http: null, mqtt: null, close: () => undefined };
  const [
    { keepPair },
    { createSecure },
    { createHandshakeFaults },
    { createTurnstile },
    { createPlainAnswer },
  ] = await Promise.all([
    import('../adapters/tls/keep-pair.ts'),
    import('../adapters/tls/create-secure.ts'),
    import('../adapters/tls/handshake-faults.ts'),
    import('../adapters/tls/create-turnstile.ts'),
    import('../adapters/tls/answer-plain.ts'),
  ]);
  const notices = joinNotices(gateway);
  const kept = new Map<string, KeptPair>();
  const turn = createTurnstile();
  /** Both doors may name the same files, which are then read once. */
  const keep = async ({ cert, key, clientCa }: TlsFiles): Promise<KeptPair> => {
    const id = JSON.stringify([cert, key, clientCa]);
    const files = { cert, key, ...(clientCa !== undefined && { clientCa }) };
    const options = { ...common, files, judge: judgePair, onNotice: notices(id) };
    const pair = kept.get(id) ?? (await keepPair(options));
    kept.set(id, pair);
    return pair;
  };
  const door = async (name: 'http' | 'mqtt', files: TlsFiles | null): Promise<TlsDoor | null> => {
    if (files === null) return null;
    const pair = await keep(files);
    const faults = createHandshakeFaults({ ...common, door: name });
    const plain = name === 'http' ? { onPlain: createPlainAnswer() } : {};
    const client = () => {
      const issuers = pair.issuers();
      return issuers && { issuers, clock: common.clock };
    };
    return { ...pair, secure: createSecure({ context: pair.context, client, faults, turn, ...plain }) };
  };
  const close = () => {
    for (const pair of kept.values()) pair.close();
  };
  try {
    return { http: await door('http', http.tls), mqtt: await door('mqtt', mqtt.tls), close };
  } catch (fault) {
    close();
    throw fault;
  }
}

/** A notice is there as long as it is so for one of the pairs. */
function joinNotices(gateway: TlsParts['gateway']): (pair: string) => KeepPairOptions['onNotice'] {
  const soFor = new Map<PairNotice, Set<string>>();
  return (pair) => (code, isSo) => {
    const pairs = soFor.get(code) ?? new Set();
    soFor.set(code, pairs);
    if (isSo) pairs.add(pair);
    else pairs.delete(pair);
    gateway.setNotice(code, pairs.size > 0);
  };
}
