// The four truths of the switch of a machine, beside each other: what was ordered, what it says, what it measures, what the
// controller shows. For those who look after devices; asked for anew while the page is open.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { SwitchTruths as Truths } from '../../contract/alarms.ts';
import type { MachineCard } from '../../contract/board.ts';
import { client } from '../client.ts';
import { formatReading, formatSince } from '../format.ts';
import { atWork, nowMs, place, words } from '../store.ts';

const askEveryMs = 5_000;

export function SwitchTruths({ card, id }: { readonly card: MachineCard; readonly id: string }) {
  const truths = useSignal<Truths | null>(null);
  useEffect(() => {
    let isGone = false;
    async function ask(): Promise<void> {
      const answer = await client.devices();
      if (isGone || !answer.ok) return;
      truths.value = answer.value.find((one) => one.role === 'switch' && one.id === id)?.truths ?? null;
    }
    void ask();
    const timer = window.setInterval(() => void ask(), askEveryMs);
    return () => {
      isGone = true;
      window.clearInterval(timer);
    };
  }, [id, card.interlock, card.link, truths]);

  // What is old is not shown as new.
  if (truths.value === null || !atWork.value) return null;
  const { truths: say } = words.value.alarms;
  return (
    <section class="facts truths" aria-label={say.title({ id })}>
      <h2>{say.title({ id })}</h2>
      <dl>
        {rowsOf(truths.value).map(({ label, value, more, isOdd }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd data-odd={isOdd}>
              {value}
              {more !== null && <small>{more}</small>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

type Row = {
  readonly label: string;
  readonly value: string;
  readonly more: string | null;
  /** It is not what was ordered. */
  readonly isOdd: boolean;
};

function rowsOf({ ordered, acknowledged, measured, confirmed }: Truths): readonly Row[] {
  const { truths: say } = words.value.alarms;
  const time = (one: { readonly at: string } | null) =>
    one && formatSince(Date.parse(one.at), { nowMs: nowMs.value, place: place.value });
  const word = (on: boolean) => (on ? say.on : say.off);
  const watts = measured && formatReading(measured.powerW, { unit: 'W', locale: place.value.locale });
  return [
    {
      label: say.ordered,
      value: ordered ? word(ordered.on) : say.notOrdered,
      more: time(ordered),
      isOdd: false,
    },
    {
      label: say.says,
      value: acknowledged ? word(acknowledged.on) : say.unknown,
      more: time(acknowledged),
      isOdd: ordered !== null && acknowledged?.on !== ordered.on,
    },
    {
      label: say.measured,
      value: watts ?? say.noMeter,
      more: time(measured) ?? say.noMeterWhy,
      isOdd: false,
    },
    { label: say.controller, value: say.confirmed[confirmed], more: null, isOdd: false },
  ];
}
