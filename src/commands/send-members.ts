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
  return { ok: true, added, changed, unchanged };
}

function toMistakes(said: unknown): ImportOutcome | null {
  const listed = fieldOf(said, 'mistakes');
  if (!Array.isArray(listed)) return null;
  const mistakes = listed.map((mistake: unknown) => ({
    row: Number(fieldOf(mistake, 'row')),
    code: String(fieldOf(mistake, 'code')),
    text: String(fieldOf(mistake, 'text')),
  }));
  return { ok: false, mistakes };
}
