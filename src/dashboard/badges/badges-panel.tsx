// The badges of one member: each may be reported lost, and a new one comes by a tap at a reader, where this person may do
// that. What became of it stands above them.

import { useSignal } from '@preact/signals';
import type { BadgeLost, BadgesAndPin } from '../../contract/badges.ts';
import type { DeviceView } from '../../contract/devices.ts';
import type { Problem } from '../../contract/people.ts';
import { type Answer, client } from '../client.ts';
import { Panel } from '../frame/panel.tsx';
import { ProblemText } from '../frame/problem-text.tsx';
import { atWork, words } from '../store.ts';
import { BadgeRow, type ShownBadge } from './badge-row.tsx';
import { HoldBadge } from './hold-badge.tsx';
import { machineNames } from './machine-names.ts';
import { ReaderField } from './reader-field.tsx';
import { useAwaitedBadge } from './use-awaited-badge.ts';

export type BadgesPanelProps = {
  readonly badges: BadgesAndPin;
  /** Where this person may enrol a badge for that member; null for none, and for one's own. */
  readonly enrol: { readonly member: string; readonly readers: readonly DeviceView[] } | null;
  readonly ask: () => Promise<Answer<BadgesAndPin>>;
  readonly lose: (badge: string, replaceAt: string | null) => Promise<Answer<BadgeLost>>;
  readonly onChanged: (badges: BadgesAndPin) => void;
};

export function BadgesPanel({ badges, enrol, ask, lose, onChanged }: BadgesPanelProps) {
  const { badges: say } = words.value.desk;
  const news = useSignal<string | null>(null);
  const awaited = useAwaitedBadge({
    ask,
    onEnd: ({ reader, tail, badges: after }) => {
      news.value = tail === null ? say.late({ reader }) : say.done({ tail });
      if (after !== null) onChanged(after);
    },
  });
  const known = new Set(badges.badges.map(({ badge }) => badge));
  const waiting = awaited.awaiting.value;

  async function lost(badge: ShownBadge, { ended, until }: BadgeLost, reader: string | null): Promise<void> {
    news.value =
      ended.length === 0
        ? say.gone({ tail: badge.tail })
        : say.goneEnds({ tail: badge.tail, machines: machineNames(ended) });
    if (reader !== null && until !== null) awaited.begin({ reader, until, known });
    onChanged({ ...badges, badges: badges.badges.filter((one) => one.badge !== badge.badge) });
  }

  return (
    <Panel title={say.title}>
      <p class="news" role="status">
        {news.value}
      </p>
      {badges.badges.length === 0 && <p class="hint">{say.none}</p>}
      <ul class="badge-list">
        {badges.badges.map((badge) => (
          <BadgeRow
            key={badge.badge}
            badge={badge}
            readers={enrol?.readers ?? []}
            own={enrol === null}
            lose={badges.changeable ? lose : null}
            onLost={(gone, answer, reader) => void lost(gone, answer, reader)}
          />
        ))}
      </ul>
      {waiting !== null && (
        <HoldBadge
          text={say.hold({ reader: waiting.reader })}
          why={say.holdWhy}
          untilMonoMs={waiting.untilMonoMs}
        />
      )}
      {waiting === null && badges.changeable && enrol !== null && (
        <EnrolForm
          {...enrol}
          onWaiting={(asked) => {
            news.value = null;
            awaited.begin({ ...asked, known });
          }}
        />
      )}
      {enrol === null && <p class="hint">{say.ask}</p>}
    </Panel>
  );
}

type EnrolProps = NonNullable<BadgesPanelProps['enrol']> & {
  readonly onWaiting: (asked: { reader: string; until: string }) => void;
};

function EnrolForm({ member, readers, onWaiting }: EnrolProps) {
  const { badges: say } = words.value.desk;
  const chosen = useSignal('');
  const working = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const first = readers.find(({ there }) => there) ?? readers[0];
  if (first === undefined) return <p class="hint">{say.noReaders}</p>;
  const reader = chosen.value === '' ? first.id : chosen.value;

  async function enrol(): Promise<void> {
    working.value = true;
    const answer = await client.awaitBadge(member, reader);
    working.value = false;
    problem.value = answer.ok ? null : answer.problem;
    if (answer.ok) onWaiting(answer.value);
  }

  return (
    <form
      class="row-form"
      onSubmit={(event) => {
        event.preventDefault();
        void enrol();
      }}
    >
      <ProblemText problem={problem.value} />
      <ReaderField
        label={say.reader}
        readers={readers}
        value={reader}
        onChoose={(id) => (chosen.value = id)}
      />
      <button type="submit" class="primary" disabled={working.value || !atWork.value}>
        {working.value ? say.enrolling : say.enrol}
      </button>
    </form>
  );
}
