// The facts of a machine as labelled pairs: the four that are never mixed, those of its session and, folded, what its switch
// says to those who look after devices.

import { useSignal } from '@preact/signals';
import type { MachineCard } from '../../contract/board.ts';
import { can } from '../can.ts';
import { formatDuration, formatSince } from '../format.ts';
import { usedTodayMs } from '../live/live-state.ts';
import { live, monoMs, nowMs, person, place, words } from '../store.ts';
import { SwitchTruths } from './switch-truths.tsx';

/** What its switch says, for those who look after devices. Nothing is asked for while nobody looks. */
export function Details({ card }: { readonly card: MachineCard }) {
  const isOpen = useSignal(false);
  const { machine: say } = words.value;
  const seesDevices = can('see-devices', { self: person.value, live: true });
  if (!seesDevices || (card.switch === null && card.chart !== null)) return null;
  return (
    <details class="details" onToggle={(event) => (isOpen.value = event.currentTarget.open)}>
      <summary>{say.facts}</summary>
      {isOpen.value && (
        <>
          {card.switch !== null && <SwitchTruths card={card} id={card.switch} />}
          {card.chart === null && <p class="hint">{say.noChart}</p>}
        </>
      )}
    </details>
  );
}

type Rows = readonly (readonly [label: string, value: string, ...more: string[]])[];

/** Link, activity, mode and interlock are four facts; none is squeezed into another. */
export function FourFacts({ card }: { readonly card: MachineCard }) {
  const { machine: say, facts: sayFact } = words.value;
  const { facts, raw } = card;
  const word = words.value.factsOf.activities[card.activity] ?? card.activity;
  const activity = card.substate === null ? word : `${word}, ${card.substate}`;
  const rows: Rows = [
    [say.link, sayFact[`link.${card.link}`] ?? card.link, basis('link', facts, since)],
    [
      say.activity,
      activity,
      ...(raw === null ? [] : [say.ownWord({ word: raw })]),
      basis('activity', facts, since),
    ],
    [say.mode, sayFact[`mode.${card.mode}`] ?? card.mode, basis('mode', facts, since)],
    [
      say.interlock,
      sayFact[`interlock.${card.interlock}`] ?? card.interlock,
      basis('interlock', facts, since),
    ],
  ];
  return <Facts rows={rows} />;
}

/** Who holds it, how long it was used today, and with which others it shares a queue and a price. */
export function SessionFacts({ card }: { readonly card: MachineCard }) {
  const { machine: say } = words.value;
  const rows: Rows = [
    [say.session, card.session === null ? say.noSession : holder(card.session, since(card.session.since))],
    [say.today, formatDuration(usedTodayMs(live.value, card, monoMs.value))],
    [say.pool, card.pool],
  ];
  return <Facts rows={rows} />;
}

const since = (at: string): string => formatSince(Date.parse(at), { nowMs: nowMs.value, place: place.value });

function Facts({ rows }: { readonly rows: Rows }) {
  return (
    <div class="facts">
      <dl>
        {rows.map(([label, value, ...more]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {value}
              {more.map((line) => (
                <small key={line}>{line}</small>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

type Basis = MachineCard['facts'];

/** Since when a fact is so, and by whom or by what. */
function basis(which: keyof Basis, facts: Basis, timeOf: (at: string) => string): string {
  const { by, since, named } = words.value.factsOf;
  const fact = facts[which];
  const bys: Readonly<Record<string, string>> = by[which];
  const what = bys[fact.by] ?? fact.by;
  const whole = fact.name === null ? what : named({ by: what, name: fact.name });
  return fact.since === null ? whole : since({ time: timeOf(fact.since), by: whole });
}

function holder(session: NonNullable<MachineCard['session']>, time: string): string {
  const { card: say } = words.value;
  return say.whoSince({ who: session.mine ? say.you : (session.member ?? say.someone), time });
}
