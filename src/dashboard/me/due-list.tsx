// What waits for this person, the most pressing first: a turn, a session that runs, an offer, a vote, an invoice, a certificate.
// Each with the one thing to do about it.

import type { ComponentChildren } from 'preact';
import type { MachineCard } from '../../contract/board.ts';
import { nameOfMachine, timeOf } from '../board/call-times.ts';
import { machineName } from '../booking/machine-name.ts';
import { client } from '../client.ts';
import { formatAmount, formatDate, formatDateTime, localDay } from '../format.ts';
import { AskTwice } from '../frame/ask-twice.tsx';
import { toldOf } from '../live/live-state.ts';
import { Icon } from '../look/icon.tsx';
import type { IconName } from '../look/icons.ts';
import { costNow } from '../machine/own-money.ts';
import { pages } from '../paths.ts';
import { leftText } from '../proposals/proposal-texts.ts';
import { amountOf } from '../statement/amount-of.ts';
import { atWork, live, monoMs, nowMs, place, words } from '../store.ts';
import type { OwnFacts } from './use-own-facts.ts';

/** A certificate that ends sooner is worth a line. */
const noticeMs = 30 * 86_400_000;

export function DueList({ facts }: { readonly facts: OwnFacts }) {
  const { due: say } = words.value.me;
  const due = [...turnsDue(), ...sessionsDue(), ...offersDue(facts), ...votesDue(facts)];
  const later = [...invoicesDue(facts), ...certificatesDue(facts)];
  const all = [...due, ...later];
  return (
    <section class="me-due" aria-label={say.title}>
      {all.length === 0 ? <p class="hint">{say.nothing}</p> : <ul>{all}</ul>}
    </section>
  );
}

type DueProps = {
  readonly icon: IconName;
  /** It will not wait. */
  readonly isUrgent?: boolean;
  readonly text: ComponentChildren;
  readonly children: ComponentChildren;
};

function Due({ icon, isUrgent = false, text, children }: DueProps) {
  return (
    <li class="me-due-line" data-urgent={isUrgent}>
      <Icon name={icon} />
      <div>{text}</div>
      <div class="me-due-acts">{children}</div>
    </li>
  );
}

function turnsDue() {
  const { me, queue: say } = words.value;
  const found = new Map((live.value.board?.machines ?? []).flatMap(({ queue }) => mineOf(queue)));
  return [...found].flatMap(([pool, { phase, machine, until }]) => {
    if (until === null || !atWork.value) return [];
    if (phase === 'parked')
      return [
        <Due
          key={pool}
          icon="ticket"
          isUrgent
          text={<p role="status">{say.parked({ time: timeOf(until) })}</p>}
        >
          <a class="act" href={pages.mePart('turns')}>
            {me.due.answer}
          </a>
        </Due>,
      ];
    if (phase !== 'called' || machine === null) return [];
    const text = say.called({ machine: nameOfMachine(machine), time: timeOf(until) });
    return [
      <Due key={pool} icon="hand" isUrgent text={<p role="status">{text}</p>}>
        <a class="act act-primary" href={pages.machine(machine)}>
          {me.due.come}
        </a>
        <AskTwice say={me.due.pass} look="link" act={() => client.leaveQueue(pool)}>
          <p>{say.leaveAsk}</p>
        </AskTwice>
      </Due>,
    ];
  });
}

type Queue = NonNullable<MachineCard['queue']>;

const mineOf = (queue: Queue | undefined): (readonly [string, NonNullable<Queue['mine']>])[] =>
  queue?.mine ? [[queue.pool, queue.mine] as const] : [];

function sessionsDue() {
  const { due: say } = words.value.me;
  return (live.value.board?.machines ?? [])
    .filter(({ session }) => session?.mine)
    .map((card) => {
      const told = toldOf(live.value, card);
      const cost = costOf(card);
      const since = timeOf(card.session?.since ?? '');
      return (
        <Due
          key={card.id}
          icon="play"
          isUrgent={told !== null}
          text={
            <>
              <p>
                {say.running({ machine: card.name, time: since })}{' '}
                {cost !== null && <b class="me-amount">{say.soFar({ amount: cost })}</b>}
              </p>
              {told !== null && <p role="status">{told}</p>}
            </>
          }
        >
          <a class="act" href={pages.machine(card.id)}>
            {say.look}
          </a>
        </Due>
      );
    });
}

/** Counted on between two words of the gateway; it stands still while that is away. */
function costOf({ id, session }: MachineCard): string | null {
  const own = session?.own ?? null;
  if (own === null) return null;
  const sinceMs = atWork.value ? monoMs.value - (live.value.cardMonoMs.get(id) ?? monoMs.value) : 0;
  const minor = costNow(own, { sinceMs, nowMs: nowMs.value });
  if (minor === null) return null;
  const currency = live.value.board?.space.currency ?? 'EUR';
  return formatAmount({ minor, digits: own.digits, currency, locale: place.value.locale });
}

function offersDue({ bookings }: OwnFacts) {
  const { due: say } = words.value.me;
  return (bookings?.bookings ?? [])
    .filter(({ offered }) => offered === 'to-me')
    .map(({ booking, machine, from }) => (
      <Due
        key={booking}
        icon="handshake"
        text={
          <p>
            {say.offered({
              machine: machineName(machine),
              time: formatDateTime(Date.parse(from), place.value),
            })}
          </p>
        }
      >
        <a class="act" href={pages.mePart('turns')}>
          {say.answer}
        </a>
      </Due>
    ));
}

function votesDue({ proposals }: OwnFacts) {
  const { me, proposals: say } = words.value;
  return (proposals?.proposals ?? [])
    .filter(({ status, iVoted }) => status === 'open' && !iVoted)
    .map(({ proposal, title, closes }) => (
      <Due
        key={proposal}
        icon="vote"
        text={
          <p>
            {me.due.vote({
              title: title ?? say.untitled,
              left: leftText(Date.parse(closes) - nowMs.value, say),
            })}
          </p>
        }
      >
        <a class="act" href={pages.proposal(proposal)}>
          {me.due.read}
        </a>
      </Due>
    ));
}

function invoicesDue({ invoices }: OwnFacts) {
  const { due: say } = words.value.me;
  const today = localDay(nowMs.value, place.value);
  return (invoices?.invoices ?? [])
    .filter(({ openMinor, dueOn }) => openMinor !== '0' && dueOn < today)
    .map((row) => (
      <Due
        key={row.invoice}
        icon="receipt"
        text={
          <p>
            {say.invoice({
              number: row.number,
              amount: amountOf(row.openMinor, row),
              day: formatDate(row.dueOn, place.value.locale),
            })}
          </p>
        }
      >
        <a class="act" href={pages.mePart('paying')}>
          {say.look}
        </a>
      </Due>
    ));
}

function certificatesDue({ standing }: OwnFacts) {
  const { due: say } = words.value.me;
  return (standing?.certificates ?? []).flatMap(({ certificate, name, until, inForce }) => {
    if (until === null || !inForce || Date.parse(until) > nowMs.value + noticeMs) return [];
    const text = say.ends({ name, day: formatDate(until, place.value.locale) });
    return [
      <Due key={certificate} icon="id-card" text={<p>{text}</p>}>
        <a class="act" href={pages.mePart('certificates')}>
          {say.look}
        </a>
      </Due>,
    ];
  });
}
