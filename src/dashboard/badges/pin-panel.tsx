// The PIN of one member: whether there is one, a new one, and the way to take it away. A PIN is typed twice and never
// shown, before or after.

import { useSignal } from '@preact/signals';
import type { BadgesAndPin } from '../../contract/badges.ts';
import type { Answer } from '../client.ts';
import { AskTwice } from '../frame/ask-twice.tsx';
import { Panel } from '../frame/panel.tsx';
import { atWork, words } from '../store.ts';
import { PasswordField, PinForm } from './pin-form.tsx';

type PinWish = { readonly pin: string | null; readonly password: string };

export type PinPanelProps = {
  readonly pin: BadgesAndPin['pin'];
  readonly changeable: boolean;
  /** One's own asks for one's password, and never opens a lock. */
  readonly own: boolean;
  readonly save: (wish: PinWish) => Promise<Answer<null>>;
  readonly onChanged: (pin: BadgesAndPin['pin']) => void;
};

export function PinPanel({ pin, changeable, own, save, onChanged }: PinPanelProps) {
  const { pin: say } = words.value.desk;
  const news = useSignal<string | null>(null);
  const typing = useSignal(false);
  const password = useSignal('');
  const offered = changeable && !(own && pin === 'locked');

  function changed(to: 'set' | 'none'): void {
    news.value = to === 'set' ? say.saved : say.removed;
    typing.value = false;
    password.value = '';
    onChanged(to);
  }

  return (
    <Panel title={say.title}>
      <p>
        {say[pin]} {pin === 'locked' && (own ? say.lockedOwn : say.lockedDesk)}
      </p>
      <p class="news" role="status">
        {news.value}
      </p>
      {offered && typing.value && (
        <PinForm
          own={own}
          save={save}
          onSaved={() => changed('set')}
          onCancel={() => (typing.value = false)}
        />
      )}
      {offered && !typing.value && atWork.value && (
        <div class="row-form">
          <button type="button" onClick={() => (typing.value = true)}>
            {pin === 'none' ? say.give : pin === 'locked' ? say.unlock : say.change}
          </button>
          {pin !== 'none' && (
            <AskTwice
              say={{
                offer: say.remove,
                keep: say.removeKeep,
                confirm: say.removeConfirm,
                working: say.removing,
              }}
              look="danger"
              ready={!own || password.value !== ''}
              act={() => save({ pin: null, password: password.value })}
              onDone={() => changed('none')}
            >
              <p>{say.removeAsk}</p>
              {own && <PasswordField value={password.value} onType={(text) => (password.value = text)} />}
            </AskTwice>
          )}
        </div>
      )}
    </Panel>
  );
}
