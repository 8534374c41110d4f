// A problem as people read it: what the gateway said, what to do next, and the code, small, for stewards.

import type { Problem } from '../../contract/people.ts';
import { ownCodes } from '../client.ts';
import { words } from '../store.ts';

export function ProblemText({ problem }: { readonly problem: Problem | null }) {
  if (problem === null) return null;
  const { problems: say } = words.value;
  const own = Object.values(words.value).map((room) => refusalsOf(room)?.[problem.code]);
  const { title, detail } = own.find((one) => one !== undefined) ?? problem;
  return (
    <p class="problem" role="alert">
      {ownTitle(problem.code) ?? title} {detail}
      {problem.about !== undefined && <small>{problem.about}</small>}
      <small>{say.code({ code: problem.code })}</small>
    </p>
  );
}

type Refusals = Readonly<Record<string, { readonly title: string; readonly detail: string } | undefined>>;

/** Rooms that refuse have their sentences under `refusals`. */
function refusalsOf(room: unknown): Refusals | null {
  if (typeof room !== 'object' || room === null || !('refusals' in room)) return null;
  return room.refusals as Refusals;
}

function ownTitle(code: string): string | null {
  if (code === ownCodes.away) return words.value.problems.away;
  return code === ownCodes.unreadable ? words.value.problems.unreadable : null;
}
