// A command or a line of a file as it is typed, with a button that copies it. Browsers copy only on HTTPS and localhost;
// elsewhere the text is selected, so that Ctrl C takes it.

import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Icon } from '../look/icon.tsx';
import { words } from '../store.ts';

type Props = {
  readonly command: string;
  /** What it is, where the command itself is nothing to read out. */
  readonly label?: string;
};

export function CopyCommand({ command, label = command }: Props) {
  const { devices: say } = words.value;
  const done = useSignal<'copied' | 'selected' | null>(null);
  const code = useRef<HTMLElement>(null);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(command);
      done.value = 'copied';
    } catch {
      if (code.current !== null) window.getSelection()?.selectAllChildren(code.current);
      done.value = 'selected';
    }
  }

  return (
    <div class="command">
      <code ref={code}>{command}</code>
      <button type="button" aria-label={say.copyOf({ command: label })} onClick={() => void copy()}>
        <Icon name="copy" />
        {say.copy}
      </button>
      <small role="status">{done.value === null ? '' : say[done.value]}</small>
    </div>
  );
}
