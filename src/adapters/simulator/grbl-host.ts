// The laptop beside the machine: streams a program into the controller as hosts do, counting characters so that the
// receive buffer never overflows, and stops when the controller restarts or raises an alarm.

import type { GrblController } from './grbl.ts';

type JobOutcome = {
  /** completed: every line was answered. stopped: a restart, an alarm or `stop`. */
  readonly result: 'completed' | 'stopped';
  readonly answered: number;
  readonly errors: number;
};

export type GrblHost = {
  /** Resolves when the job is over; rejects when one is still running. */
  runJob(lines: readonly string[]): Promise<JobOutcome>;
  /** A person presses pause (`!`). */
  pause(): void;
  /** A person presses resume (`~`). */
  resume(): void;
  /** A person gives up: the rest of the job is not sent, and the controller is reset. */
  stop(): void;
  /** Unplugs the laptop; a running job counts as stopped. */
  close(): void;
};

/** What the receive buffer of the controller surely holds. */
const windowBytes = 120;

type Job = {
  readonly lines: readonly string[];
  readonly resolve: (outcome: JobOutcome) => void;
  /** Bytes of the lines that are sent and not answered. */
  readonly open: number[];
  next: number;
  answered: number;
  errors: number;
};

/** A host on a conversation of its own with the controller. */
export function openGrblHost(controller: GrblController): GrblHost {
  let job: Job | null = null;
  let rest = '';
  const channel = controller.attach((bytes) => {
    rest += Buffer.from(bytes).toString('latin1');
    const lines = rest.split('\r\n');
    rest = (lines.pop() ?? '').slice(-512);
    for (const line of lines) hear(line);
  });
  const over = (result: JobOutcome['result']) => {
    const done = job;
    job = null;
    done?.resolve({ result, answered: done.answered, errors: done.errors });
  };
  const hear = (line: string) => {
    if (!job) return;
    if (/^Grbl(HAL)? /.test(line) || line.startsWith('ALARM:')) over('stopped');
    else if (line === 'ok' || line.startsWith('error:')) {
      job.open.shift();
      job.answered += 1;
      if (line !== 'ok') job.errors += 1;
      if (job.answered === job.lines.length) over('completed');
      else feed(job);
    }
  };
  const feed = (running: Job) => {
    for (let line = running.lines[running.next]; line !== undefined; line = running.lines[running.next]) {
      const bytes = Buffer.from(`${line}\n`, 'latin1');
      const open = running.open.reduce((sum, size) => sum + size, 0);
      if (running.open.length > 0 && open + bytes.length > windowBytes) return;
      running.open.push(bytes.length);
      running.next += 1;
      channel.write(bytes);
      if (job !== running) return;
    }
  };
  const press = (byte: number) => channel.write(Uint8Array.of(byte));
  return {
    runJob: (lines) => {
      if (job)
        return Promise.reject(new Error('the host is still running a job; stop it or wait for its end'));
      if (lines.length === 0) return Promise.resolve({ result: 'completed', answered: 0, errors: 0 });
      const { promise, resolve } = Promise.withResolvers<JobOutcome>();
      job = { lines, resolve, open: [], next: 0, answered: 0, errors: 0 };
      feed(job);
      return promise;
    },
    pause: () => press(0x21),
    resume: () => press(0x7e),
    stop: () => {
      over('stopped');
      press(0x18);
    },
    close: () => {
      over('stopped');
      channel.detach();
    },
  };
}
