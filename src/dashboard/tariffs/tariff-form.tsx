// A new tariff: the fields that most have, the text that holds all, what it would change, and adding it.

import { useSignal } from '@preact/signals';
import type { TariffChecked, TariffList } from '../../contract/tariffs.ts';
import { formatDate } from '../format.ts';
import { DryRun } from '../frame/dry-run.tsx';
import { Panel } from '../frame/panel.tsx';
import { amountOf } from '../statement/amount-of.ts';
import { addMonths, monthAt } from '../statement/months.ts';
import { nowMs, place, words } from '../store.ts';
import { readCap, readLine, writeCap, writeLine } from './tariff-lines.ts';
import { TariffReplayed } from './tariff-replayed.tsx';
import { tariffsClient } from './tariffs-client.ts';

type Props = { readonly list: TariffList; readonly begin: string; onAdded(): void };

const prices = ['perHour', 'start', 'minimum', 'freeMinutes', 'stepMinutes', 'perKwh'] as const;
const caps = ['session', 'day', 'month'] as const;
const clocks = ['loaded', 'powered', 'working', 'operating', 'laserOn', 'spindleOn'] as const;
/** Past months that are offered to a replay. */
const spans = [1, 3, 12, 24];

export function TariffForm({ list, begin, onAdded }: Props) {
  const { tariffs: say } = words.value;
  const text = useSignal(begin);
  const added = useSignal<string | null>(null);
  const months = useSignal(3);
  const day = (one: string): string => formatDate(one, place.value.locale);
  const last = addMonths(monthAt(nowMs.value, place.value), -1);
  const span = { from: addMonths(last, 1 - months.value), to: last };
  return (
    <Panel title={say.fresh}>
      <p class="hint">{say.freshSaid({ day: day(list.firstDay) })}</p>
      <Fields list={list} text={text.value} onChange={(next) => (text.value = next)} />
      <label class="field">
        <span>{say.text}</span>
        <textarea
          class="yaml"
          rows={8}
          spellcheck={false}
          value={text.value}
          onInput={(event) => (text.value = event.currentTarget.value)}
        />
        <small>{say.textSaid}</small>
      </label>
      <label class="field">
        <span>{say.replayMonths}</span>
        <select value={months.value} onChange={(event) => (months.value = Number(event.currentTarget.value))}>
          {spans.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
      <DryRun
        key={`replay ${months.value} ${text.value}`}
        say={say.replay}
        look={() => tariffsClient.replay({ text: text.value, ...span })}
        show={(seen) => <TariffReplayed seen={seen} list={list} />}
        worth={() => false}
        act={() => tariffsClient.replay({ text: text.value, ...span })}
        onDone={() => undefined}
      />
      <DryRun
        key={text.value}
        say={say.add}
        look={() => tariffsClient.send({ text: text.value, dryRun: true })}
        show={(seen) => <Typical seen={seen} list={list} />}
        worth={() => true}
        act={() => tariffsClient.send({ text: text.value, dryRun: false })}
        onDone={({ tariff }) => {
          added.value = tariff.from;
          onAdded();
        }}
      />
      {added.value !== null && <p role="status">{say.added({ day: day(added.value) })}</p>}
    </Panel>
  );
}

type FieldsProps = { readonly list: TariffList; readonly text: string; onChange(text: string): void };

function Fields({ list, text, onChange }: FieldsProps) {
  const { tariffs: say } = words.value;
  const put = (key: string) => (event: { readonly currentTarget: { readonly value: string } }) =>
    onChange(writeLine(text, [key, event.currentTarget.value.trim()]));
  return (
    <div class="payment-fields">
      <label>
        {say.fields.pool}
        <select value={readLine(text, 'pool')} onChange={put('pool')}>
          {list.pools.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say.fields.from}
        <input type="date" min={list.firstDay} value={readLine(text, 'from')} onInput={put('from')} />
      </label>
      <label>
        {say.fields.clock}
        <select value={readLine(text, 'clock')} onChange={put('clock')}>
          {clocks.map((one) => (
            <option key={one} value={one}>
              {say.clocks[one]}
            </option>
          ))}
        </select>
      </label>
      {prices.map((key) => (
        <label key={key}>
          {say.fields[key]}
          <input inputmode="decimal" maxlength={16} value={readLine(text, key)} onChange={put(key)} />
        </label>
      ))}
      {caps.map((key) => (
        <label key={key}>
          {say.fields[key]}
          <input
            inputmode="decimal"
            maxlength={16}
            value={readCap(text, key)}
            onChange={(event) => onChange(writeCap(text, [key, event.currentTarget.value.trim()]))}
          />
        </label>
      ))}
    </div>
  );
}

function Typical({ seen, list }: { readonly seen: TariffChecked; readonly list: TariffList }) {
  const { tariffs: say } = words.value;
  return (
    <table>
      <caption>{say.typical}</caption>
      <tbody>
        {seen.typical.map(({ use, beforeMinor, afterMinor }) => (
          <tr key={use}>
            <th scope="row">{say.uses[use]}</th>
            <td>{amountOf(beforeMinor, list)}</td>
            <td>
              <b>{amountOf(afterMinor, list)}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
