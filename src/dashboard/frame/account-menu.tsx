// Who is signed in, the way to My page, their language, and the way out.

import { useSignal } from '@preact/signals';
import type { Problem, Self } from '../../contract/people.ts';
import { can } from '../can.ts';
import { Icon } from '../look/icon.tsx';
import { pages } from '../paths.ts';
import { signOut, words } from '../store.ts';
import { closeByEscape } from './close-by-escape.ts';
import { LanguageField } from './language-field.tsx';
import { ProblemText } from './problem-text.tsx';

export function AccountMenu({ self }: { readonly self: Self }) {
  const { header: say } = words.value;
  const problem = useSignal<Problem | null>(null);
  return (
    <details class="account" onKeyDown={closeByEscape}>
      <summary aria-label={`${say.account}: ${self.name}`}>
        <Icon name="user-round" />
        <span>{self.name}</span>
      </summary>
      <div class="account-panel">
        {can('see-own', { self, live: true }) && (
          <a
            class="account-link"
            href={pages.me}
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
            {words.value.account.setup}
          </a>
        )}
        <LanguageField />
        <a
          class="account-link"
          href={pages.accessibility}
          onClick={(event) => event.currentTarget.closest('details')?.removeAttribute('open')}
        >
          {words.value.links.accessibility}
        </a>
        <ProblemText problem={problem.value} />
        <button type="button" onClick={() => void signOut().then((failed) => (problem.value = failed))}>
          <Icon name="log-out" />
          {say.signOut}
        </button>
      </div>
    </details>
  );
}
