// The fields of a certificate that is about to be given: which, how well, until when, and to whom.

import type { Signal } from '@preact/signals';
import type { CertifyRequest } from '../../contract/certifications.ts';
import type { Member } from '../../contract/people.ts';
import { deskClient } from '../desk/desk-client.ts';
import { useAsked } from '../desk/use-asked.ts';
import { atWork, words } from '../store.ts';

type Level = NonNullable<CertifyRequest['level']>;
const levels: readonly Level[] = ['assist', 'operate', 'maintain', 'teach'];

export type CertifyDraft = { readonly certificate: string; readonly level: Level; readonly until: string };

type PickProps = {
  /** Keys of those who get it. */
  readonly chosen: Signal<readonly string[]>;
  readonly others: readonly Member[];
};
type Props = PickProps & {
  readonly draft: Signal<CertifyDraft>;
  /** What is still missing, as a sentence; null: nothing. */
  readonly lack: string | null;
  readonly working: boolean;
  /** Nobody is to be chosen. */
  readonly isOne: boolean;
  readonly onCheck: () => void;
};

export function CertifyFields({ draft, chosen, others, lack, working, isOne, onCheck }: Props) {
  const { certify: say } = words.value.people;
  const known = useAsked('certificates', deskClient.certificates).value?.certificates ?? [];
  return (
    <form
      class="certify"
      onSubmit={(event) => {
        event.preventDefault();
        onCheck();
      }}
    >
      <label class="field">
        <span>{say.certificate}</span>
        <select
          value={draft.value.certificate}
          onChange={({ currentTarget: { value } }) => (draft.value = { ...draft.value, certificate: value })}
        >
          <option value="">{say.choose}</option>
          {known.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{say.level}</span>
        <select
          value={draft.value.level}
          onChange={({ currentTarget: { value } }) =>
            (draft.value = { ...draft.value, level: levels.find((one) => one === value) ?? 'operate' })
          }
        >
          {levels.map((level) => (
            <option key={level} value={level}>
              {words.value.access.levels[level]}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{say.until}</span>
        <input
          type="date"
          value={draft.value.until}
          onInput={({ currentTarget: { value } }) => (draft.value = { ...draft.value, until: value })}
        />
        <small>{say.untilHint}</small>
      </label>
      {!isOne && <Pick chosen={chosen} others={others} />}
      {lack !== null && (
        <p class="mistake" role="alert">
          {lack}
        </p>
      )}
      <button type="submit" class="primary" disabled={working || !atWork.value}>
        {working ? say.checking : say.check}
      </button>
    </form>
  );
}

function Pick({ chosen, others }: PickProps) {
  const { certify: say } = words.value.people;
  return (
    <fieldset class="pick">
      <legend>{say.who}</legend>
      {others.map(({ member, name }) => (
        <label key={member}>
          <input
            type="checkbox"
            checked={chosen.value.includes(member)}
            onChange={({ currentTarget: { checked } }) =>
              (chosen.value = checked
                ? [...chosen.value, member]
                : chosen.value.filter((one) => one !== member))
            }
          />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
