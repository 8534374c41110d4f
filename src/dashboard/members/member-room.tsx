// One member at the desk: who they are, what they may open and until when, their badges and their PIN.

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { BadgesAndPin } from '../../contract/badges.ts';
import type { DeviceView } from '../../contract/devices.ts';
import type { Member, Problem } from '../../contract/people.ts';
import { MemberAllowances } from '../allowances/member-allowances.tsx';
import type { ShownBadge } from '../badges/badge-row.tsx';
import { BadgesPanel } from '../badges/badges-panel.tsx';
import { PinPanel } from '../badges/pin-panel.tsx';
import { can } from '../can.ts';
import { client } from '../client.ts';
import { ProblemText } from '../frame/problem-text.tsx';
import { CertifyForm } from '../people/certify-form.tsx';
import { LooksPanel } from '../people/looks-panel.tsx';
import { RolesPanel } from '../people/roles-panel.tsx';
import { TeamPanel } from '../people/team-panel.tsx';
import { atWork, person, words } from '../store.ts';
import { CertificatesPanel } from './certificates-panel.tsx';
import { StatusPanel } from './status-panel.tsx';

export type MemberRoomProps = {
  readonly member: Member;
  readonly readers: readonly DeviceView[];
  /** Who is in the same team; nobody where they are in none. */
  readonly team: readonly Member[];
  readonly onChanged: () => void;
  readonly onStatus: (status: Member['status']) => void;
};

export function MemberRoom({ member, readers, team, onChanged, onStatus }: MemberRoomProps) {
  const { members: say } = words.value.desk;
  const badges = useSignal<BadgesAndPin | null>(null);
  const problem = useSignal<Problem | null>(null);
  const reachable = atWork.value;
  const key = member.member;
  const at = { self: person.value, live: true };
  const mayChange = can('change-members', at);

  useEffect(() => {
    if (!reachable || !mayChange) return;
    void client.badges(key).then((answer) => {
      if (answer.ok) badges.value = answer.value;
      problem.value = answer.ok ? null : answer.problem;
    });
  }, [key, reachable, mayChange, badges, problem]);

  const known = badges.value;
  return (
    <article class="member" aria-label={member.name}>
      <MemberHead member={member} />
      <ProblemText problem={problem.value} />
      {known !== null && !known.changeable && <p class="hint">{say.above}</p>}
      {known !== null && (
        <>
          <BadgesPanel
            badges={known}
            enrol={{ member: key, readers }}
            ask={() => client.badges(key)}
            lose={(badge, replaceAt) => client.loseBadge({ member: key, badge, replaceAt })}
            onChanged={(after) => (badges.value = after)}
          />
          <PinPanel
            pin={known.pin}
            changeable={known.changeable}
            own={false}
            save={({ pin }) => client.setPin(key, { pin })}
            onChanged={(pin) => (badges.value = { ...known, pin })}
          />
        </>
      )}
      {known?.changeable && (
        <StatusPanel
          member={member}
          holds={known.badges.flatMap(({ holds }) => holds)}
          onChanged={({ status, ended }) => {
            badges.value = { ...known, badges: known.badges.map((badge) => without(badge, ended)) };
            onStatus(status);
          }}
        />
      )}
      <CertificatesPanel {...member} onChanged={onChanged} />
      {can('certify', at) && key !== person.value?.member && (
        <CertifyForm title={words.value.people.certify.title} members={[member]} onChanged={onChanged} />
      )}
      {known?.changeable && <RolesPanel key={member.roles.join()} member={member} onChanged={onChanged} />}
      {member.team !== null && <TeamPanel team={member.team} members={team} />}
      <MemberAllowances member={key} />
      {can('see-journal', at) && <LooksPanel member={key} />}
    </article>
  );
}

/** The badge once the sessions on these machines end. */
const without = (badge: ShownBadge, ended: readonly string[]): ShownBadge => ({
  ...badge,
  holds: badge.holds.filter((machine) => !ended.includes(machine)),
});

function MemberHead({ member }: { readonly member: Member }) {
  const { members: say } = words.value.desk;
  const name = useRef<HTMLHeadingElement>(null);
  // Chosen in the list, it is what is read next.
  useEffect(() => name.current?.focus({ preventScroll: true }), []);
  const roles = member.roles.map((role) => say.role[role] ?? role).join(', ');
  const rows = [
    [say.handle, member.handle],
    [say.roles, roles === '' ? say.noRoles : roles],
    [say.team, member.team],
    [say.email, member.email],
  ] as const;
  return (
    <header class="member-head">
      <h2 ref={name} tabIndex={-1}>
        {member.name}
      </h2>
      <p class={`standing standing-${member.status}`}>{say[member.status]}</p>
      <dl>
        {rows.map(
          ([label, value]) =>
            value !== null && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </header>
  );
}
