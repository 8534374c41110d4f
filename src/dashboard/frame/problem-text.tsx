// A problem as people read it: what the gateway said, what to do next, and the code, small, for stewards. The board has not
// loaded the words of every refusal: until they are there, the gateway's own sentence is shown.

import { useEffect } from 'preact/hooks';
import type { Problem } from '../../contract/people.ts';
import { ownCodes } from '../client.ts';
import { wantAllWords, words } from '../store.ts';

export function ProblemText({ problem }: { readonly problem: Problem | null }) {
  const own = problem === null ? null : ownWords(problem.code);
  const isStrange = problem !== null && own === null;
  useEffect(() => {
    if (isStrange) wantAllWords();
  }, [isStrange]);
  if (problem === null) return null;
  const { title, detail } = own ?? problem;
  return (
    <p class="problem" role="alert">
      {title} {detail}
      {problem.about !== undefined && <small>{problem.about}</small>}
      <small>{words.value.problems.code({ code: problem.code })}</small>
    </p>
  );
}

type Said = { readonly title: string; readonly detail?: string };

/** What this page says better than the gateway; null where it does not, or not yet. */
function ownWords(code: string): Said | null {
  const { problems: say } = words.value;
  if (code === ownCodes.away) return { title: say.away };
  if (code === ownCodes.unreadable) return { title: say.unreadable };
  const own = Object.values(words.value).map((room) => refusalsOf(room)?.[code]);
  return own.find((one) => one !== undefined) ?? null;
}

type Refusals = Readonly<Record<string, Said | undefined>>;

/** Rooms that refuse have their sentences under `refusals`. */
function refusalsOf(room: unknown): Refusals | null {
  if (typeof room !== 'object' || room === null || !('refusals' in room)) return null;
  return room.refusals as Refusals;
}
