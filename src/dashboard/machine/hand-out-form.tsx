// The fields of a material that is handed out. Who may not list the members types a handle and the id of the material.

import type { Member, Problem } from '../../contract/people.ts';
import type { PriceView } from '../../contract/price.ts';
import { formatRate } from '../format-rate.ts';
import { ProblemText } from '../frame/problem-text.tsx';
import { atWork, place, words } from '../store.ts';

export type HandOutDraft = { readonly member: string; readonly material: string; readonly amount: string };

export const emptyHandOut: HandOutDraft = { member: '', material: '', amount: '' };

type Props = {
  readonly draft: HandOutDraft;
  /** Null when they may not be listed. */
  readonly members: readonly Member[] | null;
  /** Null while nobody is chosen. */
  readonly price: PriceView | null;
  readonly problem: Problem | null;
  readonly working: boolean;
  readonly onDraft: (draft: HandOutDraft) => void;
  readonly onCheck: () => void;
  readonly onCancel: () => void;
};

export function HandOutForm(props: Props) {
  const { problem, working, onCheck, onCancel } = props;
  const { materials: say, usage } = words.value;
  return (
    <form
      class="use-form"
      onSubmit={(event) => {
        event.preventDefault();
        onCheck();
      }}
    >
      <p class="hint use-wide">{say.intro}</p>
      <ProblemText problem={problem} />
      <WhoField {...props} />
      <WhatField {...props} />
      <AmountField {...props} />
      <div class="use-buttons">
        <button type="button" onClick={onCancel}>
          {usage.cancel}
        </button>
        <button type="submit" class="primary" disabled={working || !atWork.value}>
          {working ? usage.checking : usage.check}
        </button>
      </div>
    </form>
  );
}

function WhoField({ draft, members, onDraft }: Props) {
  const { materials: say } = words.value;
  const choose = (member: string) => onDraft({ ...draft, member, material: '' });
  if (members === null)
    return (
      <IdField label={say.handle} value={draft.member} onType={(member) => onDraft({ ...draft, member })} />
    );
  return (
    <label class="field use-wide">
      <span>{say.member}</span>
      <select value={draft.member} required onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{say.choose}</option>
        {members.map(({ member, handle, name }) => (
          <option key={member} value={member}>
            {name} ({handle})
          </option>
        ))}
      </select>
    </label>
  );
}

function WhatField({ draft, members, price, onDraft }: Props) {
  const { materials: say } = words.value;
  const choose = (material: string) => onDraft({ ...draft, material });
  if (members === null) return <IdField label={say.materialId} value={draft.material} onType={choose} />;
  const listed = listOf(price);
  return (
    <label class="field">
      <span>{say.material}</span>
      <select value={draft.material} required onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{say.chooseMaterial}</option>
        {price !== null &&
          listed.map(({ id, name, unit, minor }) => (
            <option key={id} value={id}>
              {say.option({
                name,
                price: formatRate(minor, { ...price, locale: place.value.locale }),
                unit: words.value.price.units[unit] ?? unit,
              })}
            </option>
          ))}
      </select>
      {price !== null && listed.length === 0 && <small>{say.none}</small>}
    </label>
  );
}

function AmountField({ draft, price, onDraft }: Props) {
  const { materials: say } = words.value;
  const unit = listOf(price).find(({ id }) => id === draft.material)?.unit;
  return (
    <label class="field">
      <span>
        {unit === undefined ? say.amountPlain : say.amount({ unit: words.value.price.units[unit] ?? unit })}
      </span>
      <input
        value={draft.amount}
        required
        inputmode="decimal"
        maxLength={12}
        autocomplete="off"
        onInput={(event) => onDraft({ ...draft, amount: event.currentTarget.value })}
      />
      <small>{say.amountHint}</small>
    </label>
  );
}

const listOf = (price: PriceView | null) => price?.price?.materials ?? [];

type IdProps = { readonly label: string; readonly value: string; readonly onType: (text: string) => void };

function IdField({ label, value, onType }: IdProps) {
  return (
    <label class="field use-wide">
      <span>{label}</span>
      <input
        value={value}
        required
        pattern="[a-z0-9\-]{1,64}"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        onInput={(event) => onType(event.currentTarget.value)}
      />
    </label>
  );
}
