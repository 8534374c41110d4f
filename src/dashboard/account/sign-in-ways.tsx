// The ways to sign in beside the password, as far as this gateway and this address offer them.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Problem, Self } from '../../contract/people.ts';
import type { SignInWays as Ways } from '../../contract/sign-in.ts';
import type { Answer } from '../client.ts';
import { Icon } from '../look/icon.tsx';
import { words } from '../store.ts';
import { signInWithPasskey } from './passkey.ts';
import { signInClient } from './sign-in-client.ts';

type Props = {
  readonly working: boolean;
  readonly onSubmit: (ask: Promise<Answer<Self>>) => void;
  readonly onProblem: (problem: Problem) => void;
};

export function SignInWays({ working, onSubmit, onProblem }: Props) {
  const { account: say } = words.value;
  const ways = useSignal<Ways | null>(null);
  useEffect(() => {
    // Without an answer the password is still there.
    void signInClient.ways().then((answer) => {
      if (answer.ok) ways.value = answer.value;
    });
  }, [ways]);

  async function goToProvider(): Promise<void> {
    const begun = await signInClient.beginProvider();
    if (begun.ok) window.location.assign(begun.value.url);
    else onProblem(begun.problem);
  }

  const { passkeys = null, provider = null } = ways.value ?? {};
  const here = passkeys !== null && passkeys.address === window.location.origin;
  const offered = here && 'PublicKeyCredential' in window;
  if (!offered && passkeys === null && provider === null) return null;
  return (
    <div class="ways">
      {offered && (
        <button type="button" disabled={working} onClick={() => onSubmit(signInWithPasskey())}>
          <Icon name="key-round" />
          {say.withPasskey}
        </button>
      )}
      {provider !== null && (
        <button type="button" disabled={working} onClick={() => void goToProvider()}>
          <Icon name="log-in" />
          {say.withProvider({ label: provider.label })}
        </button>
      )}
      {passkeys !== null && !here && (
        <p class="hint">
          {say.elsewhere} <a href={passkeys.address}>{passkeys.address}</a>
        </p>
      )}
    </div>
  );
}
