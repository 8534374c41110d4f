// What a member has left, asked of the gateway, with the forms of the desk for those who may take payments.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { AllowancesView } from '../../contract/allowances.ts';
import { can } from '../can.ts';
import { client } from '../client.ts';
import { atWork, person } from '../store.ts';
import { AllowancesPanel } from './allowances-panel.tsx';
import { DeskPayments } from './desk-payments.tsx';

/** @param member null: oneself, without the desk */
export function MemberAllowances({ member }: { readonly member: string | null }) {
  const known = useSignal<AllowancesView | null>(null);
  const asked = useSignal(0);
  const reachable = atWork.value;
  const round = asked.value;

  useEffect(() => {
    if (!reachable) return;
    void client.allowances(member).then((answer) => {
      if (answer.ok) known.value = answer.value;
    });
    // The round says when to ask again.
  }, [member, reachable, known, round]);

  const takes = member !== null && can('take-payments', { self: person.value, live: reachable });
  const view = known.value;
  if (view === null) return null;
  const isEmpty = view.lots.length === 0 && view.uses.length === 0 && view.wallet.minor === '0';
  return (
    <>
      {(takes || !isEmpty) && <AllowancesPanel view={view} />}
      {takes && <DeskPayments key={member} member={member} onDone={() => (asked.value = round + 1)} />}
    </>
  );
}
