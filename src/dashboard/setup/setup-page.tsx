// What is missing so that browsers trust this gateway, and the lines of officina.yaml that mend it.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Problem } from '../../contract/people.ts';
import type { SetupView } from '../../contract/setup.ts';
import { signInClient } from '../account/sign-in-client.ts';
import { can } from '../can.ts';
import { CopyCommand } from '../frame/copy-command.tsx';
import { Panel } from '../frame/panel.tsx';
import { ProblemText } from '../frame/problem-text.tsx';
import { Icon } from '../look/icon.tsx';
import { atWork, person, words } from '../store.ts';

export function SetupPage() {
  const { setup: say } = words.value;
  const view = useSignal<SetupView | null>(null);
  const problem = useSignal<Problem | null>(null);
  const allowed = can('see-setup', { self: person.value, live: true });
  const reachable = atWork.value;
  useEffect(() => {
    if (!allowed || !reachable) return;
    void signInClient.setup().then((answer) => {
      if (answer.ok) view.value = answer.value;
      problem.value = answer.ok ? null : answer.problem;
    });
  }, [allowed, reachable, view, problem]);

  const known = view.value;
  return (
    <main class="page page-narrow setup">
      <header>
        <h1>{say.title}</h1>
        <p class="hint">{say.said}</p>
      </header>
      {!allowed && <p class="empty">{say.refused}</p>}
      <ProblemText problem={problem.value} />
      {known !== null && (
        <>
          <AddressPanel view={known} />
          <PartsPanel view={known} />
          <ProviderPanel provider={known.provider} />
        </>
      )}
    </main>
  );
}

function AddressPanel({ view: { address, from } }: { readonly view: SetupView }) {
  const { setup: say } = words.value;
  const opened = window.location.origin;
  return (
    <Panel title={say.address}>
      <p>
        {address !== null && <strong>{address}</strong>} {say.from[from]}
      </p>
      {address !== null && address !== opened && (
        <p class="hint">
          {say.openedElsewhere({ opened })} <a href={`${address}/#/setup`}>{address}</a>
        </p>
      )}
      {!window.isSecureContext && <p class="hint">{say.notSecure}</p>}
    </Panel>
  );
}

function PartsPanel({ view: { parts, lines } }: { readonly view: SetupView }) {
  const { setup: say } = words.value;
  const missing = [...new Set(parts.flatMap((part) => part.missing))];
  return (
    <Panel title={say.parts}>
      <ul class="badge-list">
        {parts.map(({ what, ready, missing: lacks }) => (
          <li key={what} class="badge-row key-row">
            <p class="badge-name">
              <Icon name={ready ? 'circle-check' : 'triangle-alert'} />
              <span>
                {say.part[what]}: {ready ? (lacks.length > 0 ? say.readyHere : say.ready) : say.notReady}
                <small>{say.partSaid[what]}</small>
              </span>
            </p>
          </li>
        ))}
      </ul>
      {missing.length > 0 && (
        <>
          <h3>{say.missing}</h3>
          <ul class="missing">
            {missing.map((one) => (
              <li key={one}>{say.lacks[one]}</li>
            ))}
          </ul>
        </>
      )}
      {lines !== null && <Lines text={lines} said={say.lines} />}
    </Panel>
  );
}

function ProviderPanel({ provider: { label, back, lines } }: { readonly provider: SetupView['provider'] }) {
  const { setup: say } = words.value;
  return (
    <Panel title={say.provider}>
      <p>{label === null ? say.noProvider : say.hasProvider({ label })}</p>
      {lines !== null && <Lines text={lines} said={say.providerLines} />}
      {back !== null && (
        <>
          <p>{say.back}</p>
          <CopyCommand command={back} />
        </>
      )}
    </Panel>
  );
}

/** Of officina.yaml; the gateway reads it at its next start. */
function Lines({ text, said }: { readonly text: string; readonly said: string }) {
  return (
    <>
      <p>{said}</p>
      <CopyCommand command={text.trimEnd()} label="officina.yaml" />
      <p class="hint">{words.value.setup.restart}</p>
    </>
  );
}
