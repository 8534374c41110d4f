// Does something that matters after two presses: the first says what will happen, the second, at another place, confirms.
// The keys begin at the harmless button. Once confirmed it stays locked; what it did shows the result.

import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Problem } from '../../contract/people.ts';
import type { Answer } from '../client.ts';
import { atWork } from '../store.ts';
import { ProblemText } from './problem-text.tsx';

export type AskTwiceProps<Value> = {
  readonly say: {
    readonly offer: string;
    /** What a screen reader is told of the first button, where several look alike. */
    readonly offerOf?: string;
    readonly keep: string;
    readonly confirm: string;
    readonly working: string;
  };
  /** How loud the first button is; what takes something away is confirmed in the colour of danger. */
  readonly look: 'primary' | 'link' | 'danger';
  /** Whether all that is asked for below is typed in. */
  readonly ready?: boolean;
  act(): Promise<Answer<Value>>;
  onDone?(value: Value): void;
  /** What will happen, and what has to be chosen before. */
  readonly children: ComponentChildren;
};

export function AskTwice<Value>(props: AskTwiceProps<Value>) {
  const { say, look, ready = true, act, onDone, children } = props;
  const step = useSignal<'offer' | 'ask' | 'working'>('offer');
  const problem = useSignal<Problem | null>(null);
  const { offer, keep } = useKeys(step.value);

  async function confirm(): Promise<void> {
    step.value = 'working';
    const answer = await act();
    problem.value = answer.ok ? null : answer.problem;
    if (answer.ok) onDone?.(answer.value);
    else step.value = 'ask';
  }

  if (step.value === 'offer') {
    // Without the gateway nothing is offered; the band above says why.
    if (!atWork.value) return null;
    return (
      <div class="ask">
        <button
          ref={offer}
          type="button"
          class={look === 'danger' ? '' : look}
          aria-label={spokenOf(say)}
          onClick={() => (step.value = 'ask')}
        >
          {say.offer}
        </button>
      </div>
    );
  }
  const working = step.value === 'working';
  const leave = () => {
    problem.value = null;
    step.value = 'offer';
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would look and be read as a form; this is one question.
    <div
      class="ask ask-open"
      role="group"
      aria-label={say.offerOf ?? say.offer}
      onKeyDown={(event) => event.key === 'Escape' && !working && leave()}
    >
      {children}
      <ProblemText problem={problem.value} />
      <div class="ask-buttons">
        <button ref={keep} type="button" disabled={working} onClick={leave}>
          {say.keep}
        </button>
        <button
          type="button"
          class={look === 'danger' ? 'danger' : 'primary'}
          disabled={working || !ready || !atWork.value}
          onClick={() => void confirm()}
        >
          {working ? say.working : say.confirm}
        </button>
      </div>
    </div>
  );
}

/** Whoever speaks to the page says what stands on the button: its name holds that. */
function spokenOf({ offer, offerOf }: AskTwiceProps<unknown>['say']): string | undefined {
  return offerOf?.includes(offer) === false ? `${offer}: ${offerOf}` : offerOf;
}

/** The button that was pressed is gone: the keys go on at the harmless one, and back to where they came from. */
function useKeys(step: 'offer' | 'ask' | 'working') {
  const offer = useRef<HTMLButtonElement>(null);
  const keep = useRef<HTMLButtonElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current === 'offer' && step === 'ask') keep.current?.focus();
    if (before.current !== 'offer' && step === 'offer') offer.current?.focus();
    before.current = step;
  }, [step]);
  return { offer, keep };
}
