// What the top of My page is made of, asked for at once when it is opened and again after a change. A part that does not come
// leaves its place empty, and the problem says so.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { OwnBookings } from '../../contract/bookings.ts';
import type { InvoiceList } from '../../contract/books.ts';
import type { Problem } from '../../contract/people.ts';
import type { ProposalList } from '../../contract/proposals.ts';
import type { StandingView } from '../../contract/standing.ts';
import type { Statement } from '../../contract/statement.ts';
import { type Answer, client } from '../client.ts';
import { atWork, live, proposalsTurn } from '../store.ts';
import { meClient } from './me-client.ts';

export type OwnFacts = {
  readonly standing: StandingView | null;
  readonly statement: Statement | null;
  readonly invoices: InvoiceList | null;
  readonly bookings: OwnBookings | null;
  readonly proposals: ProposalList | null;
};

const nothing: OwnFacts = {
  standing: null,
  statement: null,
  invoices: null,
  bookings: null,
  proposals: null,
};

/** @param month `yyyy-mm`; null asks nothing */
export function useOwnFacts(month: string | null) {
  const facts = useSignal<OwnFacts>(nothing);
  const problem = useSignal<Problem | null>(null);
  const asked = useSignal(0);
  const reachable = atWork.value;
  const again = asked.value;
  const turn = proposalsTurn.value;
  // A session that begins or ends changes the statement and what the turns have used.
  const held = heldByMe();
  useEffect(() => {
    if (month === null || !reachable) return;
    let isLate = false;
    problem.value = null;
    const take = async <Name extends keyof OwnFacts>(
      name: Name,
      coming: Promise<Answer<NonNullable<OwnFacts[Name]>>>,
    ): Promise<void> => {
      const answer = await coming;
      if (isLate) return;
      if (answer.ok) facts.value = { ...facts.value, [name]: answer.value };
      else problem.value = answer.problem;
    };
    void take('standing', meClient.standing());
    void take('statement', client.statement(month));
    void take('invoices', client.ownInvoices());
    void take('bookings', client.ownBookings());
    void take('proposals', client.proposals());
    return () => {
      isLate = true;
    };
  }, [month, reachable, again, turn, held, facts, problem]);
  return {
    facts: facts.value,
    problem: problem.value,
    refresh: () => {
      asked.value += 1;
    },
  };
}

const heldByMe = (): string =>
  (live.value.board?.machines ?? []).flatMap(({ session }) => (session?.mine ? [session.id] : [])).join(' ');
