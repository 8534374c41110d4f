// What is asked of OctoPrint over HTTP, with the key in a header: who we are to it, what its printer does, and the one
// order, to cancel.

import { askHttp, type HttpAnswer, type HttpQuestion, jsonOf } from '../../edge/ask-http.ts';
import { type Fields, fieldsOf } from '../../edge/json-at.ts';
import { LinkFault } from '../../edge/link-fault.ts';
import { newestOf, type Told, toldOf } from './octoprint-state.ts';

export type Place = Pick<HttpQuestion, 'url' | 'signal' | 'trust'> & { readonly key: string };

/** 204: taken. 409: nothing to cancel, or not yet; what is seen decides. 401 and 403: the key may only look. */
export type CancelAnswer = 'taken' | 'forbidden';

const forbidden: ReadonlySet<number> = new Set([401, 403]);
const taken: ReadonlySet<number> = new Set([200, 204, 409]);
/** Not connected to its printer. */
const conflict = 409;

/** What opens the socket; null where it gives no session. */
export async function signIn(place: Place): Promise<string | null> {
  const answer = await ask(place, '/api/login', '{"passive":true}');
  const who = fieldsOf(readable(answer));
  const [name, session] = [who.raw('name'), who.raw('session')];
  const isSession = typeof name === 'string' && typeof session === 'string';
  return isSession && session.length > 0 && session.length + name.length < 1000 ? `${name}:${session}` : null;
}

/** Rejects with `sign-in-refused` where the key lacks STATUS. */
export async function askJob(place: Place): Promise<Fields> {
  return fieldsOf(readable(await ask(place, '/api/job')));
}

export async function askPrinter(place: Place): Promise<Told> {
  const printer = await ask(place, '/api/printer?exclude=sd');
  const job = await askJob(place);
  if (printer.status === conflict)
    return { ...toldOf(job, fieldsOf(null)), row: null, text: job.text('state', 40) };
  const state = fieldsOf(readable(printer));
  const update = { state: state.raw('state'), job: job.raw('job'), progress: job.raw('progress') };
  return toldOf(fieldsOf(update), newestOf([state.raw('temperature')]));
}

export async function askCancel(place: Place): Promise<CancelAnswer> {
  const { status } = await ask(place, '/api/job', '{"command":"cancel"}');
  if (forbidden.has(status)) return 'forbidden';
  if (!taken.has(status)) throw new LinkFault('answer-unfit');
  return 'taken';
}

/** With a body it is a POST. */
function ask({ url, key, signal, trust }: Place, path: string, body?: string): Promise<HttpAnswer> {
  const headers = { 'X-Api-Key': key, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) };
  return askHttp({
    ...{ url: `${url}${path}`, headers, signal, trust },
    ...(body === undefined ? {} : { method: 'POST', body }),
  });
}

function readable(answer: HttpAnswer): unknown {
  if (forbidden.has(answer.status)) throw new LinkFault('sign-in-refused');
  // It is starting, or a proxy stands there alone.
  if (answer.status >= 500) throw new LinkFault('server-silent');
  if (answer.status !== 200) throw new LinkFault('answer-unfit');
  return jsonOf(answer);
}
