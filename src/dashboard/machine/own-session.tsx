// One's own running session on the page of the machine: what it costs, its ceiling and cost code, handing it over, and
// saying that one is still there. Only its holder sees it.

import { useSignal } from '@preact/signals';
import type { MachineCard } from '../../contract/board.ts';
import type { Problem } from '../../contract/people.ts';
import { client } from '../client.ts';
import { formatAmount, formatTime } from '../format.ts';
import { AskTwice } from '../frame/ask-twice.tsx';
import { ProblemText } from '../frame/problem-text.tsx';
import { atWork, live, monoMs, nowMs, place, words } from '../store.ts';
import { ceilingOf, costNow, typedOf } from './own-money.ts';

type Own = NonNullable<NonNullable<MachineCard['session']>['own']>;
type Props = { readonly card: MachineCard; readonly own: Own };

export function OwnSession({ card }: { readonly card: MachineCard }) {
  const { session } = card;
  const own = session?.own ?? null;
  if (session === null || own === null || session.ending) return null;
  return (
    <section class="own-session" aria-label={words.value.held.title}>
      <h2>{words.value.held.title}</h2>
      {own.canKeep && <Keep card={card} />}
      <Cost card={card} own={own} />
      <Wishes key={session.id} card={card} own={own} />
      <Offer card={card} own={own} />
    </section>
  );
}

function Keep({ card }: { readonly card: MachineCard }) {
  const { held: say } = words.value;
  const working = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  async function keep(): Promise<void> {
    working.value = true;
    const answer = await client.keepSession(card.id);
    working.value = false;
    problem.value = answer.ok ? null : answer.problem;
  }
  return (
    <div class="own-keep" role="status">
      <p>{say.keepWhy}</p>
      <ProblemText problem={problem.value} />
      <button
        type="button"
        class="primary"
        disabled={working.value || !atWork.value}
        onClick={() => void keep()}
      >
        {working.value ? say.keeping : say.keep}
      </button>
    </div>
  );
}

function Cost({ card, own }: Props) {
  const { held: say } = words.value;
  const cameMonoMs = live.value.cardMonoMs.get(card.id) ?? monoMs.value;
  const sinceMs = atWork.value ? monoMs.value - cameMonoMs : 0;
  const cost = costNow(own, { sinceMs, nowMs: nowMs.value });
  if (cost === null) return null;
  return (
    <dl class="own-cost">
      <dt>{say.cost}</dt>
      <dd>
        {amount(cost, own)}
        <small>{growth(own)}</small>
      </dd>
    </dl>
  );
}

/** How it goes on from here. */
function growth(own: Own): string {
  const { held: say } = words.value;
  const { cap, nextStep, perHourMinor } = own;
  if (cap !== undefined) return cap === 'day' ? say.costCapDay : say.costCapMonth;
  if (nextStep !== undefined)
    return say.costStep({
      time: formatTime(Date.parse(nextStep.at), place.value),
      amount: amount(nextStep.minor, own),
    });
  return perHourMinor === '0' ? say.costStands : say.costNow({ perHour: amount(perHourMinor, own) });
}

function Wishes({ card, own }: Props) {
  const { held: say } = words.value;
  const typed = useSignal(typedOf(own.ceilingMinor, own.digits));
  const code = useSignal(own.costCode ?? '');
  const step = useSignal<'open' | 'working' | 'saved' | 'wrong'>('open');
  const problem = useSignal<Problem | null>(null);
  const touch = (): void => {
    step.value = 'open';
    problem.value = null;
  };

  async function save(): Promise<void> {
    const ceilingMinor = ceilingOf(typed.value, own.digits);
    if (ceilingMinor === undefined) {
      step.value = 'wrong';
      return;
    }
    step.value = 'working';
    const costCode = code.value === '' ? null : code.value;
    const answer = await client.changeSession(card.id, { ceilingMinor, costCode });
    problem.value = answer.ok ? null : answer.problem;
    step.value = answer.ok ? 'saved' : 'open';
  }

  return (
    <form
      class="own-wishes"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label class="field">
        <span>{say.ceiling}</span>
        <input
          value={typed.value}
          inputmode="decimal"
          maxLength={14}
          autocomplete="off"
          aria-invalid={step.value === 'wrong'}
          onInput={(event) => {
            typed.value = event.currentTarget.value;
            touch();
          }}
        />
        <small>
          {step.value === 'wrong'
            ? say.ceilingWrong
            : say.ceilingHint({ amount: amount(`5${'0'.repeat(own.digits)}`, own) })}
        </small>
      </label>
      <CostCode
        own={own}
        code={code.value}
        onChoose={(chosen) => {
          code.value = chosen;
          touch();
        }}
      />
      <ProblemText problem={problem.value} />
      <div class="own-buttons">
        <button type="submit" disabled={step.value === 'working' || !atWork.value}>
          {step.value === 'working' ? say.saving : say.save}
        </button>
        {step.value === 'saved' && <p role="status">{say.saved}</p>}
      </div>
    </form>
  );
}

type CostCodeProps = { readonly own: Own; readonly code: string; readonly onChoose: (code: string) => void };

/** Nothing where nothing can be chosen. */
function CostCode({ own, code, onChoose }: CostCodeProps) {
  const { held: say } = words.value;
  if (own.costCodes.length === 0) return null;
  return (
    <label class="field">
      <span>{say.costCode}</span>
      <select value={code} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">{say.noCostCode}</option>
        {own.costCodes.map((one) => (
          <option key={one.code} value={one.code}>
            {one.name}
          </option>
        ))}
      </select>
    </label>
  );
}

function Offer({ card, own }: Props) {
  const { held: say } = words.value;
  const leftMs = own.offeredUntil === null ? 0 : Date.parse(own.offeredUntil) - nowMs.value;
  if (leftMs > 0)
    return (
      <p class="own-offered" role="status">
        {say.offered({ seconds: Math.ceil(leftMs / 1000) })}
      </p>
    );
  const labels = {
    offer: say.handOver,
    keep: say.handOverKeep,
    confirm: say.handOverConfirm,
    working: say.handOverWorking,
  };
  // Anew for each offer: once confirmed it stays locked.
  return (
    <AskTwice key={own.offeredUntil ?? ''} say={labels} look="link" act={() => client.offerHandOver(card.id)}>
      <p>{say.handOverAsk}</p>
    </AskTwice>
  );
}

const amount = (minor: string, { digits }: Own): string =>
  formatAmount({
    minor,
    digits,
    currency: live.value.board?.space.currency ?? 'EUR',
    locale: place.value.locale,
  });
