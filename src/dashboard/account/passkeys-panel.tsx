// The passkeys of whoever looks: each with its name and when it was last used, and the way to add and remove one.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Problem } from '../../contract/people.ts';
import type { PasskeyList } from '../../contract/sign-in.ts';
import { formatDateTime } from '../format.ts';
import { AskTwice } from '../frame/ask-twice.tsx';
import { Panel } from '../frame/panel.tsx';
import { ProblemText } from '../frame/problem-text.tsx';
import { Icon } from '../look/icon.tsx';
import { atWork, place, words } from '../store.ts';
import { addPasskey } from './passkey.ts';
import { signInClient } from './sign-in-client.ts';

type OnChanged = (list: PasskeyList) => void;

export function PasskeysPanel() {
  const { account: say } = words.value;
  const list = useSignal<PasskeyList | null>(null);
  const problem = useSignal<Problem | null>(null);
  const reachable = atWork.value;
  useEffect(() => {
    if (!reachable) return;
    void signInClient.passkeys().then((answer) => {
      if (answer.ok) list.value = answer.value;
      problem.value = answer.ok ? null : answer.problem;
    });
  }, [reachable, list, problem]);

  const known = list.value;
  const onChanged: OnChanged = (after) => (list.value = after);
  return (
    <Panel title={say.passkeys}>
      <p class="hint">{say.passkeysSaid}</p>
      <ProblemText problem={problem.value} />
      {known?.passkeys.length === 0 && <p class="hint">{say.noPasskeys}</p>}
      <ul class="badge-list">
        {known?.passkeys.map((one) => (
          <Row key={one.passkey} passkey={one} onChanged={onChanged} />
        ))}
      </ul>
      {known !== null && <Adding list={known} onChanged={onChanged} />}
    </Panel>
  );
}

type RowProps = { readonly passkey: PasskeyList['passkeys'][number]; readonly onChanged: OnChanged };

function Row({ passkey: { passkey, name, added, used }, onChanged }: RowProps) {
  const { account: say } = words.value;
  const time = (text: string) => formatDateTime(Date.parse(text), place.value);
  return (
    <li class="badge-row key-row">
      <p class="badge-name">
        <Icon name="key-round" />
        <span>
          {name}
          <small>
            {say.added({ time: time(added) })}{' '}
            {used === null ? say.neverUsed : say.lastUsed({ time: time(used) })}
          </small>
        </span>
      </p>
      <AskTwice
        say={{
          offer: say.remove,
          offerOf: say.removeOf({ name }),
          keep: say.removeKeep,
          confirm: say.removeConfirm,
          working: say.removing,
        }}
        look="danger"
        act={() => signInClient.remove(passkey)}
        onDone={onChanged}
      >
        <p>{say.removeAsk}</p>
      </AskTwice>
    </li>
  );
}

/** Says why not where it cannot be: no address, another address, no support, or a sign-in of long ago. */
function Adding({ list, onChanged }: { readonly list: PasskeyList; readonly onChanged: OnChanged }) {
  const { account: say } = words.value;
  const working = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  if (list.address === null) return <p class="hint">{say.noAddress}</p>;
  if (list.address !== window.location.origin)
    return (
      <p class="hint">
        {say.elsewhere} <a href={`${list.address}/#/own`}>{list.address}</a>
      </p>
    );
  if (!('PublicKeyCredential' in window)) return <p class="hint">{say.unsupported}</p>;
  if (!list.fresh) return <p class="hint">{say.stale}</p>;

  async function add(form: HTMLFormElement): Promise<void> {
    const name = new FormData(form).get('name');
    working.value = true;
    const answer = await addPasskey(typeof name === 'string' ? name.trim() : '');
    working.value = false;
    problem.value = answer.ok ? null : answer.problem;
    if (!answer.ok) return;
    form.reset();
    onChanged(answer.value);
  }

  return (
    <form
      class="row-form"
      onSubmit={(event) => {
        event.preventDefault();
        void add(event.currentTarget);
      }}
    >
      <ProblemText problem={problem.value} />
      <label class="field">
        <span>{say.name}</span>
        <input name="name" required maxLength={60} pattern=".*\S.*" placeholder={say.nameExample} />
      </label>
      <button type="submit" class="primary" disabled={working.value || !atWork.value}>
        {working.value ? say.adding : say.add}
      </button>
    </form>
  );
}
