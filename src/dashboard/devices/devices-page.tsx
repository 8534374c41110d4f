// Readers and switches for whoever looks after them, asked for again and again while the page is open. Each block is a
// panel of its own, the most urgent first.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { DeviceView } from '../../contract/devices.ts';
import type { Problem } from '../../contract/people.ts';
import { can } from '../can.ts';
import { client } from '../client.ts';
import { Panel } from '../frame/panel.tsx';
import { ProblemText } from '../frame/problem-text.tsx';
import { atWork, person, unassignedTurn, words } from '../store.ts';
import { DeviceCard } from './device-card.tsx';
import { NewcomersPanel } from './newcomers-panel.tsx';

/** Devices tell of themselves every few seconds at most. */
const refreshMs = 5_000;

export function DevicesPage() {
  const { devices: say } = words.value;
  const { known, problem } = useDevices();
  if (!can('see-devices', { self: person.value, live: true }))
    return <main class="page">{say.notYours}</main>;
  return (
    <main class="page devices">
      <h1>{say.title}</h1>
      <ProblemText problem={problem} />
      {known !== null && (
        <>
          <NewcomersPanel />
          <DevicePanel title={say.readers} devices={known.filter(({ role }) => role === 'reader')} />
          <DevicePanel title={say.switches} devices={known.filter(({ role }) => role === 'switch')} />
        </>
      )}
    </main>
  );
}

type DevicePanelProps = { readonly title: string; readonly devices: readonly DeviceView[] };

function DevicePanel({ title, devices }: DevicePanelProps) {
  const { devices: say } = words.value;
  return (
    <Panel title={title}>
      {devices.length === 0 && <p class="hint">{say.none}</p>}
      <ul class="device-list">
        {devices.map((device) => (
          <li key={device.id}>
            <DeviceCard device={device} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function useDevices() {
  const known = useSignal<readonly DeviceView[] | null>(null);
  const problem = useSignal<Problem | null>(null);
  const may = can('see-devices', { self: person.value, live: atWork.value });
  // One that was assigned leaves that list and stands in this one.
  const turn = unassignedTurn.value;
  useEffect(() => {
    if (!may) return;
    const load = () =>
      void client.devices().then((answer) => {
        if (answer.ok) known.value = answer.value;
        problem.value = answer.ok ? null : answer.problem;
      });
    load();
    const timer = window.setInterval(load, refreshMs);
    return () => window.clearInterval(timer);
  }, [may, turn, known, problem]);
  return { known: known.value, problem: problem.value };
}
