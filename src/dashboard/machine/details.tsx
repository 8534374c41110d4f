// What is looked up now and then: the four facts apart from each other and, for those who look after devices, what its switch
// says. Folded until somebody asks.

import { useSignal } from '@preact/signals';
import type { MachineCard } from '../../contract/board.ts';
import { can } from '../can.ts';
import { formatDuration, formatSince } from '../format.ts';
import { usedTodayMs } from '../live/live-state.ts';
import { live, monoMs, nowMs, person, place, words } from '../store.ts';
import { SwitchTruths } from './switch-truths.tsx';

export function Details({ card }: { readonly card: MachineCard }) {
  const isOpen = useSignal(false);
  const { machine: say } = words.value;
  const seesDevices = can('see-devices', { self: person.value, live: true });
  return (
    <details class="details" onToggle={(event) => (isOpen.value = event.currentTarget.open)}>
      <summary>{say.facts}</summary>
      {/* Nothing is asked for while nobody looks. */}
      {isOpen.value && (
        <>
          <Facts card={card} />
          {seesDevices && card.switch !== null && <SwitchTruths card={card} id={card.switch} />}
          {seesDevices && card.chart === null && <p class="hint">{say.noChart}</p>}
        </>
      )}
    </details>
  );
}

/** Link, activity, mode and interlock are four facts; none is squeezed into another. */
function Facts({ card }: { readonly card: MachineCard }) {
  const { machine: say, facts: sayFact } = words.value;
  const since = (at: string) => formatSince(Date.parse(at), { nowMs: nowMs.value, place: place.value });
  const { facts, raw } = card;
  const word = words.value.factsOf.activities[card.activity] ?? card.activity;
  const activity = card.substate === null ? word : `${word}, ${card.substate}`;
  const rows: readonly (readonly [string, string, ...string[]])[] = [
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
    [say.session, card.session === null ? say.noSession : holder(card.session, since(card.session.since))],
    [say.today, formatDuration(usedTodayMs(live.value, card, monoMs.value))],
    [say.pool, card.pool],
  ];
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

type Facts = MachineCard['facts'];

/** Since when a fact is so, and by whom or by what. */
function basis(which: keyof Facts, facts: Facts, timeOf: (at: string) => string): string {
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
