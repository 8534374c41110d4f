// The certificates of a member with their levels and ends; one that has ended says so in words and with a mark.

import type { Member } from '../../contract/people.ts';
import { can } from '../can.ts';
import { formatDate, localDay } from '../format.ts';
import { Panel } from '../frame/panel.tsx';
import { Icon } from '../look/icon.tsx';
import { WithdrawButton } from '../people/withdraw-button.tsx';
import { nowMs, person, place, words } from '../store.ts';

type CertificatesProps = Pick<Member, 'member' | 'certificates' | 'plan' | 'from' | 'until'> & {
  readonly onChanged: () => void;
};

export function CertificatesPanel({ member, certificates, plan, from, until, onChanged }: CertificatesProps) {
  const { members: say } = words.value.desk;
  const { access: sayAccess } = words.value;
  const mayCertify = can('certify', { self: person.value, live: true }) && member !== person.value?.member;
  const day = (text: string): string => formatDate(text, place.value.locale);
  return (
    <Panel title={say.certificates}>
      {plan && <p class="hint">{sayAccess.plan({ plan })}</p>}
      {from && <p class="hint">{sayAccess.from({ day: day(from) })}</p>}
      {until && <p class="hint">{sayAccess.until({ day: day(until) })}</p>}
      {certificates.length === 0 && <p class="hint">{say.noCertificates}</p>}
      <ul class="certificates">
        {certificates.map(({ certificate, name, until, level, earned }) => (
          <li key={certificate}>
            <b>{name}</b>
            {level !== undefined && <span>{words.value.access.levels[level]}</span>}
            {earned === true && <span>{words.value.access.earned}</span>} <End until={until} />
            {mayCertify && <WithdrawButton {...{ member, certificate, name }} onDone={onChanged} />}
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
  if (localDay(nowMs.value, place.value) <= until) return <span>{say.until({ day })}</span>;
  return (
    <span class="ended">
      <Icon name="triangle-alert" />
      {say.ended({ day })}
    </span>
  );
}
