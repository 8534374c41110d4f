// One's own invoices on one's own page, with their files; nothing where nothing is billed.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { InvoiceList } from '../../contract/books.ts';
import { client } from '../client.ts';
import { Panel } from '../frame/panel.tsx';
import { atWork, words } from '../store.ts';
import { InvoiceTable } from './invoice-table.tsx';

export function OwnInvoices() {
  const { books: say } = words.value;
  const list = useSignal<InvoiceList | null>(null);
  const reachable = atWork.value;
  useEffect(() => {
    if (!reachable) return;
    void client.ownInvoices().then((answer) => {
      if (answer.ok) list.value = answer.value;
    });
  }, [reachable, list]);
  if (list.value === null || list.value.invoices.length === 0) return null;
  return (
    <Panel title={say.own}>
      <InvoiceTable list={list.value} of="session" mayWrite={false} onChanged={() => undefined} />
    </Panel>
  );
}
