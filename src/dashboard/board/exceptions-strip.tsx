// The strip of exceptions: always there, grey when nothing needs anybody, so that a change of it is seen.

import type { MachineCard } from '../../contract/board.ts';
import { can } from '../can.ts';
import { formatSince } from '../format.ts';
import { Icon } from '../look/icon.tsx';
import type { IconName } from '../look/icons.ts';
import { Plate } from '../look/plate.tsx';
import { pages } from '../paths.ts';
import { atWork, layout, live, nowMs, person, place, words } from '../store.ts';
import { AlarmLine } from './alarm-line.tsx';
import {
  callsOf,
  type Exception,
  exceptionsOf,
  heardCount,
  loudestOf,
  loudness,
  noticeText,
} from './exceptions.ts';

/** As many as stand on the two lines that a wall has for them. */
const wallRoom = 4;

export function ExceptionsStrip() {
  const { exceptions: say } = words.value;
  const all = exceptionsOf(live.value);
  const room = layout.value === 'wall' ? wallRoom : all.length;
  const loudest = loudestOf(all) ?? 'calm';
  const calls = layout.value === 'wall' ? callsOf(live.value) : [];
  return (
    <section class={`strip strip-${loudest}`} aria-label={say.title}>
      {all.length + calls.length === 0 ? (
        <Calm heard={heardCount(live.value)} />
      ) : (
        <ul>
          {pressing(all)
            .slice(0, room)
            .map((exception) => (
              <li key={keyOf(exception)} class={`exception exception-${loudness(exception)}`}>
                <ExceptionLine exception={exception} />
              </li>
            ))}
          {all.length > room && <li class="exception">{say.more({ count: all.length - room })}</li>}
          {calls.map(({ machine, member }) => (
            <li key={`call-${machine.id}`} class="exception exception-call">
              <p>
                <Icon name="chevron-right" />
                <b>
                  {words.value.floor.call({ machine: machine.name, who: member ?? words.value.card.someone })}
                </b>
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Where not all have room, those that somebody looks after already come last. */
function pressing(all: readonly Exception[]): readonly Exception[] {
  if (layout.value !== 'wall') return all;
  const isAnswered = (one: Exception) => one.kind === 'switch' && one.alarm.answered !== null;
  return [...all.filter((one) => !isAnswered(one)), ...all.filter(isAnswered)];
}

/** Nothing is said of now while the gateway is away. */
function Calm({ heard }: { readonly heard: number }) {
  const { exceptions: say, card } = words.value;
  if (!atWork.value) return <p class="strip-calm-text">{card.away}</p>;
  return (
    <p class="strip-calm-text">
      <Icon name="circle-check" />
      {heard === 0 ? say.noneHeard : say.none({ heard })}
    </p>
  );
}

function ExceptionLine({ exception }: { readonly exception: Exception }) {
  if (exception.kind === 'notice') return <NoticeLine notice={exception} />;
  if (exception.kind === 'switch') return <AlarmLine alarm={exception.alarm} name={exception.name} />;
  return (
    <a href={pages.machine(exception.card.id)}>
      {'shown' in exception ? <Plate shown={exception.shown} /> : <Icon name={iconOf(exception)} />}
      <b>{exception.card.name}</b> <span>{sentence(exception)}</span>
    </a>
  );
}

function iconOf(exception: Exception): IconName {
  if (exception.kind !== 'locked') return 'power';
  return exception.by === 'problem' ? 'octagon-alert' : 'lock';
}

/** Of a device it leads to where that is mended, for those who may see it. */
function NoticeLine({ notice }: { readonly notice: Extract<Exception, { kind: 'notice' }> }) {
  const line = (
    <>
      <Icon name="triangle-alert" />
      <span>{noticeText(notice, words.value)}</span>
    </>
  );
  const isOfDevice = notice.code === 'switch-unsafe';
  if (!isOfDevice || !can('see-devices', { self: person.value, live: true })) return <p>{line}</p>;
  return <a href={pages.devices}>{line}</a>;
}

function sentence(exception: Exclude<Exception, { kind: 'notice' | 'switch' }>): string {
  const { exceptions: say, states, alarms } = words.value;
  if (exception.kind === 'power') return say.power;
  if (exception.kind === 'locked') return lockedLine(exception.card);
  if (exception.kind === 'steward') return alarms.needsSteward;
  const time = formatSince(Date.parse(exception.since), { nowMs: nowMs.value, place: place.value });
  const name = states[exception.shown];
  const state = exception.kind === 'state' ? name : say.lastKnown({ state: name });
  return layout.value === 'wall' ? say.at({ state, time }) : say.since({ state, time });
}

/** Why nobody can start it, or from when on. */
function lockedLine({ care: { problem }, lock, session }: MachineCard): string {
  const { care, decisions } = words.value;
  if (problem === 'lock' || !lock) return care.mark.lock;
  if (lock.lock === 'after' && session !== null) return decisions.lockedAfter;
  return decisions.lockedSince({
    time: formatSince(Date.parse(lock.since), { nowMs: nowMs.value, place: place.value }),
  });
}

function keyOf(exception: Exception): string {
  if (exception.kind === 'notice') return exception.code;
  return exception.kind === 'switch' ? exception.alarm.alarm : `${exception.kind}-${exception.card.id}`;
}
