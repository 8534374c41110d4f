// Who looked at the usage of a member, as the journal says it.

import { deskClient } from '../desk/desk-client.ts';
import { useAsked } from '../desk/use-asked.ts';
import { formatSince } from '../format.ts';
import { Panel } from '../frame/panel.tsx';
import { ProblemText } from '../frame/problem-text.tsx';
import { named } from '../journal/journal-list.tsx';
import { pages } from '../paths.ts';
import { nowMs, place, words } from '../store.ts';

const few = '5';

export function LooksPanel({ member }: { readonly member: string }) {
  const { looks: say } = words.value.people;
  const query = new URLSearchParams({ member, type: 'usage-viewed', limit: few }).toString();
  const { value, problem } = useAsked(`looks ${member}`, () => deskClient.journal(query));
  const looks = (value?.entries ?? []).filter((entry) => entry.member?.id === member);
  return (
    <Panel title={say.title}>
      <ProblemText problem={problem} />
      {value !== null && looks.length === 0 && <p class="hint">{say.none}</p>}
      <ul class="changes">
        {looks.map((entry) => (
          <li key={entry.seq}>
            {named(entry.by)}, {formatSince(Date.parse(entry.at), { nowMs: nowMs.value, place: place.value })}
          </li>
        ))}
      </ul>
      <p>
        <a href={pages.journal({ member, type: 'usage-viewed' })}>{say.all}</a>
      </p>
    </Panel>
  );
}
