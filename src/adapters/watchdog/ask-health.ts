// Asks our own HTTP port for its health. Any health is an answer: 503 says that taps are refused and why, which a restart
// seldom mends; only silence, or an answer that is none of ours, is a fault.

import { get } from 'node:http';
import type { Socket } from 'node:net';

export type AskHealth = {
  /** As they stand in the request. */
  readonly host: string;
  readonly port: number;
  /**
   * Opens the connection, plain or encrypted; a new one each time, because one that is kept would not show that the port
   * still takes new ones.
   */
  readonly connect: () => Socket;
  readonly limitMs: number;
};

const answers: readonly (number | undefined)[] = [200, 503];

export function askHealth({ host, port, connect, limitMs }: AskHealth): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string, cause?: unknown): void =>
      reject(new Error(`GET /health on port ${port} ${reason}; look at the log and the load.`, { cause }));
    const signal = AbortSignal.timeout(limitMs);
    const at = { host, port, path: '/health', headers: { connection: 'close' } };
    const request = get({ ...at, createConnection: connect, signal }, (answer) => {
      answer.resume();
      answer.on('error', (cause) => fail('broke off', cause));
      answer.on('end', () => {
        if (answers.includes(answer.statusCode)) resolve();
        else fail(`answered ${answer.statusCode}, which is no health`);
      });
    });
    request.on('error', (cause) =>
      fail(signal.aborted ? `did not answer within ${limitMs} ms` : 'failed', cause),
    );
  });
}
