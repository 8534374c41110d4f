// Questions to an MTConnect agent: one document, or the stream of them. Only GET, only probe, current and sample, and
// nothing that a document names is fetched.

import { askHttp, unreachedBy } from '../../edge/ask-http.ts';
import { LinkFault } from '../../edge/link-fault.ts';
import { alarmOn, realTimers } from '../../edge/timers.ts';
import { type AgentDocument, readDocument } from './read-document.ts';
import { mostXmlBytes } from './read-xml.ts';
import { boundaryOf, splitParts } from './split-parts.ts';

export type Question = {
  /** Path and query, from the slash on. */
  readonly path: string;
  readonly url: string;
  readonly signal: AbortSignal;
};

/** Old agents answer an error with 200, so that its document decides and not its status. */
export async function askAgent({ url, path, signal }: Question): Promise<AgentDocument> {
  const answer = await askHttp({ url: `${url}${path}`, headers: xml, signal, mostBytes: mostXmlBytes });
  return documentOf(answer.status, answer.text);
}

const xml = { accept: 'application/xml, text/xml' };

function documentOf(status: number, text: string): AgentDocument {
  if (status === 401 || status === 403) throw new LinkFault('sign-in-refused');
  const document = readDocument(text);
  if (document.kind === 'error' && document.codes.includes('UNAUTHORIZED'))
    throw new LinkFault('sign-in-refused');
  return document;
}

/**
 * Documents as they come, until the agent ends the stream or says nothing for `deadMs`: then the iteration ends too. An
 * agent that does not stream answers with one document. Rejects with a `LinkFault` where nobody is there, where the
 * answer is none, and when the signal aborts.
 */
export async function* hearStream(
  question: Question & { readonly deadMs: number },
): AsyncGenerator<AgentDocument, void> {
  const { url, path, signal, deadMs } = question;
  const dead = new AbortController();
  const alarm = alarmOn(realTimers);
  const watch = (): void => alarm.set(deadMs, () => dead.abort());
  const all = AbortSignal.any([signal, dead.signal]);
  watch();
  try {
    const answer = await fetch(`${url}${path}`, { headers: xml, redirect: 'manual', signal: all });
    for await (const text of textsOf(answer, watch)) yield documentOf(answer.status, text);
  } catch (cause) {
    if (cause instanceof LinkFault) throw cause;
    if (signal.aborted) throw new LinkFault('link-lost', {}, { cause });
    const why = unreachedBy(cause);
    // Cut off, or dead: whoever asks decides whether it is asked again.
    if (!dead.signal.aborted && why !== 'link-lost') throw new LinkFault(why, {}, { cause });
  } finally {
    alarm.off();
    dead.abort();
  }
}

async function* textsOf(answer: Response, onBytes: () => void): AsyncGenerator<string, void> {
  const body = answer.body;
  const boundary = boundaryOf(answer.headers.get('content-type') ?? '');
  if (body === null) return;
  if (boundary === null) {
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of body) {
      bytes += chunk.length;
      if (bytes > mostXmlBytes) throw new LinkFault('answer-unfit');
      chunks.push(chunk);
    }
    yield Buffer.concat(chunks).toString('utf8');
    return;
  }
  const parts = splitParts(boundary);
  for await (const chunk of body) {
    onBytes();
    yield* parts.push(chunk);
  }
}
