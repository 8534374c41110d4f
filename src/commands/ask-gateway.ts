// Asks the gateway that runs on the data folder, over its HTTP API. What comes back is an answer or a problem; whoever
// asked checks its shape before believing it.

import type { RunningGateway } from './boxes.ts';

export type Asked = { readonly ok: boolean; readonly status: number; readonly said: unknown };

type Question = Omit<Parameters<RunningGateway['ask']>[0], 'timeoutMs'> & { readonly timeoutMs?: number };

/** Far longer than most answers take on a small computer. */
const usualTimeoutMs = 60_000;

/** @throws when nothing came back that can be read */
export async function askGateway(running: RunningGateway, question: Question): Promise<Asked> {
  try {
    const { status, body } = await running.ask({ timeoutMs: usualTimeoutMs, ...question });
    return { ok: status >= 200 && status < 300, status, said: body };
  } catch (error) {
    const text = `The gateway at ${running.url} did not answer as it should; look at its log, or stop it and try again.`;
    throw new Error(text, { cause: error });
  }
}

/** Why it refused, as its problem says; @param what as in "the import" */
export function problemText({ status, said }: Asked, what?: string): string {
  const title = fieldOf(said, 'title');
  const detail = fieldOf(said, 'detail');
  const refused = `The gateway refused${what === undefined ? '' : ` ${what}`}`;
  if (typeof title !== 'string') return `${refused} (status ${status}); look at its log.`;
  return `${refused}: ${title}${typeof detail === 'string' ? ` ${detail}` : ''}`;
}

export function fieldOf(said: unknown, name: string): unknown {
  if (typeof said !== 'object' || said === null || !Object.hasOwn(said, name)) return undefined;
  return Reflect.get(said, name);
}
