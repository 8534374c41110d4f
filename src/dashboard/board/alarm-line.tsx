// An alarm about a switch: what is so, since when, what to do, and the answer of a steward. On a wall, where nobody has
// hands, only what is so.

import { useSignal } from '@preact/signals';
import type { AlarmAnswer, AlarmView } from '../../contract/alarms.ts';
import type { Problem } from '../../contract/people.ts';
import { can } from '../can.ts';
import { client } from '../client.ts';
import { formatSince } from '../format.ts';
import { ProblemText } from '../frame/problem-text.tsx';
import { Icon } from '../look/icon.tsx';
import { pages } from '../paths.ts';
import { atWork, layout, nowMs, person, place, words } from '../store.ts';

type Props = {
  readonly alarm: AlarmView /** Of the machine; null when the switch feeds none. */;
  readonly name: string | null;
};

export function AlarmLine({ alarm, name }: Props) {
  const { alarms: say, exceptions } = words.value;
  const time = timeOf(alarm.since);
  const { title, sentence } = say.codes[alarm.code];
  const isWall = layout.value === 'wall';
  const head = (
    <>
      <Icon name="power" />
      <span>
        <b>{name ?? say.switchName({ id: alarm.switch })}</b>{' '}
        {isWall ? exceptions.at({ state: title, time }) : exceptions.since({ state: title, time })}
      </span>
    </>
  );
  return (
    <div class="alarm-line">
      {alarm.machine === null ? <p>{head}</p> : <a href={pages.machine(alarm.machine)}>{head}</a>}
      {!isWall && <p class="alarm-do">{alarm.answered === null ? sentence : answeredText(alarm.answered)}</p>}
      {!isWall && alarm.answered === null && <Answers alarm={alarm} name={name ?? alarm.switch} />}
    </div>
  );
}

const answers: readonly AlarmAnswer['what'][] = ['seen', 'mended', 'false-alarm'];

/** The strip itself shows the result, when the gateway has written it down. */
function Answers({ alarm, name }: { readonly alarm: AlarmView; readonly name: string }) {
  const working = useSignal(false);
  const problem = useSignal<Problem | null>(null);
  const { alarms: say } = words.value;
  if (!can('answer-alarm', { self: person.value, live: true })) return null;

  async function send(what: AlarmAnswer['what']): Promise<void> {
    working.value = true;
    const answer = await client.answerAlarm(alarm.alarm, { what });
    problem.value = answer.ok ? null : answer.problem;
    working.value = false;
  }

  return (
    <div class="alarm-answers">
      <fieldset aria-label={say.answerRow({ title: say.codes[alarm.code].title, machine: name })}>
        {answers.map((what) => (
          <button
            key={what}
            type="button"
            disabled={working.value || !atWork.value}
            onClick={() => void send(what)}
          >
            {say.answers[what]}
          </button>
        ))}
      </fieldset>
      <ProblemText problem={problem.value} />
    </div>
  );
}

function answeredText({ by, at }: NonNullable<AlarmView['answered']>): string {
  const { alarms: say, usage } = words.value;
  return by === null
    ? say.seen({ time: timeOf(at) })
    : say.seenBy({ who: usage.doers[by] ?? by, time: timeOf(at) });
}

const timeOf = (at: string): string =>
  formatSince(Date.parse(at), { nowMs: nowMs.value, place: place.value });
