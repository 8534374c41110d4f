// Holds the one live stream open: listens, notices silence, and connects again with a growing pause, for ever.

import type { LiveEvent } from '../../contract/board.ts';
import { api } from '../paths.ts';
import { graceMs, silenceMs } from './live-state.ts';

export type LiveLink = { close(): void };

export type LiveLinkEvents = {
  onEvent(event: LiveEvent): void;
  /** A sign of life that carries nothing. */
  onPing(): void;
  /** The gateway is away; `onEvent` with a board says when it is back. */
  onAway(): void;
  /** The stream was refused or broke; the session may have ended. */
  onBroken(): void;
};

const names = ['board', 'machine', 'reading', 'answer', 'told', 'tapped', 'unassigned', 'proposals'] as const;
const firstPauseMs = 500;
const longestPauseMs = 15_000;

/** Opens the stream and keeps it open until `close`. */
export function openLiveLink(events: LiveLinkEvents): LiveLink {
  let source: EventSource | null = null;
  let pauseMs = firstPauseMs;
  let retry = 0;
  let away = 0;
  let watchdog = 0;

  function heard(): void {
    window.clearTimeout(watchdog);
    watchdog = window.setTimeout(broken, silenceMs);
  }

  function connect(): void {
    source = new EventSource(api.live);
    heard();
    source.addEventListener('ping', () => {
      heard();
      events.onPing();
    });
    for (const name of names) {
      source.addEventListener(name, (message: MessageEvent<string>) => {
        heard();
        const event = parse(name, message.data);
        if (event === null) return;
        if (name === 'board') settled();
        events.onEvent(event);
      });
    }
    source.addEventListener('error', broken);
  }

  function settled(): void {
    pauseMs = firstPauseMs;
    window.clearTimeout(away);
    away = 0;
  }

  /** The browser's own retry has no growing pause and stops for good after a refusal, so it is not used. */
  function broken(): void {
    source?.close();
    window.clearTimeout(watchdog);
    window.clearTimeout(retry);
    if (away === 0) away = window.setTimeout(events.onAway, graceMs);
    retry = window.setTimeout(connect, pauseMs * (0.75 + Math.random() / 2));
    pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    events.onBroken();
  }

  connect();
  return {
    close() {
      source?.close();
      for (const timer of [retry, away, watchdog]) window.clearTimeout(timer);
    },
  };
}

/** An event that cannot be read is dropped; the next board mends what it would have changed. */
function parse(name: (typeof names)[number], data: string): LiveEvent | null {
  try {
    const value: unknown = JSON.parse(data);
    return typeof value === 'object' && value !== null ? ({ event: name, data: value } as LiveEvent) : null;
  } catch {
    return null;
  }
}
