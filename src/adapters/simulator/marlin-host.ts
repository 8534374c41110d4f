// The host beside the printer: streams a program with numbers and checksums, one line per ok, sends again what it is
// asked for, and stops when the printer restarts or is halted.

import type { MarlinController } from './marlin.ts';
import { checksumOf } from './marlin-lines.ts';

type JobOutcome = {
  /** completed: every line was answered. stopped: a restart, a halt or `stop`. */
  readonly result: 'completed' | 'stopped';
  readonly answered: number;
  readonly resent: number;
};

export type MarlinHost = {
  /** Resolves when the job is over; rejects when one is still running. */
  runJob(lines: readonly string[]): Promise<JobOutcome>;
  /** Noise on its way to the printer: the next lines arrive with a wrong letter. */
  garble(lines: number): void;
  /** A person pauses: nothing is sent any more until `resume`. */
  pause(): void;
  resume(): void;
  /** A person gives up: the rest of the job is not sent. */
  stop(): void;
  close(): void;
};

type Job = {
  /** With number 1 first. */
  readonly lines: readonly string[];
  readonly resolve: (outcome: JobOutcome) => void;
  next: number;
  resent: number;
  /** The ok that follows a resend answers nothing. */
  skipOk: boolean;
  paused: boolean;
  /** An ok came while paused. */
  owed: boolean;
};

/** A host on a port of its own. */
export function openMarlinHost(printer: MarlinController): MarlinHost {
  let job: Job | null = null;
  let rest = '';
  let garbled = 0;
  const port = printer.attach((bytes) => {
    rest += Buffer.from(bytes).toString('latin1');
    const lines = rest.split('\n');
    rest = (lines.pop() ?? '').slice(-512);
    for (const line of lines) if (job) hear(job, line);
  });
  const over = (result: JobOutcome['result']) => {
    const done = job;
    job = null;
    done?.resolve({ result, answered: done.next, resent: done.resent });
  };
  const send = (n: number, text: string) => {
    const numbered = `N${n} ${text}`;
    const sum = checksumOf(numbered);
    const sent = garbled > 0 ? numbered.replace(/\d$/, '?') : numbered;
    if (garbled > 0) garbled -= 1;
    port.write(Buffer.from(`${sent}*${sum}\n`, 'latin1'));
  };
  const feed = (running: Job) => {
    if (running.paused) {
      running.owed = true;
      return;
    }
    const line = running.lines[running.next];
    if (line === undefined) over('completed');
    else {
      running.next += 1;
      send(running.next, line);
    }
  };
  const hear = (running: Job, line: string) => {
    const again = /^Resend: (\d+)/.exec(line)?.[1];
    if (line === 'start' || line.startsWith('Error:Printer halted')) over('stopped');
    else if (again !== undefined) {
      running.resent += 1;
      running.next = Number(again) - 1;
      running.skipOk = true;
      feed(running);
    } else if (/^ok\b/.test(line)) {
      if (running.skipOk) running.skipOk = false;
      else feed(running);
    }
  };
  return {
    runJob: (lines) => {
      if (job)
        return Promise.reject(new Error('the host is still running a job; stop it or wait for its end'));
      const { promise, resolve } = Promise.withResolvers<JobOutcome>();
      job = { lines, resolve, next: 0, resent: 0, skipOk: false, paused: false, owed: false };
      send(0, 'M110 N0');
      return promise;
    },
    garble: (lines) => {
      garbled = lines;
    },
    pause: () => {
      if (job) job.paused = true;
    },
    resume: () => {
      if (!job) return;
      job.paused = false;
      if (job.owed) {
        job.owed = false;
        feed(job);
      }
    },
    stop: () => over('stopped'),
    close: () => {
      over('stopped');
      port.detach();
    },
  };
}
