// The figures of a month for other programs, as files: each by the scope that it needs.

import { useSignal } from '@preact/signals';
import type { Scope } from '../../contract/people.ts';
import { CopyCommand } from '../frame/copy-command.tsx';
import { Panel } from '../frame/panel.tsx';
import { addMonths } from '../statement/months.ts';
import { person, words } from '../store.ts';
import { booksFiles } from './books-client.ts';

const rows: readonly (readonly ['sessions' | 'charges' | 'postings' | 'members', Scope])[] = [
  ['sessions', 'ledger:read'],
  ['charges', 'ledger:read'],
  ['postings', 'ledger:read'],
  ['members', 'members:write'],
];

const commands = [
  'npx officina ledger export --as hledger',
  'npx officina ledger export --as beancount',
  'npx officina report project CODE --from YYYY-MM --to YYYY-MM --format page',
];

export function ExportsPanel({ month }: { readonly month: string }) {
  const { monthClose: say } = words.value;
  const format = useSignal<'csv' | 'jsonl'>('csv');
  const [from, to] = [month, addMonths(month, 1)].map((one) => `${one}-01T00:00:00Z`);
  const offered = rows.filter(([, scope]) => person.value?.scopes.includes(scope));
  return (
    <Panel title={say.exports}>
      <p class="hint">{say.exportsSaid}</p>
      <div class="row-form">
        <label class="field">
          <span>{say.format}</span>
          <select
            value={format.value}
            onChange={(event) => (format.value = event.currentTarget.value === 'jsonl' ? 'jsonl' : 'csv')}
          >
            <option value="csv">CSV</option>
            <option value="jsonl">JSON lines</option>
          </select>
        </label>
        {offered.map(([what]) => (
          <a
            key={what}
            class="file-link"
            download
            href={booksFiles.rows({ what, format: format.value, from: from ?? '', to: to ?? '' })}
          >
            {say.rows[what]}
          </a>
        ))}
      </div>
      <p class="hint">{say.ledgerSaid}</p>
      <ul class="books-rows">
        {commands.map((command) => (
          <li key={command}>
            <CopyCommand command={command} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
