// The past under a policy that is handed in: choose the days, run it, see who would wait less or more. It only asks.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Problem } from '../../contract/people.ts';
import type { ReplayReport, ReplayRequest } from '../../contract/replay.ts';
import { can } from '../can.ts';
import { client } from '../client.ts';
import { ProblemText } from '../frame/problem-text.tsx';
import { atWork, nowMs, person, place, words } from '../store.ts';
import { dayAt } from './day-at.ts';
import { ReplayResult } from './replay-result.tsx';

const usualDays = 90;
const dayMs = 86_400_000;
/** So often it is asked how far the run has come. */
const lookMs = 1_000;

export function Replay({ document }: { readonly document: ReplayRequest['document'] }) {
  const { replay: say } = words.value;
  const { timezone } = place.value;
  const from = useSignal(dayAt(nowMs.value - usualDays * dayMs, timezone));
  const to = useSignal(dayAt(nowMs.value, timezone));
  const report = useSignal<ReplayReport | null>(null);
  const problem = useSignal<Problem | null>(null);
  const isRunning = useSignal(false);
  const mayRun = can('replay-policy', { self: person.value, live: atWork.value });

  async function run(): Promise<void> {
    if (isRunning.value) return;
    isRunning.value = true;
    report.value = null;
    const answer = await client.replay({ document, from: from.value, to: to.value });
    isRunning.value = false;
    report.value = answer.ok ? answer.value : null;
    problem.value = answer.ok ? null : answer.problem;
  }

  const days = [
    { text: say.first, day: from },
    { text: say.last, day: to },
  ];
  return (
    <section class="replay" aria-label={say.title} aria-busy={isRunning.value}>
      <form
        class="row-form"
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        {days.map(({ text, day }) => (
          <label class="field" key={text}>
            <span>{text}</span>
            <input
              type="date"
              required
              value={day.value}
              max={dayAt(nowMs.value, timezone)}
              onInput={(event) => (day.value = event.currentTarget.value)}
            />
          </label>
        ))}
        <button type="submit" class="primary" disabled={!mayRun || isRunning.value}>
          {say.run}
        </button>
        <ProblemText problem={problem.value} />
      </form>
      {isRunning.value && <Progress />}
      {report.value !== null && <ReplayResult report={report.value} />}
    </section>
  );
}

function Progress() {
  const { replay: say } = words.value;
  const part = useSignal(0);
  useEffect(() => {
    const looking = setInterval(() => {
      void client.replayNow().then((answer) => {
        if (answer.ok) part.value = answer.value.part ?? part.value;
      });
    }, lookMs);
    return () => clearInterval(looking);
  }, [part]);
  const percent = Math.floor(100 * part.value);
  return (
    <p class="replay-running" role="status">
      <progress value={part.value} aria-label={say.running({ percent })} /> {say.running({ percent })}
    </p>
  );
}
