// One's certificates with what each counts for, the machines that ask for none, and what would open the others.

import type { StandingView } from '../../contract/standing.ts';
import { formatDate } from '../format.ts';
import { pages } from '../paths.ts';
import { place, words } from '../store.ts';
import { FirstFive } from './first-five.tsx';

export function CertificatesPart({ standing }: { readonly standing: StandingView | null }) {
  const { certificates: say } = words.value.me;
  if (standing === null) return null;
  const { certificates, open, shut } = standing;
  return (
    <>
      {certificates.length === 0 && <p class="hint">{say.none}</p>}
      <FirstFive items={certificates} keyOf={({ certificate, until }) => `${certificate} ${until}`}>
        {(one) => <Held held={one} />}
      </FirstFive>
      {open.length > 0 && <p>{say.free({ machines: namesOf(open) })}</p>}
      {shut.length > 0 && (
        <>
          <h3>{say.more}</h3>
          <FirstFive items={shut} keyOf={({ id }) => id}>
            {({ id, name, missing }) => (
              <a href={pages.machineTab(id, 'certificates')}>
                {say.missing({ machine: name, certificates: namesOf(missing) })}
              </a>
            )}
          </FirstFive>
          <p class="hint">{say.ask}</p>
        </>
      )}
    </>
  );
}

function Held({ held }: { readonly held: StandingView['certificates'][number] }) {
  const { me, desk } = words.value;
  const { name, until, inForce, opens } = held;
  const day = until === null ? null : formatDate(until, place.value.locale);
  const end = day === null ? desk.members.noEnd : desk.members.until({ day });
  return (
    <p>
      <b>{name}</b> {inForce ? end : me.certificates.lapsed}{' '}
      <small>
        {opens.length === 0 ? me.certificates.opensNone : me.certificates.opens({ machines: namesOf(opens) })}
      </small>
    </p>
  );
}

const namesOf = (all: readonly { readonly name: string }[]): string =>
  new Intl.ListFormat(place.value.locale).format(all.map(({ name }) => name));
