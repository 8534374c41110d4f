// How far long work has come: one line that is written over, and only on a terminal.

import type { Context } from './command.ts';

export function showProgress({ stderr }: Pick<Context, 'stderr'>) {
  let shown = '';
  const write = (text: string): void => {
    if (!stderr.isTTY || text === shown) return;
    stderr.write(`\r${text.padEnd(shown.length)}${text === '' ? '\r' : ''}`);
    shown = text;
  };
  const entries = (done: number, total: number): void =>
    write(`${Math.floor((100 * done) / Math.max(1, total))} % of ${total} entries`);
  return {
    entries,
    step(step: 'copy' | 'check', done: number, total: number): void {
      if (step === 'check') entries(done, total);
      else write('copying …');
    },
    days: (done: number, total: number): void => write(`day ${Math.floor(done) + 1} of ${total}`),
    count: (what: string, { done, total }: { done: number; total: number }): void =>
      write(total === 0 ? `${what} …` : `${what}: ${done} of ${total}`),
    part: (part: number): void => write(`${Math.floor(100 * part)} %`),
    clear: (): void => write(''),
  };
}
