// The parts of My page in their one order, each with a few words of what it holds. A part that has an address is brought into
// sight when the page is opened at it.

import { useEffect } from 'preact/hooks';
import type { Self } from '../../contract/people.ts';
import { PasskeysPanel } from '../account/passkeys-panel.tsx';
import { PlacesPanel } from '../account/places-panel.tsx';
import { MemberAllowances } from '../allowances/member-allowances.tsx';
import { OwnInvoices } from '../books/own-invoices.tsx';
import { live, words } from '../store.ts';
import { BadgesPart } from './badges-part.tsx';
import { CertificatesPart } from './certificates-part.tsx';
import { DataPart } from './data-part.tsx';
import { type MePart, meParts, Part } from './part.tsx';
import { PayingPart } from './paying-part.tsx';
import { ShownPart } from './shown-part.tsx';
import { TurnsPart } from './turns-part.tsx';
import type { OwnFacts } from './use-own-facts.ts';
import { VotesPart } from './votes-part.tsx';

type Props = { readonly facts: OwnFacts; readonly self: Self; readonly open: readonly string[] };

export function MeParts({ facts, self, open }: Props) {
  const { me, desk } = words.value;
  const [first] = open;
  const isThere = facts.standing !== null;
  useEffect(() => {
    // Once what stands above has its height.
    if (isThere && first !== undefined)
      document.querySelector(`[data-part="${first}"]`)?.scrollIntoView({ block: 'start' });
  }, [first, isThere]);
  const titles = { ...me.parts, badges: desk.own.title };
  const briefs = briefsOf(facts, self);
  const bodies = {
    turns: () => <TurnsPart />,
    certificates: () => <CertificatesPart standing={facts.standing} />,
    badges: () => <BadgesPart />,
    shown: () => <ShownPart self={self} />,
    paying: () => (
      <>
        <PayingPart standing={facts.standing} />
        <MemberAllowances member={null} />
        <OwnInvoices />
      </>
    ),
    signing: () => (
      <>
        <PasskeysPanel />
        <PlacesPanel />
      </>
    ),
    votes: () => <VotesPart proposals={facts.proposals} />,
    data: () => <DataPart handle={facts.standing?.handle ?? null} />,
  };
  return (
    <div class="me-parts">
      {meParts.map((part) => (
        <Part key={part} part={part} title={titles[part]} brief={briefs[part]} isOpen={open.includes(part)}>
          {bodies[part]}
        </Part>
      ))}
    </div>
  );
}

/** Null while it is not known. */
function briefsOf({ standing, invoices, proposals }: OwnFacts, self: Self): Record<MePart, string | null> {
  const { brief: say } = words.value.me;
  const pools = new Set(
    (live.value.board?.machines ?? []).flatMap(({ queue }) => (queue?.mine ? [queue.pool] : [])),
  );
  const due = invoices?.invoices.filter(({ openMinor }) => openMinor !== '0') ?? null;
  const votes = proposals?.proposals.filter(({ status }) => status === 'open') ?? null;
  return {
    turns: say.tickets({ count: pools.size }),
    certificates: standing && say.open({ count: standing.open.length }),
    badges: say.lost,
    shown: self.shown ? say.named : say.unnamed,
    paying: due && say.invoices({ count: due.length }),
    signing: say.places,
    votes: votes && say.votes({ count: votes.length }),
    data: say.data,
  };
}
