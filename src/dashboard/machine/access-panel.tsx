// Whether the member who looks may use this machine now, why not, and what would help. The gateway says so, in the language of
// the space; it is asked again whenever the machine changes hands and once a minute, since hours and days pass.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { AccessView } from '../../contract/access.ts';
import type { MachineCard } from '../../contract/board.ts';
import { can } from '../can.ts';
import { client } from '../client.ts';
import { Panel } from '../frame/panel.tsx';
import { Icon } from '../look/icon.tsx';
import { atWork, nowMs, person, words } from '../store.ts';

/** What stands against everybody is the state of the machine, which the head of its page tells in the same words. */
const toldAbove: ReadonlySet<string> = new Set([
  ...['machine-locked', 'machine-out-of-order', 'machine-retired', 'machine-in-maintenance'],
  ...['machine-in-use', 'machine-ending', 'machine-problem', 'machine-latched'],
  ...['monitor-bad', 'monitor-silent', 'self-check-failed'],
]);

export function AccessPanel({ card }: { readonly card: MachineCard }) {
  const { access: say } = words.value;
  const known = useSignal<AccessView | 'waiting' | null>('waiting');
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
  if (!allowed || access === null || card.session?.mine) return null;
  if (access === 'waiting') return <Waiting />;
  const isToldAbove = access.code !== null && toldAbove.has(access.code);
  return (
    <Panel title={say.title}>
      <p class="access-word" data-may={access.may}>
        <Icon name={access.may ? 'circle-check' : 'lock'} />
        <b>{access.may ? (access.bypassed.length > 0 ? say.past : say.yes) : say.no}</b>
      </p>
      {access.sentence !== null && !isToldAbove && <p>{access.sentence}</p>}
      {access.remedy !== null && <p>{access.remedy}</p>}
      {access.lessons.map(
        ({ certificate, name, sessions, needed }) =>
          needed !== null && (
            <p key={certificate} class="hint">
              {say.lesson({ name, sessions, needed })}
            </p>
          ),
      )}
    </Panel>
  );
}

/** Keeps its place, so that nothing below jumps away from a finger when the answer comes. */
function Waiting() {
  return (
    <Panel title={words.value.access.title}>
      <p class="access-word">…</p>
    </Panel>
  );
}
