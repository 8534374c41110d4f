// What the link tests share: a hand-turned clock, a controller on the other end of a fake wire, a bounded wait for
// what real ports do in their own time.

import { type LinkOptions, type MachineLink, openLink } from '../../../src/adapters/serial/open-link.ts';
import type { LinkFault, OpenTransport, TransportEvents } from '../../../src/adapters/serial/transport.ts';
import type { Profile } from '../../../src/domain/profile/profile.ts';
import type { Timers } from '../../../src/edge/timers.ts';
import type { MachineReport } from '../../../src/gateway/gateway.ts';
import { grblProfile } from '../../domain/profile/grbl-profile.ts';

export type Heard = {
  readonly reports: MachineReport[];
  readonly log: string[];
  readonly counts: Map<string, number>;
  /** Activities told, without repetition. */
  activities(): string[];
  edges(): string[];
};

/** Options of a link that remember what it says; without a profile it is the one of Grbl. */
export async function listening(
  link: LinkOptions['link'],
  profile?: Profile,
): Promise<{ options: LinkOptions; heard: Heard }> {
  const reports: MachineReport[] = [];
  const log: string[] = [];
  const counts = new Map<string, number>();
  const say = (_: unknown, text: string) => void log.push(text);
  return {
    heard: {
      reports,
      log,
      counts,
      activities: () =>
        reports.map(({ activity }) => activity).filter((each, at, all) => each !== all[at - 1]),
      edges: () =>
        reports.flatMap(({ job }) => (job ? [job.event === 'ended' ? job.result : job.event] : [])),
    },
    options: {
      machine: 'laser',
      link,
      profile: profile ?? (await grblProfile()),
      clock: { monoMs: () => performance.now() },
      log: { info: say, warn: say, error: say },
      meters: { count: (name) => void counts.set(name, (counts.get(name) ?? 0) + 1) },
      onReport: (report) => void reports.push(report),
    },
  };
}

export type HandClock = { now(): number; pass(forMs: number): void; readonly timers: Timers };

export function handClock(): HandClock {
  let nowMs = 0;
  let count = 0;
  const due = new Map<number, { atMs: number; run: () => void }>();
  return {
    now: () => nowMs,
    pass: (forMs) => {
      const untilMs = nowMs + forMs;
      for (;;) {
        const next = [...due]
          .toSorted(([, a], [, b]) => a.atMs - b.atMs)
          .find(([, { atMs }]) => atMs <= untilMs);
        if (!next) break;
        due.delete(next[0]);
        nowMs = Math.max(nowMs, next[1].atMs);
        next[1].run();
      }
      nowMs = untilMs;
    },
    timers: {
      after: (delayMs, run) => {
        const id = count++;
        due.set(id, { atMs: nowMs + delayMs, run });
        return () => void due.delete(id);
      },
    },
  };
}

type FakeWire = {
  readonly open: OpenTransport;
  /** How often it was opened. */
  opened(): number;
  /** Lets the opening succeed. */
  connect(): void;
  say(text: string | Uint8Array): void;
  fail(fault: LinkFault | null): void;
  readonly written: string[];
  /** The other side takes nothing any more. */
  clog(): void;
};

function fakeWire(): FakeWire {
  let events: TransportEvents | null = null;
  let opened = 0;
  let clogged = false;
  const written: string[] = [];
  return {
    open: (given) => {
      events = given;
      opened += 1;
      return {
        write: (bytes) => {
          if (!clogged) written.push(Buffer.from(bytes).toString('latin1'));
          return !clogged;
        },
        close: async () => {
          events = null;
        },
      };
    },
    opened: () => opened,
    connect: () => events?.opened(),
    say: (text) => events?.bytes(Buffer.from(text as string, 'latin1')),
    fail: (fault) => events?.closed(fault),
    written,
    clog: () => {
      clogged = true;
    },
  };
}

/** A link on a fake wire under a hand-turned clock. */
export async function linkOnFakeWire(
  link: LinkOptions['link'] = { kind: 'tcp', host: 'bridge', port: 23 },
): Promise<{
  link: MachineLink;
  wire: FakeWire;
  clock: HandClock;
  heard: Heard;
}> {
  const clock = handClock();
  const wire = fakeWire();
  const { options, heard } = await listening(link);
  const opened = openLink({
    ...options,
    clock: { monoMs: clock.now },
    timers: clock.timers,
    transport: wire.open,
  });
  return { link: opened, wire, clock, heard };
}

/** Waits until `check` holds, at most `limitMs`. */
export async function until(check: () => boolean, what: string, limitMs = 8000): Promise<void> {
  const beganMs = performance.now();
  while (!check()) {
    if (performance.now() - beganMs > limitMs) throw new Error(`waited ${limitMs} ms in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
