// What was contested and how it ended: one's own, or everybody's with the way to decide, for those who may.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { DisputeList, DisputeView } from '../../contract/disputes.ts';
import type { Problem } from '../../contract/people.ts';
import { can } from '../can.ts';
import { client } from '../client.ts';
import { formatDateTime } from '../format.ts';
import { AskTwice } from '../frame/ask-twice.tsx';
import { Panel } from '../frame/panel.tsx';
import { ProblemText } from '../frame/problem-text.tsx';
import { amountOf } from '../statement/amount-of.ts';
import { atWork, person, place, words } from '../store.ts';
import { SettleForm } from './settle-form.tsx';

type Props = {
  /** Grows when something was contested elsewhere on the page. */
  readonly changes: number;
  readonly onChanged: () => void;
  /** One's own alone, also for those who may decide. */
  readonly own?: boolean;
};

export function DisputesPanel({ changes, onChanged, own = false }: Props) {
  const { disputes: say } = words.value;
  const list = useSignal<DisputeList | null>(null);
  const problem = useSignal<Problem | null>(null);
  const reachable = atWork.value;
  const isDesk = !own && can('settle-dispute', { self: person.value, live: true });

  useEffect(() => {
    if (!reachable) return;
    let stale = false;
    void client.disputes(isDesk).then((answer) => {
      if (stale) return;
      if (answer.ok) list.value = answer.value;
      problem.value = answer.ok ? null : answer.problem;
    });
    return () => {
      stale = true;
    };
  }, [changes, reachable, isDesk, list, problem]);

  const found = list.value?.disputes ?? [];
  if (found.length === 0) return <ProblemText problem={problem.value} />;
  return (
    <Panel title={say.title}>
      <ProblemText problem={problem.value} />
      <ul class="comments">
        {found.map((dispute) => (
          <Dispute key={`${dispute.dispute} ${dispute.status}`} dispute={dispute} onChanged={onChanged} />
        ))}
      </ul>
    </Panel>
  );
}

type OneProps = { readonly dispute: DisputeView; readonly onChanged: () => void };

function Dispute({ dispute, onChanged }: OneProps) {
  const { disputes: say } = words.value;
  const { status, name, settled } = dispute;
  const time = (at: string): string => formatDateTime(Date.parse(at), place.value);
  const isOwn = dispute.member === person.value?.member;
  const isOpen = status === 'open';
  return (
    <li>
      <p>
        <b>{say.status[status]}</b> {!isOwn && (name ?? say.gone)}{' '}
        {say.charged({ amount: amountOf(dispute.minor, dispute), when: time(dispute.opened) })}
      </p>
      <p class={dispute.text === null ? 'hint' : ''}>{dispute.text ?? say.erased}</p>
      {isOpen && (
        <p class="hint">
          {dispute.overdue
            ? say.overdue({ when: time(dispute.answerBy) })
            : say.due({ when: time(dispute.answerBy) })}
        </p>
      )}
      {settled !== null && (
        <>
          <p>{settled.answer ?? say.erased}</p>
          <p class="hint">
            {settled.minor !== '0' && say.taken({ amount: amountOf(settled.minor, dispute) })} {settled.by}{' '}
            {time(settled.at)}
          </p>
        </>
      )}
      {isOpen && isOwn && <Withdraw dispute={dispute} onChanged={onChanged} />}
      {isOpen && !isOwn && <SettleForm dispute={dispute} onSettled={onChanged} />}
    </li>
  );
}

function Withdraw({ dispute, onChanged }: OneProps) {
  const { disputes: say } = words.value;
  const labels = { offer: say.withdraw, keep: say.keep, confirm: say.withdraw, working: say.withdrawing };
  return (
    <AskTwice say={labels} look="link" act={() => client.withdrawDispute(dispute.dispute)} onDone={onChanged}>
      <p>{say.withdrawAsk}</p>
    </AskTwice>
  );
}
