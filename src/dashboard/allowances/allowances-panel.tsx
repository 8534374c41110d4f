// What a member has left, with its expiry, and what paid for each use of the last two months; of oneself, or at the desk.

import type { AllowancesView } from '../../contract/allowances.ts';
import { formatDateTime } from '../format.ts';
import { Panel } from '../frame/panel.tsx';
import { place, words } from '../store.ts';
import { figureText, leftText, partText } from './allowance-lines.ts';

export function AllowancesPanel({ view }: { readonly view: AllowancesView }) {
  const { allowances: say } = words.value;
  const speech = { say, place: place.value };
  const { wallet, lots, uses, currency } = view;
  const money = (minor: string): string => figureText({ minor, unit: currency }, view, speech);
  return (
    <Panel title={say.title}>
      <p>
        {say.wallet}: <strong>{money(wallet.minor)}</strong>{' '}
        {wallet.heldMinor !== '0' && <small>{say.held({ amount: money(wallet.heldMinor) })}</small>}
      </p>
      {lots.length === 0 && <p class="hint">{say.none}</p>}
      <ul>
        {lots.map((lot) => (
          <li key={lot.lot}>
            {lot.name}: {leftText(lot, view, speech)}{' '}
            {lot.pools !== null && <small>{say.pools({ names: lot.pools.join(', ') })}</small>}
          </li>
        ))}
      </ul>
      <details>
        <summary>{say.uses}</summary>
        {uses.length === 0 && <p class="hint">{say.noUses}</p>}
        <ul>
          {uses.map((use) => (
            <li key={use.session}>
              {formatDateTime(Date.parse(use.from), place.value)} {use.machine}, {money(use.minor)}
              <ul>
                {use.parts.map((part) => (
                  <li key={`${part.payer} ${part.source}`}>{partText(part, view, speech)}</li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </details>
    </Panel>
  );
}
