// The drafts of a month, one by one: who, how much, what a treasurer should look at, and the lines for whoever opens them.

import type { BooksDraft, BooksDrafts } from '../../contract/books.ts';
import { client } from '../client.ts';
import { AskTwice } from '../frame/ask-twice.tsx';
import { amountOf } from '../statement/amount-of.ts';
import { words } from '../store.ts';
import { BuyerForm } from './buyer-form.tsx';

type Props = {
  readonly drafts: BooksDrafts;
  readonly mayWrite: boolean;
  onChanged(): void;
};

export function DraftList({ drafts, ...rest }: Props) {
  const { books: say } = words.value;
  if (drafts.drafts.length === 0) return <p class="empty">{say.noDrafts}</p>;
  // Those with something to look at come first; among them the order stays.
  const odd = drafts.drafts.filter(({ warnings }) => warnings.length > 0);
  const plain = drafts.drafts.filter(({ warnings }) => warnings.length === 0);
  return (
    <ul class="draft-list">
      {[...odd, ...plain].map((draft) => (
        <li key={draft.payer}>
          <Draft draft={draft} drafts={drafts} {...rest} />
        </li>
      ))}
    </ul>
  );
}

function Draft({ draft, drafts, mayWrite, onChanged }: Props & { readonly draft: BooksDraft }) {
  const { books: say, monthClose } = words.value;
  const amount = (minor: string): string => amountOf(minor, drafts);
  return (
    <>
      <details>
        <summary>
          <span>
            <b>{draft.name}</b>
            <small>
              {say.uses({ count: draft.uses })}
              {draft.stays !== null && ` · ${say.stays}`}
            </small>
          </span>
          <b class="draft-amount">{amount(draft.grossMinor)}</b>
        </summary>
        <ul class="draft-lines" aria-label={say.lines}>
          {draft.lines.map((line) => (
            <li key={line.id}>
              <span>
                {line.text}
                <small>
                  {line.fromDay === line.toDay ? line.fromDay : `${line.fromDay} – ${line.toDay}`}
                  {line.unit !== 'C62' && ` · ${line.quantity} ${line.unit === 'HUR' ? 'h' : 'kWh'}`}
                  {line.costCode !== null && ` · ${line.costCode}`}
                </small>
              </span>
              <span class="draft-amount">{amount(line.netMinor)}</span>
            </li>
          ))}
          <li>
            <span>{say.net}</span>
            <span class="draft-amount">{amount(draft.netMinor)}</span>
          </li>
          <li>
            <span>{say.vat}</span>
            <span class="draft-amount">{amount(draft.vatMinor)}</span>
          </li>
        </ul>
        {mayWrite && draft.stays === null && drafts.mayFinalise && (
          <AskTwice
            say={{
              ...say.finalise,
              offer: monthClose.issueOne,
              offerOf: `${monthClose.issueOne}: ${draft.name}`,
            }}
            look="link"
            act={() => client.finalise({ month: drafts.month, payer: draft.payer, dryRun: false })}
            onDone={onChanged}
          >
            <p>{monthClose.issueOneAsk}</p>
          </AskTwice>
        )}
        {mayWrite && <BuyerForm payer={draft.payer} name={draft.name} onSaved={onChanged} />}
      </details>
      {draft.warnings.length > 0 && (
        <ul class="draft-warnings">
          {draft.warnings.map(({ code, count }) => (
            <li key={code}>
              {say.warnings[code] ?? code}
              {count > 1 && ` (${say.uses({ count })})`}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
