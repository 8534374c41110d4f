// Whether the member who looks may use this machine now, why not, and what would help. The gateway says so, in the language of
// the space; it is asked again whenever the machine changes hands and once a minute, since hours and days pass.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { AccessView } from '../../contract/access.ts';
import type { MachineCard } from '../../contract/board.ts';
import { can } from '../can.ts';
import { client } from '../client.ts';
import { Panel } from '../frame/panel.tsx';
import { atWork, nowMs, person, words } from '../store.ts';

export function AccessPanel({ card }: { readonly card: MachineCard }) {
  const { access: say } = words.value;
  const known = useSignal<AccessView | null>(null);
  const allowed = can('see-own', { self: person.value, live: atWork.value });
  const session = card.session === null ? '' : `${card.session.id} ${card.session.ending}`;
  const minute = Math.floor(nowMs.value / 60_000);

  useEffect(() => {
    if (!allowed) return;
    void client.access(card.id).then((answer) => {
      known.value = answer.ok ? answer.value : null;
    });
    // The two last ones are no part of the question: they say when to ask it again.
  }, [allowed, card.id, known, session, minute]);

  const access = known.value;
  if (!allowed || access === null || access.machine !== card.id) return null;
  return (
    <Panel title={say.title}>
      <p data-may={access.may}>
        <b>{access.may ? (access.bypassed.length > 0 ? say.past : say.yes) : say.no}</b>
      </p>
      {access.sentence !== null && <p>{access.sentence}</p>}
      {access.remedy !== null && <p class="hint">{access.remedy}</p>}
      {access.lessons.map(
        ({ certificate, name, sessions, needed }) =>
          needed !== null && (
            <p key={certificate} class="hint">
              {say.lesson(name, sessions, needed)}
            </p>
          ),
      )}
    </Panel>
  );
}
