// What the forms about care have in common: they send once, say what went wrong, and can be left.

import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Problem } from '../../contract/people.ts';
import { ProblemText } from '../frame/problem-text.tsx';
import { atWork, words } from '../store.ts';

type Sent = { readonly ok: true } | { readonly ok: false; readonly problem: Problem };

type Props = {
  readonly title: string;
  readonly submit: string;
  /** On the button while it is sent; left out: the same. */
  readonly sending?: string;
  /** Whether there is enough to send. */
  readonly isReady: boolean;
  readonly send: () => Promise<Sent>;
  readonly onDone: () => void;
  readonly onCancel: () => void;
  readonly children: ComponentChildren;
};

export function CareSheet({ title, submit, sending = submit, isReady, send, ...props }: Props) {
  const problem = useSignal<Problem | null>(null);
  const working = useSignal(false);
  const maySend = isReady && atWork.value && !working.value;

  async function go(): Promise<void> {
    working.value = true;
    const answer = await send();
    working.value = false;
    problem.value = answer.ok ? null : answer.problem;
    if (answer.ok) props.onDone();
  }

  return (
    <form
      class="care-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (maySend) void go();
      }}
    >
      <h3>{title}</h3>
      <ProblemText problem={problem.value} />
      {props.children}
      <p class="care-acts">
        <button type="submit" class="primary" disabled={!maySend}>
          {working.value ? sending : submit}
        </button>
        <button type="button" class="link" onClick={props.onCancel}>
          {words.value.care.cancel}
        </button>
      </p>
    </form>
  );
}
