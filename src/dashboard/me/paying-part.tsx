// Who pays for one's uses where nobody says otherwise: oneself, in the order of the space, and by cost code whoever it names.

import type { StandingView } from '../../contract/standing.ts';
import { place, words } from '../store.ts';
import { FirstFive } from './first-five.tsx';

type CostCode = StandingView['pays']['costCodes'][number];

export function PayingPart({ standing }: { readonly standing: StandingView | null }) {
  const { me, allowances } = words.value;
  const { paying: say } = me;
  if (standing === null) return null;
  const { sources, costCodes } = standing.pays;
  const list = new Intl.ListFormat(place.value.locale);
  const named = sources.map((source) => allowances.kinds[source] ?? source);
  return (
    <>
      <p>
        {say.self} {named.length > 0 && say.sources({ sources: list.format(named) })}
      </p>
      {costCodes.length > 0 && (
        <>
          <FirstFive items={costCodes} keyOf={({ code }) => code}>
            {(one) => <p>{say.code({ name: one.name, payers: payersText(one, costCodes) })}</p>}
          </FirstFive>
          <p class="hint">{say.choose}</p>
        </>
      )}
    </>
  );
}

function payersText({ payers }: CostCode, known: readonly CostCode[]): string {
  const { paying: say } = words.value.me;
  const whole = payers.reduce((sum, { parts }) => sum + parts, 0);
  const percent = new Intl.NumberFormat(place.value.locale, { style: 'percent', maximumFractionDigits: 1 });
  const nameOf = (payer: string): string => {
    if (payer === 'me') return say.me;
    if (payer === 'team') return say.team;
    return known.find(({ code }) => code === payer)?.name ?? payer;
  };
  const texts = payers.map(({ payer, parts }) =>
    payers.length === 1
      ? nameOf(payer)
      : say.parts({ payer: nameOf(payer), percent: percent.format(parts / whole) }),
  );
  return new Intl.ListFormat(place.value.locale).format(texts);
}
