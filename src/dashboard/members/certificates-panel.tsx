// The certificates of a member with their ends; one that has ended says so in words and with a mark.

import type { Member } from '../../contract/people.ts';
import { formatDate, localDay } from '../format.ts';
import { Panel } from '../frame/panel.tsx';
import { Icon } from '../look/icon.tsx';
import { nowMs, place, words } from '../store.ts';

export function CertificatesPanel({ certificates }: Pick<Member, 'certificates'>) {
  const { members: say } = words.value.desk;
  return (
    <Panel title={say.certificates}>
      {certificates.length === 0 && <p class="hint">{say.noCertificates}</p>}
      <ul class="certificates">
        {certificates.map(({ certificate, until }) => (
          <li key={certificate}>
            <b>{certificate}</b> <End until={until} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Good through the day that is named, in the time zone of the space. */
function End({ until }: { readonly until: string | null }) {
  const { members: say } = words.value.desk;
  if (until === null) return <span>{say.noEnd}</span>;
  const day = formatDate(until, place.value.locale);
  if (localDay(nowMs.value, place.value) <= until) return <span>{say.until(day)}</span>;
  return (
    <span class="ended">
      <Icon name="triangle-alert" />
      {say.ended(day)}
    </span>
  );
}
