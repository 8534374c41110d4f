// Signing in: a person with handle and password, or a wall screen with a token. What was typed stays when it is refused.

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Problem, Self } from '../../contract/people.ts';
import { type Answer, client } from '../client.ts';
import { LanguageField } from '../frame/language-field.tsx';
import { ProblemText } from '../frame/problem-text.tsx';
import { become, words } from '../store.ts';

export function SignInPage() {
  const wallScreen = useSignal(false);
  const working = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const { signIn: say } = words.value;

  async function submit(ask: Promise<Answer<Self>>): Promise<void> {
    working.value = true;
    const answer = await ask;
    working.value = false;
    problem.value = answer.ok ? null : answer.problem;
    if (answer.ok) become(answer.value);
  }

  return (
    <main class="sign-in">
      <h1>{say.title}</h1>
      <ProblemText problem={problem.value} />
      {wallScreen.value ? (
        <TokenForm working={working.value} onSubmit={(token) => void submit(client.useToken(token))} />
      ) : (
        <PersonForm working={working.value} onSubmit={(person) => void submit(client.signIn(person))} />
      )}
      <button
        type="button"
        class="link"
        onClick={() => {
          wallScreen.value = !wallScreen.value;
          problem.value = null;
        }}
      >
        {wallScreen.value ? say.person : say.wallScreen}
      </button>
      <LanguageField />
    </main>
  );
}

type FormProps<Value> = { readonly working: boolean; readonly onSubmit: (value: Value) => void };

function PersonForm({ working, onSubmit }: FormProps<{ handle: string; password: string }>) {
  const { signIn: say } = words.value;
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        onSubmit({ handle: text(form, 'handle').trim(), password: text(form, 'password') });
      }}
    >
      <label class="field">
        <span>{say.handle}</span>
        <input
          ref={first}
          name="handle"
          required
          maxLength={64}
          autocomplete="username"
          autocapitalize="none"
          spellcheck={false}
        />
      </label>
      <label class="field">
        <span>{say.password}</span>
        <input name="password" type="password" required maxLength={200} autocomplete="current-password" />
      </label>
      <button type="submit" class="primary" disabled={working}>
        {say.submit}
      </button>
    </form>
  );
}

function TokenForm({ working, onSubmit }: FormProps<string>) {
  const { signIn: say } = words.value;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(text(new FormData(event.currentTarget), 'token').trim());
      }}
    >
      <label class="field">
        <span>{say.token}</span>
        {/* Only what may stand in a header. */}
        <input
          name="token"
          type="password"
          required
          maxLength={300}
          pattern="\s*[!-~]+\s*"
          autocomplete="off"
        />
        <small>{say.tokenHint}</small>
      </label>
      <button type="submit" class="primary" disabled={working}>
        {say.submitToken}
      </button>
    </form>
  );
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
