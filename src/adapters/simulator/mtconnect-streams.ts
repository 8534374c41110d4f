// The streams of the simulated MTConnect agent, in either multipart form: what is new at once, an empty document as a
// heartbeat, and an end for whoever the buffer has passed by.

import type { ServerResponse } from 'node:http';
import type { AgentBuffer } from './mtconnect-buffer.ts';

export type AgentStreams = {
  open(response: ServerResponse, ask: StreamAsk): void;
  /** Something may be new. */
  send(): void;
  end(): void;
  /** They stay open, and nothing comes any more. */
  mute(): void;
};

type StreamAsk = { readonly from: bigint; readonly count: number; readonly heartbeatMs: number };

const boundary = 'f00d-4a11-0123456789abcdef';
const announced = {
  mixed: `multipart/mixed;boundary=${boundary}`,
  'x-mixed-replace': `multipart/x-mixed-replace; charset=utf-8; boundary="${boundary}"`,
} as const;

export function openStreams(agent: {
  readonly form: keyof typeof announced;
  readonly buffer: AgentBuffer;
  readonly xml: (part: ReturnType<AgentBuffer['since']>) => string;
  readonly isHung: () => boolean;
}): AgentStreams {
  const { form, buffer, xml, isHung } = agent;
  const streams = new Set<{
    readonly send: () => void;
    readonly end: () => void;
    readonly mute: () => void;
  }>();
  const head = (text: string): string =>
    form === 'mixed'
      ? `--${boundary}\r\nContent-type: text/xml\r\nContent-length: ${Buffer.byteLength(text)}\r\n\r\n`
      : `--${boundary}\nCONTENT-LENGTH:${Buffer.byteLength(text)}\n\n`;
  return {
    open(response, { from, count, heartbeatMs }) {
      response.writeHead(200, { 'content-type': announced[form], connection: 'close' });
      let next = from;
      const write = (isBeat: boolean): void => {
        if (isHung()) return;
        if (!buffer.holds(next)) {
          stream.end();
          return;
        }
        const part = buffer.since(next, count);
        if (!isBeat && part.seen.length === 0) return;
        next = part.span.next;
        const text = xml(part);
        response.write(`${head(text)}${text}\r\n`);
        beat.refresh();
        if (next < part.end) write(false);
      };
      const beat = setInterval(() => write(true), heartbeatMs);
      const mute = (): void => {
        clearInterval(beat);
        streams.delete(stream);
      };
      const end = (): void => {
        mute();
        response.end();
      };
      const stream = { send: () => write(false), end, mute };
      streams.add(stream);
      response.on('close', mute);
      write(true);
    },
    send() {
      for (const stream of streams) stream.send();
    },
    end() {
      for (const stream of streams) stream.end();
    },
    mute() {
      for (const stream of streams) stream.mute();
    },
  };
}
