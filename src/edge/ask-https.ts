// One question over https, as `fetch` would ask it, but with a judge of certificates of our own, which it does not take.

import { request } from 'node:https';
import type { HttpQuestion } from './ask-http.ts';
import { secureAgent } from './secure-agent.ts';

export type SecureAnswer = {
  readonly status: number;
  readonly headers: Headers;
  /** Ends with a fault when the question is called off. */
  readonly body: AsyncIterable<Uint8Array>;
};

/** It follows no redirect. Rejects with what the system or the judge says. */
export function askHttps({
  url,
  method = 'GET',
  headers = {},
  body,
  signal,
  trust,
}: HttpQuestion): Promise<SecureAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<SecureAnswer>();
  const asking = request(url, { method, headers, signal, agent: secureAgent(trust) }, (answer) => {
    const told = new Headers();
    for (const [name, value] of Object.entries(answer.headers)) {
      if (value !== undefined) told.set(name, [value].flat().join(', '));
    }
    resolve({ status: answer.statusCode ?? 0, headers: told, body: answer });
  });
  asking.on('error', reject);
  asking.end(body);
  return promise;
}
