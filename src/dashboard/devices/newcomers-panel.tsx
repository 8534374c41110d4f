// Devices that nobody has described yet, for whoever may assign them: the codes with which they come in, what they said, and
// the steps by which one is assigned. What was begun stays while the list below it changes.

import { useEffect, useRef } from 'preact/hooks';
import { can } from '../can.ts';
import { Panel } from '../frame/panel.tsx';
import { ProblemText } from '../frame/problem-text.tsx';
import { person, words } from '../store.ts';
import { AssignForm } from './assign-form.tsx';
import { AssignedDone, CheckLines } from './assign-steps.tsx';
import { KnownBoxes } from './known-boxes.tsx';
import { NewcomerCard } from './newcomer-card.tsx';
import { PairingCode } from './pairing-code.tsx';
import { type Assigning, useAssigning } from './use-assigning.ts';
import { useNewcomers } from './use-newcomers.ts';

export function NewcomersPanel() {
  const { newcomers: say } = words.value;
  const may = can('assign-device', { self: person.value, live: true });
  const { devices, boxes, problem } = useNewcomers(may);
  const assigning = useAssigning();
  if (!may || devices === null) return <ProblemText problem={may ? problem : null} />;
  const { step, open } = assigning;
  return (
    <Panel title={say.title}>
      <p class="hint">{say.intro}</p>
      <ProblemText problem={problem} />
      {step.step === 'list' ? <PairingCode /> : <Work assigning={assigning} />}
      <p class="waiting-count" role="status">
        {devices.length === 0 ? say.none : say.waiting({ count: devices.length })}
      </p>
      {devices.length > 0 && (
        <ul class="device-list">
          {devices.map((device) => (
            <li key={device.client}>
              <NewcomerCard device={device} isFree={step.step === 'list'} onAssign={open} />
            </li>
          ))}
        </ul>
      )}
      {boxes.length > 0 && <KnownBoxes boxes={boxes} isFree={step.step === 'list'} onAdd={open} />}
    </Panel>
  );
}

/** Takes the keys at each of its steps, since the button that led there is gone. */
function Work({ assigning }: { readonly assigning: Assigning }) {
  const { newcomers: say } = words.value;
  const { step } = assigning;
  const place = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    place.current?.focus();
    place.current?.scrollIntoView?.({ block: 'nearest' });
  }, [step.step]);
  if (step.step === 'list') return null;
  const { target, draft } = step;
  const title = target.isPart
    ? say.partForm({ client: target.client })
    : say.formOf({ client: target.client });
  return (
    <section class="assigning" aria-labelledby="assigning-title">
      <h3 id="assigning-title" ref={place} tabIndex={-1}>
        {step.step === 'done'
          ? say.done({ role: step.answer.device.role, id: step.answer.device.id })
          : title}
      </h3>
      {step.step === 'fill' && <AssignForm target={target} draft={draft} assigning={assigning} />}
      {step.step === 'check' && (
        <CheckLines
          lines={step.answer.lines}
          working={assigning.working}
          onBack={() => assigning.change({ target, draft })}
          onWrite={() => void assigning.ask({ target, draft }, false)}
        />
      )}
      {step.step === 'done' && <AssignedDone answer={step.answer} onClose={assigning.leave} />}
    </section>
  );
}
