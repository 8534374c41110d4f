// Writing down what was done for a machine: any member what they cleaned or checked, a steward all of it.

import { useSignal } from '@preact/signals';
import type { CareReport, CareView } from '../../contract/care.ts';
import { can } from '../can.ts';
import { client } from '../client.ts';
import { person, words } from '../store.ts';
import { CareSheet } from './care-sheet.tsx';

type Kind = CareReport['kind'];
type Draft = { readonly kind: Kind; readonly part: string; readonly minutes: string; readonly note: string };

const forMembers: readonly Kind[] = ['cleaned', 'checked'];
const forStewards: readonly Kind[] = ['cleaned', 'checked', 'serviced', 'repaired', 'replaced'];

type Props = { readonly care: CareView; readonly onDone: () => void; readonly onCancel: () => void };

export function CareForm({ care, onDone, onCancel }: Props) {
  const draft = useSignal<Draft>({ kind: 'cleaned', part: '', minutes: '10', note: '' });
  const { care: say } = words.value;

  function send() {
    const { kind, part, minutes, note } = draft.value;
    const worked = Math.min(1_440, Math.max(0, Math.trunc(Number(minutes)) || 0));
    const given = { kind, minutes: worked, part: part === '' ? null : part };
    return client.giveCare(care.machine, { ...given, note: note.trim() === '' ? null : note });
  }

  return (
    <CareSheet title={say.giveTitle} submit={say.save} isReady send={send} {...{ onDone, onCancel }}>
      <CareFields care={care} draft={draft.value} onDraft={(typed) => (draft.value = typed)} />
    </CareSheet>
  );
}

type Fields = {
  readonly care: CareView;
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
};

function CareFields({ care, draft, onDraft }: Fields) {
  const { care: say } = words.value;
  const kinds = can('give-care', { self: person.value, live: true }) ? forStewards : forMembers;
  return (
    <div class="care-fields">
      <label class="field">
        <span>{say.deed}</span>
        <select
          value={draft.kind}
          onChange={(event) => onDraft({ ...draft, kind: event.currentTarget.value as Kind })}
        >
          {kinds
            .filter((kind) => kind !== 'replaced' || care.parts.length > 0)
            .map((kind) => (
              <option key={kind} value={kind}>
                {say.deeds[kind]}
              </option>
            ))}
        </select>
      </label>
      {care.parts.length > 0 && (
        <label class="field">
          <span>{say.part}</span>
          <select
            value={draft.part}
            onChange={(event) => onDraft({ ...draft, part: event.currentTarget.value })}
          >
            <option value="">{say.wholeMachine}</option>
            {care.parts.map(({ part, name }) => (
              <option key={part} value={part}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label class="field">
        <span>{say.minutes}</span>
        <input
          type="number"
          min={0}
          max={1440}
          value={draft.minutes}
          onInput={(event) => onDraft({ ...draft, minutes: event.currentTarget.value })}
        />
      </label>
      <label class="field care-wide">
        <span>{say.note}</span>
        <input
          value={draft.note}
          maxLength={500}
          autocomplete="off"
          onInput={(event) => onDraft({ ...draft, note: event.currentTarget.value })}
        />
      </label>
    </div>
  );
}
