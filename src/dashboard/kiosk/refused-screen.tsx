// Not yet, and why: what is asked in the order in which it is asked, what of it is kept, what is not, and what was not
// reached. The remedy that can be had here is the big button.

import type { KioskVisit } from '../../contract/kiosk.ts';
import { formatTime } from '../format.ts';
import { Icon } from '../look/icon.tsx';
import type { IconName } from '../look/icons.ts';
import { Key } from './key.tsx';
import { place } from './kiosk-store.ts';
import { kioskWords } from './kiosk-words.ts';
import { act, home, refresh, step, say as tell } from './person.ts';
import { ProblemLine } from './problem-line.tsx';

/** A ticket helps against these, where the machine is used in turn. */
const waitedFor: ReadonlySet<string> = new Set([
  'machine-in-use',
  'machine-ending',
  'machine-called',
  'machine-booked',
]);

export function RefusedScreen({ person }: { readonly person: KioskVisit }) {
  const { refused: say } = kioskWords.value;
  const { access, queue } = person;
  const mine = queue?.mine ?? null;
  const canQueue = queue !== null && mine === null && access.code !== null && waitedFor.has(access.code);

  async function takeTicket(): Promise<void> {
    const answer = await act((as) => as.start({ costCode: null, ceilingMinor: null }));
    if (answer === null) return;
    tell(answer.text, { isNo: answer.outcome === 'refused' });
    if (answer.outcome === 'granted') home();
    else await refresh();
  }

  return (
    <section class="refused" aria-label={say.title}>
      <div class="reasons">
        <h1>{say.title}</h1>
        <p class="call">{access.sentence}</p>
        <p>{access.remedy}</p>
        {mine?.place != null && <p>{say.place({ place: mine.place })}</p>}
        {mine?.latestStart != null && (
          <p>{say.latest({ time: formatTime(Date.parse(mine.latestStart), place.value) })}</p>
        )}
        <ProblemLine />
      </div>
      <Conditions person={person} />
      <div class="keys keys-two">
        <Key label={say.report} icon="flag" kind="quiet" onPress={() => (step.value = 'report')} />
        {canQueue ? (
          <Key label={say.ticket} icon="ticket" kind="primary" onPress={() => void takeTicket()} />
        ) : (
          <Key label={kioskWords.value.back} kind="plain" onPress={home} />
        )}
      </div>
    </section>
  );
}

type Met = 'passed' | 'failed' | 'past' | 'unreached';
const marks: Readonly<Record<Met, IconName>> = {
  passed: 'check',
  failed: 'x',
  past: 'check',
  unreached: 'minus',
};

function Conditions({ person: { access } }: { readonly person: KioskVisit }) {
  const { refused: say } = kioskWords.value;
  const first = access.rules.findIndex(({ ok, bypassed }) => !ok && !bypassed);
  return (
    <ol class="conditions" aria-label={say.conditions}>
      {access.rules.map(({ rule, asks, ok, bypassed }, place) => {
        const met: Met =
          first >= 0 && place > first ? 'unreached' : ok ? 'passed' : bypassed ? 'past' : 'failed';
        return (
          <li key={rule} class={`met-${met}`}>
            <Icon name={marks[met]} />
            <span>{asks}</span>
            <span class="unseen">{say[met]}</span>
          </li>
        );
      })}
    </ol>
  );
}
