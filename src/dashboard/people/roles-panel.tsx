// The roles of a member: chosen, then asked twice with what rights come and go by it. The last administrator stays one.

import { useSignal } from '@preact/signals';
import type { RolesRequest } from '../../contract/certifications.ts';
import type { Member } from '../../contract/people.ts';
import { deskClient } from '../desk/desk-client.ts';
import { useAsked } from '../desk/use-asked.ts';
import { AskTwice } from '../frame/ask-twice.tsx';
import { Panel } from '../frame/panel.tsx';
import { ProblemText } from '../frame/problem-text.tsx';
import { words } from '../store.ts';

type Role = RolesRequest['roles'][number];
const roles: readonly Role[] = ['trainer', 'steward', 'treasurer', 'admin'];

type Props = {
  readonly member: Pick<Member, 'member' | 'roles'>;
  readonly onChanged: () => void;
};

export function RolesPanel({ member: { member, roles: held }, onChanged }: Props) {
  const { roles: say } = words.value.people;
  const { role: names } = words.value.desk.members;
  const chosen = useSignal<readonly Role[]>(roles.filter((role) => held.includes(role)));
  const done = useSignal(0);
  const toggle = (role: Role, isOn: boolean): void => {
    chosen.value = roles.filter((one) => (one === role ? isOn : chosen.value.includes(one)));
  };
  const wanted: Role[] = [...(held.includes('member') ? (['member'] as const) : []), ...chosen.value];
  return (
    <Panel title={say.title}>
      <p class="news" role="status">
        {done.value > 0 && say.done}
      </p>
      <fieldset class="pick" aria-label={say.title}>
        {roles.map((role) => (
          <label key={role}>
            <input
              type="checkbox"
              checked={chosen.value.includes(role)}
              onChange={({ currentTarget: { checked } }) => toggle(role, checked)}
            />
            <span>{names[role]}</span>
          </label>
        ))}
      </fieldset>
      <p class="hint">{say.hint}</p>
      <AskTwice
        key={done.value}
        say={say}
        look="primary"
        act={() => deskClient.setRoles(member, { roles: wanted })}
        onDone={() => {
          done.value += 1;
          onChanged();
        }}
      >
        <WhatChanges member={member} wanted={wanted} />
      </AskTwice>
    </Panel>
  );
}

function WhatChanges({ member, wanted }: { readonly member: string; readonly wanted: readonly Role[] }) {
  const { roles: say } = words.value.people;
  const { value, problem } = useAsked(`roles ${member} ${wanted.join()}`, () =>
    deskClient.setRoles(member, { roles: [...wanted], dryRun: true }),
  );
  if (value === null) return <ProblemText problem={problem} />;
  if (value.gains.length === 0 && value.loses.length === 0) return <p>{say.same}</p>;
  return (
    <>
      {value.gains.length > 0 && <p>{say.gains({ rights: value.gains.join(', ') })}</p>}
      {value.loses.length > 0 && <p>{say.loses({ rights: value.loses.join(', ') })}</p>}
    </>
  );
}
