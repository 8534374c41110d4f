// One attempt to tell a webhook of one event.

import type { WebhookEvent } from '../../contract/webhook-events.ts';
import { OutwardFault, postOutwards } from '../../edge/post-outwards.ts';
import { judgeStatus } from './hook-pace.ts';
import type { Attempt } from './hook-record.ts';
import { signEvent } from './sign-event.ts';

export type Hook = {
  readonly id: string;
  readonly url: string;
  /** Base64. */
  readonly secret: string;
  readonly events: readonly string[];
  readonly names: boolean;
  readonly lan: boolean;
  /** Issuers of its certificate, in PEM; left out: those that the computer trusts. */
  readonly ca?: string;
};

export type Sending = {
  readonly hook: Hook;
  readonly event: WebhookEvent;
  /** The same at each attempt. */
  readonly id: string;
  readonly atMs: number;
  readonly userAgent: string;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
};

/** Never rejects. */
export async function sendEvent({ hook, event, id, atMs, userAgent, ...limits }: Sending): Promise<Attempt> {
  const { url, lan, ca, secret } = hook;
  const body = JSON.stringify(event);
  const signed = signEvent({ id, atMs, body, secret });
  const headers = { 'content-type': 'application/json', 'user-agent': userAgent, ...signed };
  try {
    const post = { url, headers, body, lan, ...limits, ...(ca !== undefined && { ca }) };
    const { status, retryAfterMs } = await postOutwards(post);
    const verdict = judgeStatus(status);
    return { verdict, fault: verdict === 'taken' ? null : String(status), retryAfterMs };
  } catch (fault) {
    const code = fault instanceof OutwardFault ? fault.code : 'unreached';
    return { verdict: 'failed', fault: code, retryAfterMs: null };
  }
}
