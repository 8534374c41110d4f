// Opens a port now or, while another program has it, again and again: what can run without it runs. The reason is told
// once, not every time.

import type { Log } from '../../gateway/ports.ts';

export type Listening<T extends Closable> = {
  /** Null while the port is not ours. */
  now(): T | null;
  /** Gives up trying, and closes what is open. */
  close(): Promise<void>;
};

type Closable = { close(): Promise<void> };

export type PatientListen<T extends Closable> = {
  /** As in "browsers": who waits for this port. */
  readonly who: string;
  readonly host: string;
  readonly port: number;
  readonly open: () => Promise<T>;
  readonly log: Log;
  readonly againMs?: number;
};

/** Rejects at once for any reason but a port in use, for instance one that needs more rights. */
export async function patientListen<T extends Closable>(request: PatientListen<T>): Promise<Listening<T>> {
  const { who, host, port, log, againMs = 5_000 } = request;
  let open: T | null = await attempt(request);
  if (open === null) {
    log.error(
      { host, port },
      `port ${port} for ${who} is in use by another program; close that one or choose another port. Everything else runs, and this port is tried again every ${againMs / 1000} seconds`,
    );
  }
  const timer = setInterval(async () => {
    if (open !== null) return;
    open = await attempt(request).catch(() => null);
    if (open !== null) log.info({ host, port }, `port ${port} for ${who} is free now and open`);
  }, againMs);
  timer.unref();
  return {
    now: () => open,
    async close() {
      clearInterval(timer);
      await open?.close();
    },
  };
}

async function attempt<T extends Closable>({ who, host, port, open }: PatientListen<T>): Promise<T | null> {
  try {
    return await open();
  } catch (cause) {
    const code = systemCode(cause);
    if (code === 'EADDRINUSE') return null;
    const reason =
      code === 'EACCES' ? 'this account may not open it' : `it cannot be opened (${String(code)})`;
    throw new Error(`port ${port} for ${who} at ${host}: ${reason}; choose another port or address`, {
      cause,
    });
  }
}

/** The code of the system, which an adapter may have wrapped in a sentence of its own; at most four deep. */
function systemCode(fault: unknown): string | null {
  let next = fault;
  for (let depth = 0; depth < 4 && next instanceof Error; depth++) {
    if ('code' in next && typeof next.code === 'string') return next.code;
    next = next.cause;
  }
  return null;
}
