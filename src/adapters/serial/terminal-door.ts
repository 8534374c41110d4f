// A door for hosts that know only serial ports: a pseudo terminal, made by socat for as long as the link runs. Without
// that program there is no such door, and the log says what to do.

import { type ChildProcess, spawn } from 'node:child_process';
import { type CallOff, noTimer, type Timers } from '../../edge/timers.ts';
import type { DoorEvents, HostDoor } from './host-door.ts';

/** What nobody reads is dropped beyond this, as a serial line would; the terminal itself holds some kilobytes. */
const unreadBytes = 262_144;
const retryMs = 5000;
/** The link may be there any moment. */
const linkRetryMs = 250;

/** The terminal is a host that is always there. */
export function openTerminalDoor(at: { path: string; timers: Timers }, events: DoorEvents): HostDoor {
  let child: ChildProcess | null = null;
  let callOff: CallOff = noTimer;
  let isClosed = false;
  let isSentAway = false;
  const open = (): void => {
    if (isClosed) return;
    if (!events.came()) {
      callOff = at.timers.after(linkRetryMs, open);
      return;
    }
    isSentAway = false;
    const mine = spawn('socat', ['STDIO', `PTY,link=${at.path},raw,echo=0,mode=660`], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    child = mine;
    let isOver = false;
    const over = (detail: string): void => {
      if (isOver) return;
      isOver = true;
      child = null;
      events.went();
      if (isClosed) return;
      if (!isSentAway) events.fault(detail);
      callOff = at.timers.after(isSentAway ? linkRetryMs : retryMs, open);
    };
    mine.on('spawn', () => events.fault(null));
    mine.on('error', (fault) => over(`socat cannot be started: ${fault.message}`));
    mine.on('exit', () => over('socat has ended'));
    mine.stdin.on('error', () => {});
    mine.stdout.on('data', events.bytes);
  };
  // Not before the link is there to share.
  callOff = at.timers.after(0, open);
  return {
    write: (bytes) => {
      const into = child?.stdin;
      if (into && into.writableLength <= unreadBytes) into.write(bytes);
    },
    hold: (isHeld) => {
      if (isHeld) child?.stdout?.pause();
      else child?.stdout?.resume();
    },
    hangUp: () => {
      isSentAway = child !== null;
      child?.kill();
    },
    port: () => null,
    close: async () => {
      isClosed = true;
      callOff();
      const last = child;
      if (!last) return;
      const ended = new Promise<void>((resolve) => last.once('exit', () => resolve()));
      last.kill();
      await ended;
    },
  };
}
