// One question over HTTP to a machine, bounded in time and size. It follows no redirect: whoever answers otherwise than
// asked is not the machine.

import { askHttps } from './ask-https.ts';
import type { CertificateTrust } from './judge-certificate.ts';
import { LinkFault } from './link-fault.ts';

export type HttpQuestion = {
  /** With host and port; a secret stands in `headers`, never here. */
  readonly url: string;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
  /** Of an `https:` address; left out: who is certified by an issuer that this computer trusts. */
  readonly trust?: CertificateTrust | undefined;
  /** Left out: five seconds. */
  readonly timeoutMs?: number;
  /** Left out: 256 KiB; a longer answer is a fault. */
  readonly mostBytes?: number;
};

export type HttpAnswer = {
  readonly status: number;
  readonly headers: Headers;
  /** UTF-8; empty without a body. */
  readonly text: string;
};

const usualTimeoutMs = 5000;
const usualMostBytes = 262_144;

/** Any status is an answer. Rejects with a `LinkFault`: nobody there, silent, too long, or called off. */
export async function askHttp(question: HttpQuestion): Promise<HttpAnswer> {
  const { url, method = 'GET', headers = {}, body, signal } = question;
  const timeout = AbortSignal.timeout(question.timeoutMs ?? usualTimeoutMs);
  try {
    const either = AbortSignal.any([signal, timeout]);
    const answer = url.startsWith('https:')
      ? await askHttps({ ...question, signal: either })
      : await fetch(url, {
          ...{ method, headers, redirect: 'manual', signal: either },
          ...(body === undefined ? {} : { body }),
        });
    const text = await readBounded(answer.body, question.mostBytes ?? usualMostBytes);
    return { status: answer.status, headers: answer.headers, text };
  } catch (fault) {
    if (fault instanceof LinkFault) throw fault;
    if (signal.aborted) throw new LinkFault('link-lost', {}, { cause: fault });
    throw new LinkFault(timeout.aborted ? 'server-silent' : unreachedBy(fault), {}, { cause: fault });
  }
}

/** The answer as JSON, still to be checked; undefined without a body. Rejects where it is none. */
export function jsonOf({ text }: HttpAnswer): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new LinkFault('answer-unfit', {}, { cause });
  }
}

async function readBounded(body: AsyncIterable<Uint8Array> | null, mostBytes: number): Promise<string> {
  if (body === null) return '';
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > mostBytes)
      throw new LinkFault('answer-unfit', {}, { cause: new Error(`over ${mostBytes} bytes`) });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Why nobody was reached, from the code of the system that some cause carries. */
export function unreachedBy(
  fault: unknown,
): 'host-refused' | 'host-unknown' | 'host-unreachable' | 'link-lost' | 'answer-unfit' {
  for (let at: unknown = fault, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    const code = 'code' in at ? at.code : null;
    if (code === 'ECONNREFUSED') return 'host-refused';
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'host-unknown';
    // Who is there does not speak TLS, or not with us.
    if (String(code).startsWith('ERR_SSL')) return 'answer-unfit';
    if (code === 'ECONNRESET' || code === 'UND_ERR_SOCKET') return 'link-lost';
  }
  return 'host-unreachable';
}
