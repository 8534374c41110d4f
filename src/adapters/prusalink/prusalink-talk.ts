// A Prusa printer over PrusaLink, on its own board (Buddy: MINI, MK4, XL, CORE One) or a Raspberry Pi (MK2.5, MK3). It has
// no push: it is asked, one question at a time, and its end of a job is believed when it is seen.

import { setTimeout as sleep } from 'node:timers/promises';
import { type HttpAnswer, jsonOf } from '../../edge/ask-http.ts';
import { at, textAt } from '../../edge/json-at.ts';
import type { CertificateTrust } from '../../edge/judge-certificate.ts';
import { LinkFault } from '../../edge/link-fault.ts';
import type { Ears, Talk } from '../../edge/talk.ts';
import { type AskPrinter, askPrinter, type PrinterAccess } from './ask-printer.ts';
import { type PrinterStatus, readStatus } from './read-status.ts';

export type PrusaLinkLink = {
  /** Without a slash at its end. */
  readonly url: string;
  readonly access: PrinterAccess;
  /** False: it is only read. */
  readonly orders: boolean;
  /** Of its certificate, behind https. */
  readonly trust?: CertificateTrust;
};

/** From one answer to the next question. */
export type PrinterPace = { readonly jobMs: number; readonly idleMs: number };

const usualPace: PrinterPace = { jobMs: 2000, idleMs: 5000 };
const silenceMs = 15_000;
const cancelMs = 10_000;

export function prusalinkTalk(link: PrusaLinkLink, pace: PrinterPace = usualPace): Talk {
  const ask = askPrinter(link);
  return {
    run: (ears) => talk(ask, ears, pace),
    cancel: link.orders ? (signal) => endJob(ask, signal) : null,
    silenceMs,
    cancelMs,
  };
}

async function talk(ask: AskPrinter, ears: Ears, pace: PrinterPace): Promise<never> {
  const { signal } = ears;
  let isKnown = false;
  let job: { readonly id: string | null; readonly name: string | null } = { id: null, name: null };
  for (;;) {
    const answer = await ask({ path: isKnown ? '/api/v1/status' : '/api/version', signal });
    // A Raspberry Pi that has not found its printer yet.
    if (answer.status === 503) {
      ears.away({ code: 'controller-away', values: {} });
      await sleep(pace.idleMs, undefined, { signal });
      continue;
    }
    const json = jsonOf(fitting(answer));
    if (!isKnown) {
      checkVersion(json);
      isKnown = true;
      continue;
    }
    const { jobId, jobNamed, ...seen } = readStatus(json);
    if (jobId !== job.id) job = { id: jobId, name: jobId === null ? null : await askName(ask, signal) };
    const now = jobNamed(job.name);
    ears.seen({ ...seen, job: now });
    await sleep(now.state === 'under-way' ? pace.jobMs : pace.idleMs, undefined, { signal });
  }
}

/** OctoPrint takes the same header and tells of itself at the same path. */
function checkVersion(json: unknown): void {
  const found = textAt(json, 'text');
  if (found !== null && !/prusa/i.test(found)) throw new LinkFault('wrong-device', { found });
  if (found === null && typeof at(json, 'api') !== 'string') throw new LinkFault('answer-unfit');
}

/** Null where the job has gone in between: 204. */
async function askName(ask: AskPrinter, signal: AbortSignal): Promise<string | null> {
  const answer = await ask({ path: '/api/v1/job', signal });
  if (answer.status !== 200) return null;
  const json = jsonOf(answer);
  return textAt(json, 'file', 'display_name') ?? textAt(json, 'file', 'name');
}

/** The id is asked for anew, so that what we end is the job that is under way now. */
async function endJob(ask: AskPrinter, signal: AbortSignal): Promise<'taken' | 'refused'> {
  const job = await askJob(ask, signal);
  if (job.state !== 'under-way') return 'taken';
  if (job.id === null) return 'refused';
  const { status } = await ask({ path: `/api/v1/job/${job.id}`, method: 'DELETE', signal });
  if (status === 204 || status === 200 || status === 202) return 'taken';
  // 404: another job, or none any more; 409: not in this state, or over already.
  return (await askJob(ask, signal)).state === 'under-way' ? 'refused' : 'taken';
}

async function askJob(ask: AskPrinter, signal: AbortSignal): Promise<ReturnType<PrinterStatus['jobNamed']>> {
  return readStatus(jsonOf(fitting(await ask({ path: '/api/v1/status', signal })))).jobNamed(null);
}

function fitting(answer: HttpAnswer): HttpAnswer {
  if (answer.status === 200) return answer;
  throw new LinkFault('answer-unfit', {}, { cause: new Error(`status ${answer.status}`) });
}
