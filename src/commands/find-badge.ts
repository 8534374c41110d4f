// Looks a badge up at the running gateway by the last characters of it, which are all that people ever see.

import { askGateway, problemText } from './ask-gateway.ts';
import type { RunningGateway } from './boxes.ts';

export type FoundBadge = { readonly member: string; readonly badge: string };

/** @param wish `handle` is null for anybody's; @returns a sentence where not exactly one fits */
export async function findBadge(
  running: RunningGateway,
  { handle, tail }: { handle: string | null; tail: string },
): Promise<FoundBadge | { readonly text: string }> {
  const asked = await askGateway(running, { method: 'GET', path: '/api/members' });
  if (!asked.ok || !Array.isArray(asked.said)) return { text: problemText(asked) };
  const wanted = tail.toLowerCase();
  const fits = asked.said.flatMap((member) => badgesOf(member, { handle, wanted }));
  const whose = handle === null ? 'Nobody has' : `"${handle}" has no`;
  const what = handle === null ? 'a badge' : 'badge';
  if (fits.length === 0)
    return { text: `${whose} ${what} that ends in "${tail}"; "GET /api/members" lists them all.` };
  const [found] = fits;
  if (found && fits.length === 1) return found;
  return { text: `${fits.length} badges end in "${tail}"; give all four characters that are shown.` };
}

type Wish = { readonly handle: string | null; readonly wanted: string };

function badgesOf(said: unknown, { handle, wanted }: Wish): readonly FoundBadge[] {
  const { member, badges, ...rest } = fieldsOf(said);
  if (typeof member !== 'string' || !Array.isArray(badges)) return [];
  if (handle !== null && rest.handle !== handle) return [];
  return badges.map(fieldsOf).flatMap(({ badge, tail }) => {
    const fits = typeof badge === 'string' && typeof tail === 'string' && tail.endsWith(wanted);
    return fits ? [{ member, badge }] : [];
  });
}

const fieldsOf = (said: unknown): Readonly<Record<string, unknown>> =>
  typeof said === 'object' && said !== null ? { ...said } : {};
