// The steps of an entered use after its fields: what would be written, with its price; and what was, with the way back.

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Problem } from '../../contract/people.ts';
import type { UsageReport } from '../../contract/usage.ts';
import { client } from '../client.ts';
import { formatMonth } from '../format.ts';
import { ProblemText } from '../frame/problem-text.tsx';
import { pages } from '../paths.ts';
import { UseLine } from '../statement/use-line.tsx';
import { atWork, place, words } from '../store.ts';

type CheckProps = {
  readonly report: UsageReport;
  readonly working: boolean;
  readonly onChange: () => void;
  readonly onSave: () => void;
};

/** What would be written, with its price; the keys begin at the harmless button. */
export function CheckUse({ report, working, onChange, onSave }: CheckProps) {
  const { usage: say } = words.value;
  const change = useRef<HTMLButtonElement>(null);
  useEffect(() => change.current?.focus(), []);
  return (
    <>
      <p class="hint" role="status">
        {say.preview}
      </p>
      <UseLine report={report} />
      <div class="use-buttons">
        <button ref={change} type="button" disabled={working} onClick={onChange}>
          {say.change}
        </button>
        <button type="button" class="primary" disabled={working || !atWork.value} onClick={onSave}>
          {working ? say.saving : say.save}
        </button>
      </div>
    </>
  );
}

/** Whoever has just made a mistake can mend it at once, also without seeing everybody's statement. */
export function UseDone({
  report,
  onAnother,
}: {
  readonly report: UsageReport;
  readonly onAnother: () => void;
}) {
  const { usage: say } = words.value;
  const takenBack = useSignal(false);
  const working = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const another = useRef<HTMLButtonElement>(null);
  useEffect(() => another.current?.focus(), []);

  async function takeBack(session: string): Promise<void> {
    working.value = true;
    const answer = await client.withdrawUsage(session, { why: 'mistake' });
    working.value = false;
    problem.value = answer.ok ? null : answer.problem;
    takenBack.value = answer.ok;
  }

  const { session } = report;
  return (
    <>
      <p role="status">
        {takenBack.value ? say.takenBack : say.done({ month: formatMonth(report.month, place.value.locale) })}
      </p>
      <UseLine report={report} />
      <ProblemText problem={problem.value} />
      <div class="use-buttons">
        {session !== null && !takenBack.value && (
          <button
            type="button"
            class="link"
            disabled={working.value || !atWork.value}
            onClick={() => void takeBack(session)}
          >
            {working.value ? say.withdrawing : say.withdraw}
          </button>
        )}
        <a class="use-statement" href={pages.statement}>
          {say.statement}
        </a>
        <button ref={another} type="button" onClick={onAnother}>
          {say.another}
        </button>
      </div>
    </>
  );
}
