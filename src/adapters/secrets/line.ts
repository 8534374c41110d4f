// Lets a few pieces of work run at once and a stated number wait; one that finds the line full is rejected and counted.

class LineFull extends Error {
  readonly code = 'secrets-busy';
  constructor(dropped: number) {
    super(
      `Too many passwords are being checked at once (${dropped} turned away since the start); try again in a moment.`,
    );
    this.name = 'LineFull';
  }
}

export type Line = { run<T>(work: () => Promise<T>): Promise<T> };

export function createLine({ atOnce, waiting }: { atOnce: number; waiting: number }): Line {
  const queue: (() => void)[] = [];
  let running = 0;
  let dropped = 0;

  async function take(): Promise<void> {
    if (running < atOnce) {
      running += 1;
      return;
    }
    if (queue.length >= waiting) {
      dropped += 1;
      throw new LineFull(dropped);
    }
    // Whoever finishes hands its place on, so `running` stays as it is.
    await new Promise<void>((resolve) => queue.push(resolve));
  }

  function leave(): void {
    const next = queue.shift();
    if (next) next();
    else running -= 1;
  }

  return {
    async run(work) {
      await take();
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
