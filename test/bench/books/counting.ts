// How far a benchmark has come: a line that counts on a terminal, and every tenth of the way elsewhere.

export function counting(what: string): (done: number, total: number) => void {
  let tenths = 0;
  return (done, total) => {
    if (process.stdout.isTTY) {
      process.stdout.write(`\r  ${done} of ${total} ${what}${done === total ? '\n' : ''}`);
      return;
    }
    const now = Math.floor((10 * done) / total);
    if (now > tenths) process.stdout.write(`  ${done} of ${total} ${what}\n`);
    tenths = now;
  };
}
