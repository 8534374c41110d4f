// Once, by a steward with a keyboard: this browser becomes the kiosk of the machines that the address names, or of those
// that are ticked. The sign-in ends with it.

import { useSignal, useSignalEffect } from '@preact/signals';
import type { Board } from '../../contract/board.ts';
import type { Problem } from '../../contract/people.ts';
import { askKiosk } from './ask-kiosk.ts';
import { learnSelf } from './kiosk-store.ts';
import { kioskWords, speak } from './kiosk-words.ts';
import { problem } from './person.ts';
import { ProblemLine } from './problem-line.tsx';

export function PairScreen() {
  const { pair: say } = kioskWords.value;
  const board = useSignal<Board | null>(null);

  async function look(): Promise<void> {
    const who = await askKiosk.session();
    if (!who.ok || !who.value.scopes.includes('devices:write')) return;
    const seen = await askKiosk.board();
    if (seen.ok) {
      speak(seen.value.space.locale);
      board.value = seen.value;
    } else problem.value = seen.problem;
  }
  useSignalEffect(() => void look());

  return (
    <section class="pairing" aria-label={say.title}>
      <h1>{say.title}</h1>
      <p>{say.why}</p>
      <ProblemLine />
      {board.value === null ? <SignIn onDone={look} /> : <Choice board={board.value} />}
    </section>
  );
}

function SignIn({ onDone }: { readonly onDone: () => Promise<void> }) {
  const { pair: say } = kioskWords.value;
  const handle = useSignal('');
  const password = useSignal('');
  async function signIn(): Promise<void> {
    const answer = await askKiosk.signIn({ handle: handle.value, password: password.value });
    password.value = '';
    problem.value = answer.ok
      ? answer.value.scopes.includes('devices:write')
        ? null
        : mayNot
      : answer.problem;
    if (answer.ok) await onDone();
  }
  return (
    <form
      class="pair-form"
      onSubmit={(event) => {
        event.preventDefault();
        void signIn();
      }}
    >
      <label class="field">
        <span>{say.handle}</span>
        <input
          name="handle"
          autocomplete="username"
          maxLength={64}
          value={handle.value}
          onInput={(event) => (handle.value = event.currentTarget.value)}
        />
      </label>
      <label class="field">
        <span>{say.password}</span>
        <input
          name="password"
          type="password"
          autocomplete="current-password"
          maxLength={200}
          value={password.value}
          onInput={(event) => (password.value = event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="key key-primary">
        {say.signIn}
      </button>
    </form>
  );
}

const mayNot: Problem = { type: 'about:blank', title: '', status: 403, code: 'scope-missing' };

function Choice({ board }: { readonly board: Board }) {
  const { pair: say } = kioskWords.value;
  const named = new Set(window.location.hash.slice(1).split(','));
  const machines = useSignal(
    board.machines.filter(({ id, pool }) => named.has(id) || named.has(pool)).map(({ id }) => id),
  );
  const label = useSignal(nameOf(board, machines.value));
  const toggle = (id: string): void => {
    const now = machines.value;
    machines.value = now.includes(id) ? now.filter((one) => one !== id) : [...now, id];
  };
  async function pair(): Promise<void> {
    const answer = await askKiosk.pair({ label: label.value, machines: machines.value });
    problem.value = answer.ok ? null : answer.problem;
    if (answer.ok) await learnSelf();
  }
  return (
    <form
      class="pair-form"
      onSubmit={(event) => {
        event.preventDefault();
        void pair();
      }}
    >
      <fieldset>
        <legend>{say.machines}</legend>
        {board.machines.map(({ id, name }) => (
          <label key={id} class="tick">
            <input type="checkbox" checked={machines.value.includes(id)} onChange={() => toggle(id)} />
            {name}
          </label>
        ))}
      </fieldset>
      <label class="field">
        <span>{say.label}</span>
        <input
          maxLength={80}
          value={label.value}
          onInput={(event) => (label.value = event.currentTarget.value)}
        />
      </label>
      <button
        type="submit"
        class="key key-primary"
        disabled={machines.value.length === 0 || label.value.trim() === ''}
      >
        {say.go}
      </button>
    </form>
  );
}

const nameOf = (board: Board, ids: readonly string[]): string =>
  board.machines
    .filter(({ id }) => ids.includes(id))
    .map(({ name }) => name)
    .join(', ')
    .slice(0, 80);
