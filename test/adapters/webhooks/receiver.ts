// A program that takes webhooks over a real socket: it checks every signature by its own means, and answers as the test says.

import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebhookEvent } from '../../../src/contract/webhook-events.ts';

type Got = {
  readonly id: string;
  readonly event: WebhookEvent;
  readonly isSigned: boolean;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
};

export type Receiver = {
  readonly url: string;
  readonly got: Got[];
  /** Statuses of the next answers, then 200; a number below zero hangs up. */
  readonly answers: number[];
  /** Headers of every answer. */
  headers: Record<string, string>;
  /** The body of every answer. */
  body: string;
  ids(): readonly string[];
  close(): Promise<void>;
};

export async function openReceiver(secret: string): Promise<Receiver> {
  const server: Server = createServer();
  const receiver = {
    got: [] as Got[],
    answers: [] as number[],
    headers: {} as Record<string, string>,
    body: '',
  };
  server.on('request', async (request, response) => {
    let text = '';
    for await (const chunk of request.setEncoding('utf8')) text += chunk;
    const header = (name: string): string => String(request.headers[name] ?? '');
    const id = header('webhook-id');
    const isSigned = await verify(secret, {
      id,
      timestamp: header('webhook-timestamp'),
      text,
      sent: header('webhook-signature'),
    });
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    receiver.got.push({ id, event: JSON.parse(text), isSigned, path: request.url ?? '', headers });
    const status = receiver.answers.shift() ?? 200;
    if (status < 0) request.socket.destroy();
    else response.writeHead(status, receiver.headers).end(receiver.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return Object.assign(receiver, {
    url: `http://127.0.0.1:${port}/hook`,
    ids: () => receiver.got.map(({ id }) => id),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  });
}

type Sent = { readonly id: string; readonly timestamp: string; readonly text: string; readonly sent: string };

/** As the standard tells receivers to, with the cryptography of browsers and not that of the sender. */
async function verify(secret: string, { id, timestamp, text, sent }: Sent): Promise<boolean> {
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > 300) return false;
  const raw = Uint8Array.from(atob(secret.replace(/^whsec_/, '')), (one) => one.charCodeAt(0));
  const key = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  for (const versioned of sent.split(' ')) {
    const [version, signature = ''] = versioned.split(',');
    if (version !== 'v1') continue;
    const bytes = Uint8Array.from(atob(signature), (one) => one.charCodeAt(0));
    if (
      await crypto.subtle.verify('HMAC', key, bytes, new TextEncoder().encode(`${id}.${timestamp}.${text}`))
    )
      return true;
  }
  return false;
}
