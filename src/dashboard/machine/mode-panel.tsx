// The mode of a machine with a note and a picture, for stewards. What was typed stays until it is taken.

import { useSignal } from '@preact/signals';
import type { MachineCard } from '../../contract/board.ts';
import type { ModeRequest } from '../../contract/requests.ts';
import { client } from '../client.ts';
import { AskTwice } from '../frame/ask-twice.tsx';
import { words } from '../store.ts';

type Mode = ModeRequest['mode'];

/** Each of them, in the order in which they are offered; the compiler asks for a new one. */
const offered: Readonly<Record<Mode, true>> = {
  production: true,
  setup: true,
  maintenance: true,
  'out-of-order': true,
  retired: true,
};
const modes = Object.keys(offered) as Mode[];

/** A panel for each decision: when one is made, the next begins afresh. */
export function ModePanel({ card }: { readonly card: MachineCard }) {
  return <ModeForm key={`${card.mode} ${card.decided?.since}`} card={card} />;
}

function ModeForm({ card }: { readonly card: MachineCard }) {
  const mode = useSignal<Mode>(card.mode);
  const note = useSignal(card.decided?.note ?? '');
  const picture = useSignal<File | null>(null);
  const made = useSignal(0);
  const { decisions, facts } = words.value;
  const { mode: say } = decisions;

  async function act() {
    const photo = picture.value === null ? null : await base64Of(picture.value);
    return client.setMode(card.id, { mode: mode.value, note: note.value.trim() || null, photo });
  }
  return (
    <AskTwice key={made.value} say={say} look="link" act={act} onDone={() => (made.value += 1)}>
      <label class="field">
        <span>{say.mode}</span>
        <select value={mode.value} onChange={(event) => (mode.value = event.currentTarget.value as Mode)}>
          {modes.map((one) => (
            <option key={one} value={one}>
              {facts[`mode.${one}`] ?? one}
            </option>
          ))}
        </select>
      </label>
      <label class="field field-wide">
        <span>{say.note}</span>
        <input
          value={note.value}
          maxLength={500}
          autocomplete="off"
          onInput={(event) => (note.value = event.currentTarget.value)}
        />
        <small>{say.noteHint}</small>
      </label>
      <label class="field field-wide">
        <span>{say.photo}</span>
        <input
          type="file"
          accept="image/jpeg,image/png"
          onChange={(event) => (picture.value = event.currentTarget.files?.[0] ?? null)}
        />
        <small>{say.photoHint}</small>
      </label>
      <p>{say.ends}</p>
    </AskTwice>
  );
}

/** In slices: an argument for each byte of a picture would be too many. */
async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const slice = 8192;
  let text = '';
  for (let at = 0; at < bytes.length; at += slice)
    text += String.fromCharCode(...bytes.subarray(at, at + slice));
  return btoa(text);
}
