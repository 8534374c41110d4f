// What was issued in the month goes out: as files, together in one ZIP, or by e-mail after a look at who gets one and who does not.

import { useSignal } from '@preact/signals';
import type { InvoiceList } from '../../contract/books.ts';
import { formatMonth } from '../format.ts';
import { DryRun } from '../frame/dry-run.tsx';
import { Panel } from '../frame/panel.tsx';
import { api } from '../paths.ts';
import { place, words } from '../store.ts';
import { booksClient } from './books-client.ts';
import { formatNames } from './format-names.ts';
import { type ZipFile, zipOf } from './zip-of.ts';

type Props = {
  /** Of issue. */
  readonly month: string;
  readonly list: InvoiceList;
  readonly mayWrite: boolean;
};

export function SendPanel({ month, list, mayWrite }: Props) {
  const { monthClose: say } = words.value;
  const mailed = useSignal<number | null>(null);
  const rows = list.invoices.filter(({ issuedOn }) => issuedOn.startsWith(month));
  if (rows.length === 0) return null;
  const wish = { month, invoice: null, again: false };
  return (
    <Panel title={`${say.send} · ${formatMonth(month, place.value.locale)}`}>
      <Zip rows={rows} formats={list.formats} month={month} />
      {mayWrite && (
        <DryRun
          say={say.mail}
          look={() => booksClient.mail({ ...wish, dryRun: true })}
          show={({ rows: found }) => (
            <ul class="books-rows">
              {found.map(({ invoice, number, name, stays }) => (
                <li key={invoice}>
                  <b>{number}</b> {name}{' '}
                  <small>{stays === null ? say.mailTo : (say.stays[stays] ?? stays)}</small>
                </li>
              ))}
            </ul>
          )}
          worth={({ rows: found }) => found.some(({ stays }) => stays === null)}
          act={() => booksClient.mail({ ...wish, dryRun: false })}
          onDone={({ rows: sent }) => (mailed.value = sent.filter(({ stays }) => stays === null).length)}
        />
      )}
      {mailed.value !== null && <p role="status">{say.mailed({ count: mailed.value })}</p>}
    </Panel>
  );
}

type ZipProps = Pick<Props, 'month'> & {
  readonly rows: InvoiceList['invoices'];
  readonly formats: readonly string[];
};

function Zip({ rows, formats, month }: ZipProps) {
  const { monthClose: say } = words.value;
  const format = useSignal(formats[0] ?? 'json');
  const done = useSignal<number | null>(null);
  const failed = useSignal<string | null>(null);

  async function fetchAll(): Promise<void> {
    const files: ZipFile[] = [];
    failed.value = null;
    for (const { invoice, number } of rows) {
      done.value = files.length;
      const file = await fetchFile(api.invoiceFile({ of: 'books', invoice, format: format.value }));
      if (file === null) {
        failed.value = number;
        break;
      }
      files.push(file);
    }
    done.value = null;
    if (failed.value === null) save(zipOf(files), `${month}-${format.value}.zip`);
  }

  return (
    <div class="row-form">
      <label class="field">
        <span>{say.format}</span>
        <select value={format.value} onChange={(event) => (format.value = event.currentTarget.value)}>
          {formats.map((one) => (
            <option key={one} value={one}>
              {formatNames.get(one) ?? one}
            </option>
          ))}
        </select>
      </label>
      <button type="button" disabled={done.value !== null} onClick={() => void fetchAll()}>
        {say.zip({ count: rows.length })}
      </button>
      {done.value !== null && (
        <p role="status">
          <progress max={rows.length} value={done.value} aria-label={say.send} />{' '}
          {say.zipping({ done: done.value, total: rows.length })}
        </p>
      )}
      {failed.value !== null && (
        <p class="problem" role="alert">
          {say.zipFailed({ number: failed.value })}
        </p>
      )}
    </div>
  );
}

/** Null where it did not come; its name is the one that the gateway gives it. */
async function fetchFile(path: string): Promise<ZipFile | null> {
  try {
    const response = await fetch(path, { signal: AbortSignal.timeout(60_000) });
    const name = /filename="([\w.-]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
    if (!response.ok || name === undefined) return null;
    return { name, bytes: new Uint8Array(await response.arrayBuffer()) };
  } catch {
    return null;
  }
}

function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
