// A code with which one device may come in, large enough to be typed from across the bench, with the minutes that it has
// left and what is typed beside it.

import { useSignal } from '@preact/signals';
import type { Problem } from '../../contract/people.ts';
import type { PairingMade } from '../../contract/unassigned.ts';
import { client } from '../client.ts';
import { CopyCommand } from '../frame/copy-command.tsx';
import { ProblemText } from '../frame/problem-text.tsx';
import { atWork, nowMs, words } from '../store.ts';
import { CopyRows } from './copy-rows.tsx';

export function PairingCode() {
  const { newcomers: say } = words.value;
  const made = useSignal<PairingMade | null>(null);
  const problem = useSignal<Problem | null>(null);
  const working = useSignal(false);

  async function make(): Promise<void> {
    working.value = true;
    const answer = await client.openPairing();
    working.value = false;
    problem.value = answer.ok ? null : answer.problem;
    if (answer.ok) made.value = answer.value;
  }

  return (
    <div class="pairing">
      <ProblemText problem={problem.value} />
      {made.value !== null && <Shown made={made.value} />}
      <button
        type="button"
        class={made.value === null ? 'primary' : ''}
        disabled={working.value || !atWork.value}
        onClick={() => void make()}
      >
        {made.value === null ? say.makeCode : say.makeAnother}
      </button>
    </div>
  );
}

function Shown({ made: { code, expires, host, port, warning } }: { readonly made: PairingMade }) {
  const { newcomers: say } = words.value;
  const leftMs = Date.parse(expires) - nowMs.value;
  if (leftMs <= 0) {
    return (
      <p class="news" role="status">
        {say.codeOver}
      </p>
    );
  }
  const sign = `MqttUser pair; MqttPassword ${code}`;
  return (
    <>
      <div class="pairing-head">
        <output class="pairing-code" aria-label={say.code}>
          {code}
        </output>
        <p>
          {say.codeFor} {say.codeLeft({ minutes: Math.ceil(leftMs / 60_000) })}
        </p>
      </div>
      {warning !== null && <p class="problem">{say.warnings[warning]}</p>}
      <p>{say.codeType}</p>
      <CopyRows
        rows={[
          { label: say.host, value: host },
          { label: say.port, value: String(port) },
          { label: say.user, value: 'pair' },
          { label: say.password, value: code },
        ]}
      />
      <p>{say.codeTasmota}</p>
      <CopyCommand command={`Backlog MqttHost ${host}; MqttPort ${port}; ${sign}`} />
    </>
  );
}
