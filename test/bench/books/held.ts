// The longest that a thread was held in one piece while some work went on: the processor time that it used between two beats of a
// timer, so that other programs on the same cores are not counted.

const beatMs = 1;

export async function heldDuring<T>(work: () => Promise<T>) {
  let heldUs = 0;
  let lastUs = usedUs();
  const look = (): void => {
    const nowUs = usedUs();
    heldUs = Math.max(heldUs, nowUs - lastUs);
    lastUs = nowUs;
  };
  const timer = setInterval(look, beatMs);
  const [beganMs, beganUs] = [performance.now(), lastUs];
  const value = await work();
  const ms = performance.now() - beganMs;
  look();
  clearInterval(timer);
  return { value, ms, threadMs: (lastUs - beganUs) / 1000, heldMs: heldUs / 1000 };
}

function usedUs(): number {
  const { user, system } = process.threadCpuUsage();
  return user + system;
}
