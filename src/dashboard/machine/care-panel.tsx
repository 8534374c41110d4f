// The care of a machine: its hours, what its parts need, problems that stand open, and who did what. Asked for anew while the
// page is open, and at once when the board says that something changed.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { MachineCard } from '../../contract/board.ts';
import type { CareView } from '../../contract/care.ts';
import { can } from '../can.ts';
import { client } from '../client.ts';
import { atWork, person, place, words } from '../store.ts';
import { CareForm } from './care-form.tsx';
import { CareLog } from './care-log.tsx';
import { CareParts, hoursText } from './care-parts.tsx';
import { CareProblems } from './care-problems.tsx';
import { ControllerHours } from './controller-hours.tsx';
import { ProblemForm } from './problem-form.tsx';

const askEveryMs = 30_000;

export function CarePanel({ card }: { readonly card: MachineCard }) {
  const { care, ask } = useCare(card);
  const form = useSignal<'none' | 'problem' | 'care'>('none');
  const { care: say } = words.value;
  const mayReport = can('report-problem', { self: person.value, live: true });
  const done = () => {
    form.value = 'none';
    void ask();
  };
  const cancel = () => {
    form.value = 'none';
  };
  return (
    <section class="care" aria-labelledby="care-title">
      <header>
        <h2 id="care-title">{say.title}</h2>
        {mayReport && form.value === 'none' && (
          <p class="care-acts">
            <button type="button" disabled={!atWork.value} onClick={() => (form.value = 'problem')}>
              {say.report}
            </button>
            <button type="button" class="link" disabled={!atWork.value} onClick={() => (form.value = 'care')}>
              {say.give}
            </button>
          </p>
        )}
      </header>
      {form.value === 'problem' && <ProblemForm machine={card.id} onDone={done} onCancel={cancel} />}
      {form.value === 'care' && care !== null && <CareForm care={care} onDone={done} onCancel={cancel} />}
      {care === null ? (
        <p class="empty">{say.away}</p>
      ) : (
        <CareFacts card={card} care={care} onChange={() => void ask()} />
      )}
    </section>
  );
}

type Facts = { readonly card: MachineCard; readonly care: CareView; readonly onChange: () => void };

function CareFacts({ card, care, onChange }: Facts) {
  const { care: say } = words.value;
  const { hours } = care;
  const rows = [
    [say.clocks.operating, hoursText(hours.operatingMs)],
    [say.clocks.working, hoursText(hours.workingMs)],
    [say.clocks.loaded, hoursText(hours.loadedMs)],
    ...(hours.laserOnMs === undefined ? [] : [[say.clocks.laserOn, hoursText(hours.laserOnMs)]]),
    ...(hours.spindleOnMs === undefined ? [] : [[say.clocks.spindleOn, hoursText(hours.spindleOnMs)]]),
    [say.jobs, new Intl.NumberFormat(place.value.locale).format(hours.jobs)],
  ];
  return (
    <>
      <CareProblems care={care} onChange={onChange} />
      <div class="care-hours">
        <h3>{say.hours}</h3>
        <dl>
          {rows.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p class="hint">{say.hoursHint}</p>
      </div>
      <ControllerHours card={card} />
      {care.parts.length > 0 && <CareParts parts={care.parts} />}
      <CareLog care={care} />
    </>
  );
}

/** Null until it was told for the first time; what was told stays while the gateway is away. */
function useCare({ id, care: mark }: MachineCard) {
  const care = useSignal<CareView | null>(null);
  async function ask(): Promise<void> {
    const answer = await client.care(id);
    if (answer.ok) care.value = answer.value;
  }
  useEffect(() => {
    void ask();
    const timer = window.setInterval(() => void ask(), askEveryMs);
    return () => window.clearInterval(timer);
  }, [id, mark.problem, mark.serviceOver]);
  return { care: care.value?.machine === id ? care.value : null, ask };
}
