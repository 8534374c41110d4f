// GET /api/live: server-sent events. A `board` comes first, then what changes; it ends with the connection, with the
// viewer's right to look, or with the gateway.

import { Type } from 'typebox';
import type { Clock } from '../gateway/ports.ts';
import { type LiveStreams, type Outlet, tickMs } from './live-streams.ts';
import type { Api, Parts } from './parts.ts';
import { problemAnswers, refuse } from './problem.ts';

const description = `Events, each with JSON as in the schemas named here:
\`board\` (Board; first, and again after a larger change), \`machine\` (MachineCard),
\`reading\` ({machine, at, name, value}, at most four per second and machine, only the charted reading),
\`answer\` (DemoAnswer; only in the demo shop), \`told\` ({machine, code, text, until}; only for the member whom it concerns), \`tapped\` ({machine, outcome, code, text, until}; only for a kiosk of that machine), \`unassigned\` ({at}; only with devices:read: that list changed), \`proposals\` ({at}; only with self:read: one of them changed), \`ping\` ({at}, every ten seconds).`;

export function liveRoutes(api: Api, { options, streams }: Parts): void {
  const stops = [
    options.gateway.listen((change) => streams.change(change)),
    options.newcomers.onChange(() => streams.change({ kind: 'unassigned' })),
    options.demo?.onAnswer((answer) => streams.answer(answer)),
  ];
  const ticking = setInterval(() => streams.tick(), tickMs);
  ticking.unref();
  // Before the server waits for open connections to end, not after.
  api.addHook('preClose', async () => {
    clearInterval(ticking);
    for (const stop of stops) stop?.();
    streams.closeAll();
  });

  api.get(
    '/api/live',
    {
      config: { needs: ['board:read'], refusals: ['streams-full'] },
      schema: {
        summary: 'What changes, as it changes',
        description,
        tags: ['board'],
        produces: ['text/event-stream'],
        response: { 200: Type.String({ description: 'A stream of events.' }), ...problemAnswers },
      },
    },
    (request, reply) => {
      if (!streams.hasRoom()) return refuse(reply, 'streams-full', { retryAfterS: 10 });
      reply.hijack();
      for (const [name, value] of Object.entries(reply.getHeaders())) {
        if (value !== undefined) reply.raw.setHeader(name, value);
      }
      reply.raw.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        // Some proxies hold answers back until they are complete.
        'x-accel-buffering': 'no',
      });
      const stop = streams.open(request.credential, outletOf(reply.raw));
      reply.raw.on('close', stop);
      return undefined;
    },
  );
}

/** The rest of the time belongs to taps. */
const partOfTime = 10;
/** Far below the 150 ms in which a tap must be seen. */
const longestGapMs = 20;

/**
 * Merges changes: the first goes out at the end of the turn in which it came. After that comes a gap of ten times as long
 * as the telling took, at most 20 ms, so that a crowd of listeners takes a tenth of the time and a single one waits for
 * next to nothing.
 */
export function flushLater(streams: () => LiveStreams, clock: Pick<Clock, 'monoMs'>): () => void {
  let waiting = false;
  let nextMs = Number.NEGATIVE_INFINITY;
  const flush = (): void => {
    waiting = false;
    const beganMs = clock.monoMs();
    streams().flush();
    const endedMs = clock.monoMs();
    nextMs = endedMs + Math.min(longestGapMs, (endedMs - beganMs) * partOfTime);
  };
  return () => {
    if (waiting) return;
    waiting = true;
    const leftMs = nextMs - clock.monoMs();
    // A timer is never shorter than a millisecond.
    if (leftMs < 1) setImmediate(flush);
    else setTimeout(flush, leftMs).unref();
  };
}

type RawReply = {
  readonly writableLength: number;
  write(text: string): unknown;
  end(): unknown;
  destroy(): unknown;
};

function outletOf(raw: RawReply): Outlet {
  return {
    send(text) {
      raw.write(text);
    },
    backlogBytes: () => raw.writableLength,
    // A client that has fallen behind would never take a polite end.
    end() {
      if (raw.writableLength > 0) raw.destroy();
      else raw.end();
    },
  };
}
