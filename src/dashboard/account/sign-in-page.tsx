// Signing in: a person with handle and password, a passkey or a sign-in service, or a wall screen with a token. What was typed stays when it is refused.

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Problem, Self } from '../../contract/people.ts';
import { type Answer, client } from '../client.ts';
import { LanguageField } from '../frame/language-field.tsx';
import { ProblemText } from '../frame/problem-text.tsx';
import { pages } from '../paths.ts';
import { become, words } from '../store.ts';
import { SignInWays } from './sign-in-ways.tsx';

export function SignInPage() {
  const wallScreen = useSignal(false);
  const working = useSignal(false);
  const problem = useSignal<Problem | null>(returned());
  const { signIn: say } = words.value;

  async function submit(ask: Promise<Answer<Self>>): Promise<void> {
    working.value = true;
    const answer = await ask;
    working.value = false;
    problem.value = answer.ok ? null : answer.problem;
    if (!answer.ok) return;
    // Why an earlier way did not work is nobody's page.
    if (window.location.hash.startsWith(returnedTo)) window.location.hash = '#/';
    become(answer.value);
  }

  return (
    <main class="sign-in">
      <h1>{say.title}</h1>
      <ProblemText problem={problem.value} />
      {wallScreen.value ? (
        <TokenForm working={working.value} onSubmit={(token) => void submit(client.useToken(token))} />
      ) : (
        <>
          <PersonForm working={working.value} onSubmit={(person) => void submit(client.signIn(person))} />
          <SignInWays
            working={working.value}
            onSubmit={(ask) => void submit(ask)}
            onProblem={(found) => (problem.value = found)}
          />
        </>
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
      <a href={pages.accessibility}>{words.value.links.accessibility}</a>
    </main>
  );
}

/** Where a sign-in service sends the browser when it was refused: the code follows. */
const returnedTo = '#/sign-in/';

function returned(): Problem | null {
  const { hash } = window.location;
  const code = hash.startsWith(returnedTo) ? hash.slice(returnedTo.length) : '';
  return /^[a-z-]{1,40}$/.test(code) ? { type: 'about:blank', title: '', status: 403, code } : null;
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
