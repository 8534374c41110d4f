// SEPA direct debits: what of the month can be collected and why not the rest, the file for the bank, and the files that were made.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { CollectionList, CollectionMade } from '../../contract/bank.ts';
import { formatDate, formatMonth } from '../format.ts';
import { AskTwice } from '../frame/ask-twice.tsx';
import { DryRun } from '../frame/dry-run.tsx';
import { Panel } from '../frame/panel.tsx';
import { amountOf } from '../statement/amount-of.ts';
import { atWork, place, words } from '../store.ts';
import { booksClient, booksFiles } from './books-client.ts';

type Money = { readonly currency: string; readonly digits: number };
type Props = { readonly month: string; readonly money: Money; readonly mayWrite: boolean };

export function CollectPanel({ month, money, mayWrite }: Props) {
  const { bank: say } = words.value;
  const files = useSignal<CollectionList['collections']>([]);
  const made = useSignal<string | null>(null);
  const changes = useSignal(0);
  const day = useSignal('');
  const reachable = atWork.value;
  useEffect(() => {
    if (!reachable) return;
    void booksClient.collections().then((answer) => {
      if (answer.ok) files.value = answer.value.collections;
    });
  }, [reachable, changes.value, files]);
  const wish = (dryRun: boolean) => ({ month, day: day.value === '' ? null : day.value, dryRun });
  return (
    <Panel title={`${say.collectTitle} · ${formatMonth(month, place.value.locale)}`}>
      {mayWrite && (
        <>
          <label class="field">
            <span>{say.collectDay}</span>
            <input
              type="date"
              value={day.value}
              onInput={(event) => (day.value = event.currentTarget.value)}
            />
          </label>
          <DryRun
            key={`${month} ${day.value}`}
            say={say.collect}
            look={() => booksClient.collect(wish(true))}
            show={(seen) => <Collected seen={seen} money={money} />}
            worth={({ items }) => items.length > 0}
            act={() => booksClient.collect(wish(false))}
            onDone={({ message }) => {
              made.value = message;
              changes.value += 1;
            }}
          />
        </>
      )}
      {made.value !== null && (
        <p role="status">
          {say.made}{' '}
          <a href={booksFiles.collection(made.value)} download>
            {say.download}
          </a>
        </p>
      )}
      {files.value.length > 0 && (
        <details>
          <summary>{say.files}</summary>
          {files.value.map((file) => (
            <MadeFile
              key={file.message}
              {...{ file, money, mayWrite }}
              onReleased={() => (changes.value += 1)}
            />
          ))}
        </details>
      )}
    </Panel>
  );
}

function Collected({ seen, money }: { readonly seen: CollectionMade; readonly money: Money }) {
  const { bank: say } = words.value;
  return (
    <>
      <p>
        {seen.items.length === 0
          ? say.collectNone
          : say.collectSum({ count: seen.items.length, amount: amountOf(seen.totalMinor, money) })}
      </p>
      <ul class="books-rows">
        {seen.items.map(({ invoice, number, name, minor, day }) => (
          <li key={invoice}>
            <b>{number}</b> {name} · {amountOf(minor, money)}{' '}
            <small>{formatDate(day, place.value.locale)}</small>
          </li>
        ))}
        {seen.left.map(({ number, name, why }) => (
          <li key={number}>
            <b>{number}</b> {name} <small>{say.left[why]}</small>
          </li>
        ))}
      </ul>
    </>
  );
}

type FileProps = Pick<Props, 'money' | 'mayWrite'> & {
  readonly file: CollectionList['collections'][number];
  onReleased(): void;
};

function MadeFile({ file, money, mayWrite, onReleased }: FileProps) {
  const { bank: say } = words.value;
  const { message, month, minor, items } = file;
  return (
    <section aria-label={message}>
      <p>
        {month} · {say.collectSum({ count: items.length, amount: amountOf(minor, money) })}{' '}
        {mayWrite && (
          <a href={booksFiles.collection(message)} download>
            {say.download}
          </a>
        )}
      </p>
      <ul class="books-rows">
        {items.map(({ invoice, number, name, minor: one, state }) => (
          <li key={invoice}>
            <b>{number}</b> {name} · {amountOf(one, money)} <small>{say.states[state]}</small>
            {mayWrite && state === 'open' && (
              <AskTwice
                say={{ ...say.release, offerOf: `${say.release.offer}: ${number}` }}
                look="link"
                act={() => booksClient.release(invoice)}
                onDone={onReleased}
              >
                <p>{say.releaseAsk}</p>
              </AskTwice>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
