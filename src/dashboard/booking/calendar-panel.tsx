// The secret address of one's own calendar: made, shown once, and dropped.

import { useSignal } from '@preact/signals';
import type { Problem } from '../../contract/people.ts';
import { client } from '../client.ts';
import { CopyCommand } from '../frame/copy-command.tsx';
import { Panel } from '../frame/panel.tsx';
import { ProblemText } from '../frame/problem-text.tsx';
import { atWork, words } from '../store.ts';

type CalendarPanelProps = { readonly isInUse: boolean; onChanged(): void };

export function CalendarPanel({ isInUse, onChanged }: CalendarPanelProps) {
  const { booking: say } = words.value;
  const address = useSignal<string | null>(null);
  const problem = useSignal<Problem | null>(null);

  async function make(): Promise<void> {
    const answer = await client.makeCalendar();
    problem.value = answer.ok ? null : answer.problem;
    if (!answer.ok) return;
    address.value = new URL(answer.value.path, window.location.href).href;
    onChanged();
  }

  async function drop(): Promise<void> {
    const answer = await client.dropCalendar();
    problem.value = answer.ok ? null : answer.problem;
    if (!answer.ok) return;
    address.value = null;
    onChanged();
  }

  return (
    <Panel title={say.calendar}>
      <p class="hint">{isInUse && address.value === null ? say.calendarOn : say.calendarHint}</p>
      {address.value !== null && <CopyCommand command={address.value} />}
      <ProblemText problem={problem.value} />
      <div class="ask-buttons">
        <button type="button" disabled={!atWork.value} onClick={() => void make()}>
          {say.calendarMake}
        </button>
        {isInUse && (
          <button type="button" disabled={!atWork.value} onClick={() => void drop()}>
            {say.calendarDrop}
          </button>
        )}
      </div>
    </Panel>
  );
}
