// Hands members to a running gateway over its HTTP API, and reads the answer as an import outcome. The answer is
// checked before it is believed.

import type { ImportOutcome } from '../gateway/gateway.ts';
import { askGateway, fieldOf, problemText } from './ask-gateway.ts';
import type { RunningGateway } from './boxes.ts';
import type { Batch, TakenOver } from './import.ts';

/** An import of 20,000 rows takes a few seconds on a small computer. */
const answerTimeoutMs = 120_000;

export async function sendMembers(running: RunningGateway, batch: Batch): Promise<TakenOver> {
  const asked = await askGateway(running, {
    method: 'POST',
    path: '/api/members/import',
    body: { rows: batch.members, dryRun: batch.dryRun },
    timeoutMs: answerTimeoutMs,
  });
  return toReport(asked.said) ?? toMistakes(asked.said) ?? { text: problemText(asked, 'the import') };
}

function toReport(said: unknown): ImportOutcome | null {
  const [added, changed, unchanged] = ['added', 'changed', 'unchanged'].map((name) => fieldOf(said, name));
  if (typeof added !== 'number' || typeof changed !== 'number' || typeof unchanged !== 'number') return null;
  return { ok: true, added, changed, unchanged, warnings: remarks(fieldOf(said, 'warnings')) ?? [] };
}

function toMistakes(said: unknown): ImportOutcome | null {
  const mistakes = remarks(fieldOf(said, 'mistakes'));
  return mistakes && { ok: false, mistakes };
}

function remarks(listed: unknown) {
  if (!Array.isArray(listed)) return null;
  return listed.map((remark: unknown) => ({
    row: Number(fieldOf(remark, 'row')),
    code: String(fieldOf(remark, 'code')),
    text: String(fieldOf(remark, 'text')),
  }));
}
