// Suspends a member or lets them back in, asked twice; it says before which sessions end by it, and afterwards which did.

import { useSignal } from '@preact/signals';
import type { Member } from '../../contract/people.ts';
import type { StatusReport } from '../../contract/requests.ts';
import { machineNames } from '../badges/machine-names.ts';
import { client } from '../client.ts';
import { AskTwice } from '../frame/ask-twice.tsx';
import { Panel } from '../frame/panel.tsx';
import { words } from '../store.ts';

export type StatusPanelProps = {
  readonly member: Pick<Member, 'member' | 'status'>;
  /** Machines that they hold now. */
  readonly holds: readonly string[];
  readonly onChanged: (report: StatusReport) => void;
};

export function StatusPanel({ member: { member, status }, holds, onChanged }: StatusPanelProps) {
  const { members: say } = words.value.desk;
  const ended = useSignal<readonly string[] | null>(null);
  const wanted = status === 'active' ? 'suspended' : 'active';
  const labels = status === 'active' ? say.suspend : say.reinstate;
  const newsOf = (machines: readonly string[]): string =>
    // By now it is as it was wanted.
    [
      status === 'active' ? say.reinstate.done : say.suspend.done,
      ...(machines.length === 0 ? [] : [say.suspendEnded({ machines: machineNames(machines) })]),
    ].join(' ');
  return (
    <Panel title={say.membership}>
      <p class="news" role="status">
        {ended.value !== null && newsOf(ended.value)}
      </p>
      <AskTwice
        // Once confirmed it stays locked: the next question is another one.
        key={status}
        say={labels}
        look={status === 'active' ? 'danger' : 'primary'}
        act={() => client.setStatus(member, { status: wanted })}
        onDone={(report) => {
          ended.value = report.ended;
          onChanged(report);
        }}
      >
        <p>{labels.what}</p>
        {status === 'active' && (
          <p>
            {holds.length === 0 ? say.suspendEndsNone : say.suspendEnds({ machines: machineNames(holds) })}
          </p>
        )}
      </AskTwice>
    </Panel>
  );
}
