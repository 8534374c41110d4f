// What every member sees of their own: badges, of which one may be reported lost, and the PIN.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { BadgesAndPin } from '../../contract/badges.ts';
import type { Problem } from '../../contract/people.ts';
import { MemberAllowances } from '../allowances/member-allowances.tsx';
import { BadgesPanel } from '../badges/badges-panel.tsx';
import { PinPanel } from '../badges/pin-panel.tsx';
import { OwnBookings } from '../booking/own-bookings.tsx';
import { OwnInvoices } from '../books/own-invoices.tsx';
import { can } from '../can.ts';
import { client } from '../client.ts';
import { Panel } from '../frame/panel.tsx';
import { ProblemText } from '../frame/problem-text.tsx';
import { api } from '../paths.ts';
import { atWork, person, words } from '../store.ts';
import { PasskeysPanel } from './passkeys-panel.tsx';
import { PlacesPanel } from './places-panel.tsx';

export function OwnPage() {
  const { own: say } = words.value.desk;
  const badges = useSignal<BadgesAndPin | null>(null);
  const problem = useSignal<Problem | null>(null);
  const allowed = can('see-own', { self: person.value, live: true });
  const reachable = atWork.value;

  useEffect(() => {
    if (!allowed || !reachable) return;
    void client.ownBadges().then((answer) => {
      if (answer.ok) badges.value = answer.value;
      problem.value = answer.ok ? null : answer.problem;
    });
  }, [allowed, reachable, badges, problem]);

  const known = badges.value;
  return (
    <main class="page page-narrow">
      <header>
        <h1>{say.title}</h1>
        {person.value !== null && <p class="hint">{person.value.name}</p>}
      </header>
      {!allowed && <p class="empty">{say.notYours}</p>}
      <ProblemText problem={problem.value} />
      {allowed && <OwnBookings />}
      {allowed && <OwnInvoices />}
      {allowed && <MemberAllowances member={null} />}
      {known !== null && (
        <>
          <BadgesPanel
            badges={known}
            enrol={null}
            ask={client.ownBadges}
            lose={(badge) => client.loseOwnBadge(badge)}
            onChanged={(after) => (badges.value = after)}
          />
          <PinPanel
            pin={known.pin}
            changeable={known.changeable}
            own
            save={client.setOwnPin}
            onChanged={(pin) => (badges.value = { ...known, pin })}
          />
        </>
      )}
      {allowed && <PasskeysPanel />}
      {allowed && <PlacesPanel />}
      {allowed && (
        <Panel title={words.value.disputes.dataTitle}>
          <p>{words.value.disputes.dataSaid}</p>
          <a href={api.ownData} download>
            {words.value.disputes.dataTake}
          </a>
        </Panel>
      )}
    </main>
  );
}
