// Sells a pack and tops a wallet up, or pays back from it, at the desk. A press counts once: its key stays the same until it
// has an answer, so that a lost answer does not take the money twice.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { PackList, SaleRequest, WalletRequest } from '../../contract/allowances.ts';
import type { Problem } from '../../contract/people.ts';
import { type Answer, client } from '../client.ts';
import { formatAmount } from '../format.ts';
import { Panel } from '../frame/panel.tsx';
import { ProblemText } from '../frame/problem-text.tsx';
import { ceilingOf } from '../machine/own-money.ts';
import { atWork, place, words } from '../store.ts';

type Way = SaleRequest['paidBy'];

export type DeskPaymentsProps = { readonly member: string; readonly onDone: () => void };

export function DeskPayments({ member, onDone }: DeskPaymentsProps) {
  const { desk: say } = words.value.allowances;
  const sold = useSignal<PackList | null>(null);
  const news = useSignal('');
  const problem = useSignal<Problem | null>(null);
  const key = useSignal(newKey());
  useEffect(() => {
    void client.packs().then((answer) => {
      sold.value = answer.ok ? answer.value : null;
    });
  }, [sold]);

  async function act(ask: (key: string) => Promise<Answer<unknown>>, done: string): Promise<void> {
    news.value = '';
    const answer = await ask(key.value);
    problem.value = answer.ok ? null : answer.problem;
    // A refusal moved nothing; only what nobody knows of is asked again under the same key.
    if (answer.ok || answer.problem.status < 500) key.value = newKey();
    if (!answer.ok) return;
    news.value = done;
    onDone();
  }
  const packs = sold.value;
  return (
    <Panel title={say.title}>
      <p class="news" role="status">
        {news.value}
      </p>
      <ProblemText problem={problem.value} />
      {packs?.packs.length === 0 && <p class="hint">{say.noPacks}</p>}
      {packs !== null && packs.packs.length > 0 && (
        <SaleForm
          list={packs}
          sell={(pack, paidBy) => act((sale) => client.sellPack(pack, { sale, member, paidBy }), say.sold)}
        />
      )}
      {packs !== null && (
        <WalletForm
          digits={packs.digits}
          move={(move) => act((one) => client.moveWallet(member, { ...move, key: one }), say.done)}
        />
      )}
    </Panel>
  );
}

/** Not `randomUUID`, which pages without TLS do not have. */
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

type SaleFormProps = {
  readonly list: PackList;
  readonly sell: (pack: string, paidBy: Way) => Promise<void>;
};

function SaleForm({ list, sell }: SaleFormProps) {
  const { desk: say } = words.value.allowances;
  const pack = useSignal(list.packs[0]?.pack ?? '');
  const way = useSignal<Way>('cash');
  const working = useSignal(false);
  const { currency, digits } = list;
  const price = (minor: string): string =>
    formatAmount({ minor, digits, currency, locale: place.value.locale });
  return (
    <form
      class="row-form"
      onSubmit={(event) => {
        event.preventDefault();
        working.value = true;
        void sell(pack.value, way.value).finally(() => (working.value = false));
      }}
    >
      <label class="field">
        <span>{say.pack}</span>
        <select value={pack.value} onChange={(event) => (pack.value = event.currentTarget.value)}>
          {list.packs.map((one) => (
            <option key={one.pack} value={one.pack}>
              {say.packFor({ name: one.name, price: price(one.price) })}
            </option>
          ))}
        </select>
      </label>
      <WayField
        ways={['cash', 'bank', 'account']}
        value={way.value}
        onChoose={(next) => (way.value = next)}
      />
      <button type="submit" class="primary" disabled={working.value || !atWork.value}>
        {say.sell}
      </button>
    </form>
  );
}

type WalletFormProps = {
  readonly digits: number;
  readonly move: (move: Omit<WalletRequest, 'key'>) => Promise<void>;
};

function WalletForm({ digits, move }: WalletFormProps) {
  const { desk: say } = words.value.allowances;
  const typed = useSignal('');
  const way = useSignal<Way>('cash');
  const wrong = useSignal(false);
  const working = useSignal(false);
  const submit = (kind: WalletRequest['kind']): void => {
    const minor = ceilingOf(typed.value, digits);
    wrong.value = !minor;
    if (!minor || way.value === 'account') return;
    working.value = true;
    void move({ kind, minor, paidBy: way.value }).finally(() => {
      working.value = false;
      typed.value = '';
    });
  };
  const locked = working.value || !atWork.value;
  return (
    <form
      class="row-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit('top-up');
      }}
    >
      <label class="field">
        <span>{say.amount}</span>
        <input
          inputMode="decimal"
          maxLength={12}
          value={typed.value}
          aria-invalid={wrong.value}
          onInput={(event) => {
            typed.value = event.currentTarget.value;
            wrong.value = false;
          }}
        />
        {wrong.value && (
          <small class="mistake" role="alert">
            {say.amountWrong}
          </small>
        )}
      </label>
      <WayField ways={['cash', 'bank']} value={way.value} onChoose={(next) => (way.value = next)} />
      <button type="submit" class="primary" disabled={locked}>
        {say.topUp}
      </button>
      <button type="button" disabled={locked} onClick={() => submit('refund')}>
        {say.refund}
      </button>
    </form>
  );
}

type WayFieldProps = {
  readonly ways: readonly Way[];
  readonly value: Way;
  readonly onChoose: (way: Way) => void;
};

function WayField({ ways, value, onChoose }: WayFieldProps) {
  const { desk: say } = words.value.allowances;
  return (
    <label class="field">
      <span>{say.paid}</span>
      <select
        value={value}
        onChange={(event) => onChoose(ways.find((way) => way === event.currentTarget.value) ?? 'cash')}
      >
        {ways.map((way) => (
          <option key={way} value={way}>
            {say.ways[way]}
          </option>
        ))}
      </select>
    </label>
  );
}
