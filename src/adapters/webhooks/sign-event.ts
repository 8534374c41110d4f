// The three headers of Standard Webhooks (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec): the id stays
// the same however often it is sent, the time is that of this attempt, and both are signed with the body.

import { createHmac } from 'node:crypto';

export type Signed = {
  /** Without a full stop, which parts what is signed. */
  readonly id: string;
  readonly atMs: number;
  readonly body: string;
  /** Base64. */
  readonly secret: string;
};

export function signEvent({ id, atMs, body, secret }: Signed): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(atMs / 1000));
  const signature = createHmac('sha256', Buffer.from(secret, 'base64'))
    .update(`${id}.${timestamp}.${body}`)
    .digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
}
