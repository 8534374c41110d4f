// HTTP Digest (RFC 7616), also in its old form without qop (RFC 2069, RFC 2617 section 3.2.2.1), as printers speak it:
// reads a challenge and signs one question. Pure; nothing that it makes lets anybody in but for that question.

import { createHash } from 'node:crypto';

type Algorithm = 'MD5' | 'SHA-256';

export type Challenge = {
  /** As between its quotes. */
  readonly realm: string;
  readonly nonce: string;
  readonly opaque: string | null;
  /** False for the old form. */
  readonly hasQop: boolean;
  readonly algorithm: Algorithm;
  /** Whether the server named the algorithm; then we name it too. */
  readonly isNamed: boolean;
  /** The signature was right, the nonce was too old. */
  readonly isStale: boolean;
};

export type Signing = {
  readonly challenge: Challenge;
  readonly user: string;
  readonly password: string;
  readonly method: string;
  /** Path with its query, as in the request line. */
  readonly uri: string;
  /** From 1, how often this nonce was used. */
  readonly count: number;
  /** Ours, by chance. */
  readonly cnonce: string;
};

const longestHeader = 4096;
const hashes: Readonly<Record<Algorithm, string>> = { MD5: 'md5', 'SHA-256': 'sha256' };

/** The first challenge of `WWW-Authenticate` that we can answer; null without one. */
export function readChallenge(header: string | null): Challenge | null {
  if (header === null || header.length > longestHeader) return null;
  for (const part of header.split(/(?:^|,)\s*Digest\s+/i).slice(1)) {
    const challenge = toChallenge(part);
    if (challenge) return challenge;
  }
  return null;
}

/** The value of `Authorization`. */
export function signQuestion({ challenge, user, password, method, uri, count, cnonce }: Signing): string {
  const { realm, nonce, opaque, hasQop, algorithm, isNamed } = challenge;
  const hash = (...parts: readonly string[]): string =>
    createHash(hashes[algorithm]).update(parts.join(':'), 'utf8').digest('hex');
  const secret = hash(user, realm, password);
  const question = hash(method, uri);
  const nc = count.toString(16).padStart(8, '0');
  const response = hasQop ? hash(secret, nonce, nc, cnonce, 'auth', question) : hash(secret, nonce, question);
  return `Digest ${[
    `username="${quotable(user)}"`,
    `realm="${realm}"`,
    `nonce="${nonce}"`,
    `uri="${uri}"`,
    ...(isNamed ? [`algorithm=${algorithm}`] : []),
    ...(hasQop ? ['qop=auth', `nc=${nc}`, `cnonce="${cnonce}"`] : []),
    `response="${response}"`,
    ...(opaque === null ? [] : [`opaque="${opaque}"`]),
  ].join(', ')}`;
}

function toChallenge(text: string): Challenge | null {
  const fields = new Map<string, string>();
  for (const [, name = '', quoted, bare] of text.matchAll(
    /([a-z]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/gi,
  )) {
    // What a later challenge of another scheme says is not of this one.
    if (!fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), quoted ?? bare ?? '');
  }
  const [realm, nonce, qop] = [fields.get('realm'), fields.get('nonce'), fields.get('qop')];
  const named = fields.get('algorithm')?.toUpperCase();
  const algorithm = named ?? 'MD5';
  if (realm === undefined || !nonce || (algorithm !== 'MD5' && algorithm !== 'SHA-256')) return null;
  if (qop !== undefined && !/(^|,)\s*auth\s*(,|$)/i.test(qop)) return null;
  return {
    ...{ realm, nonce, opaque: fields.get('opaque') ?? null, algorithm },
    ...{ hasQop: qop !== undefined, isNamed: named !== undefined },
    isStale: fields.get('stale')?.toLowerCase() === 'true',
  };
}

/** Headers carry bytes: UTF-8 (RFC 7616, section 3.3), with quotes and backslashes escaped. */
const quotable = (user: string): string =>
  Buffer.from(user.replace(/["\\]/g, '\\$&'), 'utf8').toString('latin1');
