// Notices to phones through an ntfy server (https://docs.ntfy.sh/publish/#publish-as-json). The server stands in the file, the
// topic is what each person gave; whoever knows the topic can read along, so a notice names no one and no secret.

import { OutwardFault, postOutwards } from '../../edge/post-outwards.ts';
import type { Notifier } from '../../gateway/ports.ts';

export type NtfyOptions = {
  /** Without a slash at its end. */
  readonly server: string;
  /** An access token of the server; null where it wants none. */
  readonly key: string | null;
  readonly lan: boolean;
  readonly timeoutMs?: number;
};

const usualTimeoutMs = 10_000;

/** The priorities of the page: 3 is the usual one, 5 also rings at night. */
const priorities = { 'turn-called': 4, 'ends-soon': 4, 'alarm-raised': 5 } as const;

export function openNtfy({
  server,
  key,
  lan,
  timeoutMs = usualTimeoutMs,
}: NtfyOptions): Notifier & { close(): void } {
  const calling = new AbortController();
  return {
    reaches: ({ push }) => push !== undefined,
    async notify({ push = '' }, { code, title, text, id }) {
      // `sequence_id` lets the phone replace what it has had already.
      const body = JSON.stringify({
        topic: push,
        title,
        message: text,
        priority: priorities[code],
        sequence_id: id,
      });
      const headers = {
        'content-type': 'application/json',
        ...(key !== null && { authorization: `Bearer ${key}` }),
      };
      const { status } = await postOutwards({
        url: `${server}/`,
        headers,
        body,
        lan,
        timeoutMs,
        signal: calling.signal,
      });
      if (status < 200 || status >= 300)
        throw new OutwardFault('unreached', { cause: new Error(`status ${status}`) });
    },
    close: () => calling.abort(),
  };
}
