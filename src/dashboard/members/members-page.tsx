// Members at the desk: the list to find one in, and the one that is open beside it; on a narrow screen one of the two.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { DeviceView } from '../../contract/devices.ts';
import type { Member, Problem } from '../../contract/people.ts';
import { can } from '../can.ts';
import { client } from '../client.ts';
import { ProblemText } from '../frame/problem-text.tsx';
import { Icon } from '../look/icon.tsx';
import { pages } from '../paths.ts';
import { CertifyForm } from '../people/certify-form.tsx';
import { atWork, filters, person, words } from '../store.ts';
import { FindMember } from './find-member.tsx';
import { MemberRoom } from './member-room.tsx';

/** @param member key of the one that is open; null for the list alone */
export function MembersPage({ member }: { readonly member: string | null }) {
  const { members: say } = words.value.desk;
  const { known, readers, problem, onStatus, again } = useDesk();
  const typed = useSignal(filters.value.get('find') ?? '');
  const several = useSignal(false);
  if (!can('see-members', { self: person.value, live: true }))
    return <main class="page">{say.notYours}</main>;
  const open = known?.find((one) => one.member === member);
  const mayCertify = can('certify', { self: person.value, live: atWork.value });
  return (
    <main class="page members" data-open={member !== null}>
      <h1>{say.title}</h1>
      <ProblemText problem={problem} />
      {known !== null && (
        <FindMember members={known} chosen={member} typed={typed}>
          {mayCertify && (
            <button type="button" data-key="new" onClick={() => (several.value = !several.value)}>
              {words.value.people.certify.several}
            </button>
          )}
        </FindMember>
      )}
      <div class="member-place" data-several={several.value}>
        {several.value && known !== null && (
          <CertifyForm title={words.value.people.certify.several} members={known} onChanged={again} />
        )}
        {member !== null && (
          <p class="back">
            <a href={pages.members}>
              <Icon name="arrow-left" />
              {say.back}
            </a>
          </p>
        )}
        {open !== undefined && (
          <MemberRoom
            key={open.member}
            member={open}
            readers={readers}
            team={known?.filter(({ team }) => team !== null && team === open.team) ?? []}
            onChanged={again}
            onStatus={(status) => onStatus(open.member, status)}
          />
        )}
        {open === undefined && known !== null && (
          <p class="empty">{member === null ? say.choose : say.unknown}</p>
        )}
      </div>
    </main>
  );
}

/** The members and the readers, asked for when the page opens and when the gateway is back. */
function useDesk() {
  const known = useSignal<readonly Member[] | null>(null);
  const readers = useSignal<readonly DeviceView[]>([]);
  const problem = useSignal<Problem | null>(null);
  const self = person.value;
  const reachable = atWork.value;
  const mayMembers = can('see-members', { self, live: reachable });
  const mayDevices = can('see-devices', { self, live: reachable });
  const turn = useSignal(0);
  const asked = turn.value;
  useEffect(() => {
    if (!mayMembers) return;
    void client.members().then((answer) => {
      if (answer.ok) known.value = answer.value;
      problem.value = answer.ok ? null : answer.problem;
    });
  }, [mayMembers, known, problem, asked]);
  useEffect(() => {
    if (!mayDevices) return;
    void client.devices().then((answer) => {
      if (answer.ok) readers.value = answer.value.filter(({ role }) => role === 'reader');
    });
  }, [mayDevices, readers]);
  /** What was just set is not asked for again. */
  const onStatus = (member: string, status: Member['status']): void => {
    known.value =
      known.value?.map((one) => (one.member === member ? { ...one, status } : one)) ?? known.value;
  };
  const again = (): void => {
    turn.value += 1;
  };
  return { again, onStatus, known: known.value, readers: readers.value, problem: problem.value };
}
