// A statement of the bank: read as a dry run, entry by entry with its reason; what is unsure is chosen here; then what is sure is
// recorded. The same entry counts once, in however many files.

import { useSignal } from '@preact/signals';
import type { StatementRead, StatementRequest } from '../../contract/bank.ts';
import { formatAmount, formatDate } from '../format.ts';
import { DryRun } from '../frame/dry-run.tsx';
import { Panel } from '../frame/panel.tsx';
import { amountOf } from '../statement/amount-of.ts';
import { place, words } from '../store.ts';
import { booksClient } from './books-client.ts';

type Row = StatementRead['rows'][number];
type Money = { readonly currency: string; readonly digits: number };
/** Entry → number that a person chose. */
type Choices = ReadonlyMap<string, string>;

const mostBytes = 10 * 1024 * 1024;

export function BankPanel({ money, onDone }: { readonly money: Money; onDone(): void }) {
  const { bank: say } = words.value;
  const statement = useSignal<string | null>(null);
  const tooBig = useSignal(false);
  const chosen = useSignal<Choices>(new Map());
  const recorded = useSignal<number | null>(null);

  async function take(file: File | undefined): Promise<void> {
    tooBig.value = (file?.size ?? 0) > mostBytes;
    chosen.value = new Map();
    statement.value = file && !tooBig.value ? base64Of(new Uint8Array(await file.arrayBuffer())) : null;
  }
  const wish = (record: boolean): StatementRequest => ({
    ...{ statement: statement.value ?? '', record },
    chosen: [...chosen.value].map(([entry, number]) => ({ entry, numbers: [number] })),
  });
  return (
    <Panel title={say.title}>
      <label class="field">
        <span>{say.file}</span>
        <input
          type="file"
          accept=".xml,text/xml,application/xml"
          onChange={(event) => void take(event.currentTarget.files?.[0])}
        />
        {tooBig.value && (
          <small class="mistake" role="alert">
            {say.tooBig}
          </small>
        )}
      </label>
      {statement.value !== null && (
        <DryRun
          key={statement.value.length}
          say={say.read}
          look={() => booksClient.bank(wish(false))}
          show={(seen) => (
            <Entries
              seen={seen}
              money={money}
              chosen={chosen.value}
              onChoose={(next) => (chosen.value = next)}
            />
          )}
          worth={({ rows }) =>
            rows.some(
              ({ outcome, suggestions }) =>
                outcome === 'sure' || (outcome === 'unsure' && suggestions.length > 0),
            )
          }
          act={() => booksClient.bank(wish(true))}
          onDone={(done) => {
            recorded.value = done.recorded;
            onDone();
          }}
        />
      )}
      {recorded.value !== null && <p role="status">{say.recorded({ count: recorded.value })}</p>}
    </Panel>
  );
}

type EntriesProps = {
  readonly seen: StatementRead;
  readonly money: Money;
  readonly chosen: Choices;
  readonly onChoose: (choices: Choices) => void;
};

function Entries({ seen, ...rest }: EntriesProps) {
  const { bank: say } = words.value;
  const count = (outcome: Row['outcome']): number =>
    seen.rows.filter((row) => row.outcome === outcome).length;
  return (
    <>
      <p>
        {say.sums({ sure: count('sure'), unsure: count('unsure'), before: count('before') })}{' '}
        {say.outgoing({ count: seen.outgoing })}
      </p>
      <ul class="books-rows">
        {seen.rows.map((row) => (
          <li key={row.entry}>
            <Entry row={row} {...rest} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Entry({ row, money, chosen, onChoose }: Omit<EntriesProps, 'seen'> & { readonly row: Row }) {
  const { bank: say } = words.value;
  const { locale } = place.value;
  const own = (minor: string): string => amountOf(minor, money);
  const paid = formatAmount({ minor: row.minor, digits: money.digits, currency: row.currency, locale });
  const name = row.name ?? say.nobody;
  return (
    <>
      <div class="bank-row">
        <span>
          <b>{name}</b>
          <small>
            {formatDate(row.day, locale)} · {row.text}
          </small>
        </span>
        <b class="draft-amount">{paid}</b>
        <span>
          {row.kind === 'return' ? say.returned : say.outcomes[row.outcome]}
          <small>{say.reasons[row.reason] ?? row.reason}</small>
        </span>
      </div>
      {row.shares.map((share) => (
        <p key={share.number} class="hint">
          {share.number} {share.name} · {own(share.minor)}
          {share.openMinor !== '0' && ` · ${say.stays({ amount: own(share.openMinor) })}`}
        </p>
      ))}
      {row.overMinor !== '0' && <p class="hint">{say.ahead({ amount: own(row.overMinor) })}</p>}
      {row.outcome === 'unsure' && row.suggestions.length > 0 && (
        <label class="field">
          <span>{say.choose({ name, amount: paid })}</span>
          <select
            value={chosen.get(row.entry) ?? ''}
            onChange={(event) => onChoose(withChoice(chosen, [row.entry, event.currentTarget.value]))}
          >
            <option value="">{say.none}</option>
            {row.suggestions.map((number) => (
              <option key={number} value={number}>
                {number}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}

function withChoice(chosen: Choices, [entry, number]: readonly [string, string]): Choices {
  const next = new Map(chosen);
  if (number === '') next.delete(entry);
  else next.set(entry, number);
  return next;
}

/** In pieces: a call takes no more than some ten thousand arguments. */
function base64Of(bytes: Uint8Array): string {
  const pieceBytes = 8_192;
  let text = '';
  for (let at = 0; at < bytes.length; at += pieceBytes)
    text += String.fromCharCode(...bytes.subarray(at, at + pieceBytes));
  return btoa(text);
}
