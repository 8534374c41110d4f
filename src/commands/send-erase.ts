// Asks a running gateway over its HTTP API to erase a member, and reads the answer as an outcome. The answer is checked
// before it is believed.

import type { EraseOutcome, KeptPart } from '../gateway/gateway.ts';
import { askGateway, fieldOf, problemText } from './ask-gateway.ts';
import type { RunningGateway } from './boxes.ts';
import type { Erased, EraseWish } from './erase.ts';

export async function sendErase(running: RunningGateway, { member, dryRun }: EraseWish): Promise<Erased> {
  const asked = await askGateway(running, {
    method: 'DELETE',
    path: `/api/members/${member}?dryRun=${dryRun}`,
  });
  return toOutcome(asked.said) ?? { text: problemText(asked) };
}

function toOutcome(said: unknown): EraseOutcome | null {
  const code = fieldOf(said, 'code');
  if (code === 'member-unknown' || code === 'member-in-session' || code === 'admin-last')
    return { ok: false, code };
  const goes = fieldOf(said, 'goes');
  const of = (name: string): unknown => fieldOf(goes, name);
  const [handle, name, badges] = [of('handle'), of('name'), of('badges')];
  if (typeof handle !== 'string' || typeof name !== 'string' || typeof badges !== 'number') return null;
  return {
    ok: true,
    goes: { handle, name, email: of('email') === true, password: of('password') === true, badges },
    ...keepsIn(fieldOf(said, 'keeps')),
  };
}

const parts = ['sessions', 'charges', 'postings', 'disputes', 'invoices', 'payments'] as const;

/** Only what is known here. */
function keepsIn(said: unknown): { readonly keeps?: readonly KeptPart[] } {
  if (!Array.isArray(said)) return {};
  const keeps = said.flatMap((one: unknown): KeptPart[] => {
    const what = parts.find((part) => part === fieldOf(one, 'what'));
    const entries = fieldOf(one, 'entries');
    if (what === undefined || typeof entries !== 'number') return [];
    const until = fieldOf(one, 'until');
    const why = fieldOf(one, 'why') === 'law' ? 'law' : 'bills';
    return [{ what, entries, why, ...(typeof until === 'string' ? { until } : {}) }];
  });
  return { keeps };
}
