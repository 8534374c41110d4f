// The team of a member: who is in it, each one press away.

import type { Member } from '../../contract/people.ts';
import { Panel } from '../frame/panel.tsx';
import { pages } from '../paths.ts';
import { words } from '../store.ts';

type Props = { readonly team: string; readonly members: readonly Member[] };

export function TeamPanel({ team, members }: Props) {
  const { team: say } = words.value.people;
  return (
    <Panel title={`${say.title} ${team}`}>
      <p class="hint">{say.members({ count: members.length })}</p>
      <ul class="changes">
        {members.map(({ member, name }) => (
          <li key={member}>
            <a href={pages.member(member)}>{name}</a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
