// Learns from one's own badge how a reader writes the numbers of cards. The gateway answers when the badge was held to it,
// or after a minute.

import { useSignal } from '@preact/signals';
import type { Problem } from '../../contract/people.ts';
import type { ShownBadge } from '../badges/badge-row.tsx';
import { HoldBadge } from '../badges/hold-badge.tsx';
import { client } from '../client.ts';
import { CopyCommand } from '../frame/copy-command.tsx';
import { ProblemText } from '../frame/problem-text.tsx';
import { meClient } from '../me/me-client.ts';
import { atWork, monoMs, words } from '../store.ts';

type Step =
  | { readonly step: 'offer' }
  | { readonly step: 'choose'; readonly badges: readonly ShownBadge[] }
  | { readonly step: 'hold'; readonly tail: string; readonly untilMonoMs: number }
  | { readonly step: 'done'; readonly spelling: string };

const waitMs = 60_000;

export function LearnSpelling({ reader }: { readonly reader: string }) {
  const { devices: say } = words.value;
  const step = useSignal<Step>({ step: 'offer' });
  const problem = useSignal<Problem | null>(null);
  const at = step.value;
  const offer = () => (step.value = { step: 'offer' });

  async function open(): Promise<void> {
    const answer = await meClient.badges();
    // Who signed in with a token of the gateway itself is no member and has none.
    step.value = { step: 'choose', badges: answer.ok ? answer.value.badges : [] };
    problem.value = null;
  }

  async function learn({ badge, tail }: ShownBadge): Promise<void> {
    problem.value = null;
    step.value = { step: 'hold', tail, untilMonoMs: monoMs.value + waitMs };
    const answer = await client.learnReader(reader, badge);
    problem.value = answer.ok ? null : answer.problem;
    step.value = answer.ok ? { step: 'done', spelling: answer.value.spelling } : { step: 'offer' };
  }

  return (
    <div class="learn">
      <ProblemText problem={problem.value} />
      {at.step === 'offer' && (
        <button type="button" class="link" disabled={!atWork.value} onClick={() => void open()}>
          {say.learn}
        </button>
      )}
      {at.step === 'choose' && <ChooseBadge badges={at.badges} onChoose={learn} onCancel={offer} />}
      {at.step === 'hold' && (
        <HoldBadge text={say.learnHold({ tail: at.tail, reader })} untilMonoMs={at.untilMonoMs} />
      )}
      {at.step === 'done' && (
        <>
          <p role="status">{say.learnt({ reader })}</p>
          <CopyCommand command={`spelling: ${at.spelling}`} />
        </>
      )}
    </div>
  );
}

type ChooseProps = {
  readonly badges: readonly ShownBadge[];
  readonly onChoose: (badge: ShownBadge) => void;
  readonly onCancel: () => void;
};

function ChooseBadge({ badges, onChoose, onCancel }: ChooseProps) {
  const { devices: say, desk } = words.value;
  const chosen = useSignal(badges[0]?.badge ?? '');
  const badge = badges.find((one) => one.badge === chosen.value);
  return (
    <form
      class="row-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (badge !== undefined) onChoose(badge);
      }}
    >
      <p class="hint">{badges.length === 0 ? say.learnNone : say.learnWhy}</p>
      {badges.length > 0 && (
        <label class="field">
          <span>{say.learnBadge}</span>
          <select value={chosen.value} onChange={(event) => (chosen.value = event.currentTarget.value)}>
            {badges.map((one) => (
              <option key={one.badge} value={one.badge}>
                {desk.badges.ending({ tail: one.tail })}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="button" onClick={onCancel}>
        {say.learnCancel}
      </button>
      {badges.length > 0 && (
        <button type="submit" class="primary" disabled={!atWork.value}>
          {say.learnStart}
        </button>
      )}
    </form>
  );
}
