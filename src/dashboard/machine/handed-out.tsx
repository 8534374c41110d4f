// A material that was handed out, and the way back for whoever has just made a mistake.

import { useSignal } from '@preact/signals';
import type { Problem } from '../../contract/people.ts';
import type { UsageReport } from '../../contract/usage.ts';
import { client } from '../client.ts';
import { formatMonth } from '../format.ts';
import { ProblemText } from '../frame/problem-text.tsx';
import { pages } from '../paths.ts';
import { UseLine } from '../statement/use-line.tsx';
import { atWork, place, words } from '../store.ts';

type Props = { readonly report: UsageReport; readonly onAnother: () => void };

export function HandedOut({ report, onAnother }: Props) {
  const { materials: say, usage } = words.value;
  const takenBack = useSignal(false);
  const working = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const { session: entry } = report;

  async function takeBack(id: string): Promise<void> {
    working.value = true;
    const answer = await client.withdrawMaterial(id, { why: 'mistake' });
    working.value = false;
    problem.value = answer.ok ? null : answer.problem;
    takenBack.value = answer.ok;
  }

  return (
    <>
      <p role="status">
        {takenBack.value
          ? usage.takenBack
          : say.done({ month: formatMonth(report.month, place.value.locale) })}
      </p>
      <UseLine report={report} />
      <ProblemText problem={problem.value} />
      <div class="use-buttons">
        {entry !== null && !takenBack.value && (
          <button
            type="button"
            class="link"
            disabled={working.value || !atWork.value}
            onClick={() => void takeBack(entry)}
          >
            {working.value ? usage.withdrawing : usage.withdraw}
          </button>
        )}
        <a class="use-statement" href={pages.statement}>
          {usage.statement}
        </a>
        <button type="button" onClick={onAnother}>
          {say.another}
        </button>
      </div>
    </>
  );
}
