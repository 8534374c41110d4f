// Who is late, with the text of the reminder that is due: first seen, then written down, by e-mail where that is wished.

import { useSignal } from '@preact/signals';
import { DryRun } from '../frame/dry-run.tsx';
import { Panel } from '../frame/panel.tsx';
import { words } from '../store.ts';
import { booksClient } from './books-client.ts';

export function RemindersPanel({ onDone }: { onDone(): void }) {
  const { monthClose: say } = words.value;
  const mail = useSignal(false);
  const done = useSignal<number | null>(null);
  const wish = { mail: mail.value };
  return (
    <Panel title={say.remindTitle}>
      <label class="credit-line">
        <input type="checkbox" checked={mail.value} onChange={() => (mail.value = !mail.value)} />
        <span>{say.remindByMail}</span>
      </label>
      <DryRun
        key={String(mail.value)}
        say={say.remind}
        look={() => booksClient.remind({ ...wish, dryRun: true })}
        show={({ reminders }) =>
          reminders.length === 0 ? (
            <p class="empty">{say.remindNone}</p>
          ) : (
            <ul class="books-rows">
              {reminders.map(({ invoice, number, name, level, text, stays }) => (
                <li key={invoice}>
                  <b>{number}</b> {name} <small>{say.level({ level })}</small>
                  {stays !== null && <small>{say.stays[stays] ?? stays}</small>}
                  <p class="letter">{text}</p>
                </li>
              ))}
            </ul>
          )
        }
        worth={({ reminders }) => reminders.some(({ stays }) => stays === null)}
        act={() => booksClient.remind({ ...wish, dryRun: false })}
        onDone={({ reminders }) => {
          done.value = reminders.filter(({ stays }) => stays === null).length;
          onDone();
        }}
      />
      {done.value !== null && <p role="status">{say.reminded({ count: done.value })}</p>}
    </Panel>
  );
}
