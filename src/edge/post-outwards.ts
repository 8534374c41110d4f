// One POST to a program of others, bounded in time and size. It follows no redirect, what comes back is not kept, and it goes
// to no address that a person has not allowed.

import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns';
import type { IncomingMessage, RequestOptions } from 'node:http';
import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { type AddressRules, mayReach } from './judge-address.ts';

export type OutwardPost = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Whether it may go to private addresses. */
  readonly lan: boolean;
  /** Issuers of certificates, in PEM; left out: those that the computer trusts. */
  readonly ca?: string;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
};

export type OutwardAnswer = {
  readonly status: number;
  /** For how long it asks to be left alone; null where it does not. */
  readonly retryAfterMs: number | null;
};

export type OutwardCode = 'address-forbidden' | 'silent' | 'unreached' | 'certificate-unfit' | 'called-off';

export class OutwardFault extends Error {
  readonly code: OutwardCode;
  constructor(code: OutwardCode, options?: ErrorOptions) {
    super(`the other side was not told: ${code}`, options);
    this.name = 'OutwardFault';
    this.code = code;
  }
}

/** What is read of an answer; what is beyond says nothing to us. */
const mostAnswerBytes = 16_384;

/** Any status is an answer. Rejects with an `OutwardFault`. */
export async function postOutwards(post: OutwardPost): Promise<OutwardAnswer> {
  const { signal, timeoutMs } = post;
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const answer = await ask(post, AbortSignal.any([signal, timeout]));
    await readAway(answer);
    return { status: answer.statusCode ?? 0, retryAfterMs: retryAfter(answer.headers['retry-after']) };
  } catch (cause) {
    if (cause instanceof OutwardFault) throw cause;
    if (signal.aborted) throw new OutwardFault('called-off', { cause });
    throw new OutwardFault(timeout.aborted ? 'silent' : codeOf(cause), { cause });
  }
}

function ask({ url, headers, body, lan, ca }: OutwardPost, signal: AbortSignal): Promise<IncomingMessage> {
  const at = new URL(url);
  const isSecure = at.protocol === 'https:';
  const rules = { host: at.hostname.replace(/^\[|\]$/g, ''), isSecure, lan };
  if (isIP(rules.host) !== 0 && !mayReach(rules.host, rules)) throw new OutwardFault('address-forbidden');
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const options: RequestOptions = {
    method: 'POST',
    headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    signal,
    agent: false,
    lookup: guardedLookup(rules),
  };
  const asking = isSecure
    ? secureRequest(at, { ...options, ...(ca === undefined ? {} : { ca }) }, resolve)
    : plainRequest(at, options, resolve);
  asking.on('error', reject);
  asking.end(body);
  return promise;
}

/** All that a name leads to must be allowed: the one that is tried first is nobody's promise. */
function guardedLookup(rules: AddressRules): LookupFunction {
  return (host, options, done) => {
    lookup(host, { ...options, all: true }, (fault, found) => {
      if (fault) return done(fault, []);
      if (!found.every(({ address }) => mayReach(address, rules)))
        return done(new OutwardFault('address-forbidden'), []);
      if (options.all === true) return done(null, found);
      const [first] = found as [LookupAddress];
      done(null, first.address, first.family);
    });
  };
}

async function readAway(answer: IncomingMessage): Promise<void> {
  let bytes = 0;
  for await (const chunk of answer) {
    bytes += (chunk as Buffer).length;
    // Leaving the loop ends the connection; the status is known.
    if (bytes > mostAnswerBytes) return;
  }
}

/** Seconds, or a date (RFC 9110, 10.2.3); a date is not worth the trouble of clocks that differ. */
function retryAfter(written: string | undefined): number | null {
  return written !== undefined && /^\d{1,6}$/.test(written) ? Number(written) * 1000 : null;
}

function codeOf(fault: unknown): OutwardCode {
  for (let at: unknown = fault, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    if (at instanceof OutwardFault) return at.code;
    const code = 'code' in at ? String(at.code) : '';
    if (/^ERR_TLS_CERT|^CERT_|SELF_SIGNED|UNABLE_TO_|^ERR_SSL/.test(code)) return 'certificate-unfit';
  }
  return 'unreached';
}
