// Who is signed in, the way to their badge and PIN, whether the board shows their name, their language, and the way out.

import { useSignal } from '@preact/signals';
import type { Problem, Self } from '../../contract/people.ts';
import { can } from '../can.ts';
import { client } from '../client.ts';
import { Icon } from '../look/icon.tsx';
import { pages } from '../paths.ts';
import { atWork, become, signOut, words } from '../store.ts';
import { LanguageField } from './language-field.tsx';
import { ProblemText } from './problem-text.tsx';

export function AccountMenu({ self }: { readonly self: Self }) {
  const { header: say } = words.value;
  const problem = useSignal<Problem | null>(null);
  const at = { self, live: atWork.value };

  /** The switch moves when the gateway has written it down. */
  async function choose(box: HTMLInputElement): Promise<void> {
    const shown = box.checked;
    box.checked = self.shown;
    const answer = await client.setShown(shown);
    problem.value = answer.ok ? null : answer.problem;
    if (answer.ok) become(answer.value);
  }

  return (
    <details class="account">
      <summary aria-label={`${say.account}: ${self.name}`}>
        <Icon name="user-round" />
        <span>{self.name}</span>
      </summary>
      <div class="account-panel">
        {can('see-own', { self, live: true }) && (
          <a
            class="account-link"
            href={pages.own}
            onClick={(event) => event.currentTarget.closest('details')?.removeAttribute('open')}
          >
            <Icon name="id-card" />
            {say.own}
          </a>
        )}
        {can('see-setup', { self, live: true }) && (
          <a
            class="account-link"
            href={pages.setup}
            onClick={(event) => event.currentTarget.closest('details')?.removeAttribute('open')}
          >
            <Icon name="wrench" />
            {say.setup}
          </a>
        )}
        {can('choose-shown', at) && (
          <label class="switch">
            <input
              type="checkbox"
              role="switch"
              aria-checked={self.shown}
              checked={self.shown}
              onChange={(event) => void choose(event.currentTarget)}
            />
            <span>{say.showName}</span>
          </label>
        )}
        <LanguageField />
        <ProblemText problem={problem.value} />
        <button type="button" onClick={() => void signOut().then((failed) => (problem.value = failed))}>
          <Icon name="log-out" />
          {say.signOut}
        </button>
      </div>
    </details>
  );
}
