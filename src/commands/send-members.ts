// Hands members to a running gateway over its HTTP API, and reads the answer as an import outcome. The answer is
// checked before it is believed.

import type { ImportOutcome } from '../gateway/gateway.ts';
import type { RunningGateway } from './boxes.ts';
import type { Batch, TakenOver } from './import.ts';

/** An import of 20,000 rows takes a few seconds on a small computer. */
const answerTimeoutMs = 120_000;

export async function sendMembers(running: RunningGateway, batch: Batch): Promise<TakenOver> {
  try {
    const { status, body } = await running.ask({
      method: 'POST',
      path: '/api/members/import',
      body: { rows: batch.members, dryRun: batch.dryRun },
      timeoutMs: answerTimeoutMs,
    });
    return toReport(body) ?? toMistakes(body) ?? { text: refusalText(body, status) };
  } catch (error) {
    const text = `The gateway at ${running.url} did not answer as it should; look at its log, or stop it and try again.`;
    throw new Error(text, { cause: error });
  }
}

function toReport(said: unknown): ImportOutcome | null {
  const [added, changed, unchanged] = [
    field(said, 'added'),
    field(said, 'changed'),
    field(said, 'unchanged'),
  ];
  if (typeof added !== 'number' || typeof changed !== 'number' || typeof unchanged !== 'number') return null;
  return { ok: true, added, changed, unchanged };
}

function toMistakes(said: unknown): ImportOutcome | null {
  const listed = field(said, 'mistakes');
  if (!Array.isArray(listed)) return null;
  const mistakes = listed.map((mistake: unknown) => ({
    row: Number(field(mistake, 'row')),
    code: String(field(mistake, 'code')),
    text: String(field(mistake, 'text')),
  }));
  return { ok: false, mistakes };
}

function refusalText(said: unknown, status: number): string {
  const title = field(said, 'title');
  const detail = field(said, 'detail');
  if (typeof title !== 'string') return `The gateway refused the import (status ${status}); look at its log.`;
  return `The gateway refused the import: ${title}${typeof detail === 'string' ? ` ${detail}` : ''}`;
}

function field(said: unknown, name: string): unknown {
  if (typeof said !== 'object' || said === null || !Object.hasOwn(said, name)) return undefined;
  return Reflect.get(said, name);
}
