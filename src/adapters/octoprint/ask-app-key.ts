// Asks OctoPrint for an application key: a person allows it on OctoPrint's own page, so that nobody types one. The key
// goes to whoever asked and nowhere else.

import { setTimeout as pause } from 'node:timers/promises';
import { askHttp, jsonOf } from '../../edge/ask-http.ts';
import { fieldsOf } from '../../edge/json-at.ts';

export type AppKeyAnswer =
  | { readonly ok: true; readonly key: string }
  | { readonly ok: false; readonly why: 'not-offered' | 'refused' | 'late' };

/** A request that nobody looks at is forgotten there after some seconds without a question, and here after so long. */
const usualWaitMs = 300_000;
const askEveryMs = 1000;

/** Rejects with a `LinkFault` where nobody answers. */
export async function askAppKey(options: {
  readonly url: string;
  /** It waits on OctoPrint's page. */
  readonly onAsked: () => void;
  readonly waitMs?: number;
  readonly everyMs?: number;
}): Promise<AppKeyAnswer> {
  const { url, waitMs = usualWaitMs, everyMs = askEveryMs } = options;
  const signal = AbortSignal.timeout(waitMs + 10_000);
  const path = '/plugin/appkeys/request';
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ app: 'Officina' });
  const asked = await askHttp({ url: url + path, method: 'POST', headers, body, signal });
  const token = asked.status === 201 ? fieldsOf(jsonOf(asked)).text('app_token') : null;
  if (token === null || !/^[A-Za-z0-9_-]{8,120}$/.test(token)) return { ok: false, why: 'not-offered' };
  options.onAsked();
  const endMs = performance.now() + waitMs;
  while (performance.now() < endMs) {
    await pause(everyMs);
    const answer = await askHttp({ url: `${url}${path}/${token}`, signal });
    if (answer.status === 202) continue;
    const key = answer.status === 200 ? fieldsOf(jsonOf(answer)).text('api_key') : null;
    if (key === null || !/^[\x21-\x7e]{1,200}$/.test(key)) return { ok: false, why: 'refused' };
    return { ok: true, key };
  }
  return { ok: false, why: 'late' };
}
