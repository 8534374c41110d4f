// Asks a running gateway over its HTTP API to erase a member, and reads the answer as an outcome. The answer is checked
// before it is believed.

import type { EraseOutcome } from '../gateway/gateway.ts';
import type { RunningGateway } from './boxes.ts';
import type { Erased, EraseWish } from './erase.ts';

const answerTimeoutMs = 30_000;

export async function sendErase(running: RunningGateway, { member, dryRun }: EraseWish): Promise<Erased> {
  try {
    const { status, body } = await running.ask({
      method: 'DELETE',
      path: `/api/members/${member}?dryRun=${dryRun}`,
      timeoutMs: answerTimeoutMs,
    });
    const said = (body ?? {}) as Said;
    return toOutcome(said) ?? { text: refusalText(said, status) };
  } catch (error) {
    const text = `The gateway at ${running.url} did not answer as it should; look at its log, or stop it and try again.`;
    throw new Error(text, { cause: error });
  }
}

/** Whatever came; nothing of it is believed yet. */
type Said = Readonly<Record<string, unknown>>;

function toOutcome({ code, goes }: Said): EraseOutcome | null {
  if (code === 'member-unknown' || code === 'member-in-session' || code === 'admin-last')
    return { ok: false, code };
  if (typeof goes !== 'object' || goes === null) return null;
  const { handle, name, email, password, badges } = goes as Said;
  if (typeof handle !== 'string' || typeof name !== 'string' || typeof badges !== 'number') return null;
  return { ok: true, goes: { handle, name, email: email === true, password: password === true, badges } };
}

function refusalText({ title, detail }: Said, status: number): string {
  if (typeof title !== 'string') return `The gateway refused (status ${status}); look at its log.`;
  return `The gateway refused: ${title}${typeof detail === 'string' ? ` ${detail}` : ''}`;
}
