// What the machine would cost the member who looks, before they use it; asked again when the machine changes hands and every
// quarter of an hour, since hours of the peak begin and end.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { MachineCard } from '../../contract/board.ts';
import type { PriceView } from '../../contract/price.ts';
import { can } from '../can.ts';
import { client } from '../client.ts';
import { formatRate } from '../format-rate.ts';
import { Panel } from '../frame/panel.tsx';
import { atWork, nowMs, person, place, words } from '../store.ts';
import { priceLines } from './price-lines.ts';

export function PricePanel({ card }: { readonly card: MachineCard }) {
  const { price: say } = words.value;
  const known = useSignal<PriceView | null>(null);
  const allowed = can('see-own', { self: person.value, live: atWork.value });
  const session = card.session?.id ?? '';
  const quarter = Math.floor(nowMs.value / 900_000);

  useEffect(() => {
    if (!allowed) return;
    void client.price(card.id).then((answer) => {
      known.value = answer.ok ? answer.value : null;
    });
    // The two last ones are no part of the question: they say when to ask it again.
  }, [allowed, card.id, known, session, quarter]);

  const view = known.value;
  if (!allowed || view === null) return null;
  const amount = (minor: string): string => formatRate(minor, { ...view, locale: place.value.locale });
  return (
    <Panel title={say.title}>
      {priceLines(view, { say, amount }).map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Panel>
  );
}
