// Finds a member as one types. The arrows go from the field into the list and back, Enter in the field opens the first.

import { type Signal, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Member } from '../../contract/people.ts';
import { pages } from '../paths.ts';
import { filters, place, words } from '../store.ts';
import { matchMembers } from './match-members.ts';

/** More would be scrolled past rather than read. */
const mostShown = 50;

export type FindMemberProps = {
  readonly members: readonly Member[];
  /** Key of the member that is open. */
  readonly chosen: string | null;
  readonly typed: Signal<string>;
  /** What can be done with several of them. */
  readonly children?: ComponentChildren;
};

export function FindMember({ members: all, chosen, typed, children }: FindMemberProps) {
  const { members: say } = words.value.desk;
  const root = useRef<HTMLDivElement>(null);
  const team = useSignal(filters.value.get('team') ?? '');
  const teams = [...new Set(all.flatMap((one) => one.team ?? []))].toSorted();
  const members = all.filter((one) => team.value === '' || one.team === team.value);
  const filter = { ...(typed.value && { find: typed.value }), ...(team.value && { team: team.value }) };
  useEffect(() => keepInAddress(filter), [typed.value, team.value]);
  const found = matchMembers(members, { typed: typed.value, locale: place.value.locale });
  const first = found[0];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows are a shortcut; each field and link has its own keys.
    <div class="find" ref={root} onKeyDown={(event) => moveKeys(event, root.current)}>
      <search>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (first !== undefined) window.location.hash = pages.member(first.member);
          }}
        >
          <label class="field">
            <span>{say.find}</span>
            <input
              type="search"
              value={typed.value}
              autocomplete="off"
              autocapitalize="none"
              spellcheck={false}
              onInput={(event) => (typed.value = event.currentTarget.value)}
            />
            <small>{say.findHint}</small>
          </label>
        </form>
        {teams.length > 0 && (
          <label class="field">
            <span>{words.value.people.team.of}</span>
            <select value={team.value} onChange={({ currentTarget: { value } }) => (team.value = value)}>
              <option value="">{words.value.people.team.all}</option>
              {teams.map((one) => (
                <option key={one} value={one}>
                  {one}
                </option>
              ))}
            </select>
          </label>
        )}
      </search>
      {children}
      <p class="hint" role="status">
        {found.length === 0 ? say.none : say.found({ count: found.length })}
      </p>
      <ul data-rows>
        {found.slice(0, mostShown).map((member) => (
          <li key={member.member}>
            <a
              href={pages.member(member.member)}
              aria-current={member.member === chosen ? 'page' : undefined}
            >
              <b>{member.name}</b>
              <small>
                {member.handle}
                {member.status === 'suspended' && ` · ${say.suspended}`}
              </small>
            </a>
          </li>
        ))}
      </ul>
      {found.length > mostShown && <p class="hint">{say.more({ count: found.length - mostShown })}</p>}
    </div>
  );
}

/** So that a list can be sent to a colleague; it is no step of its own in the history. */
function keepInAddress(filter: Readonly<Record<string, string>>): void {
  const [path = ''] = window.location.hash.split('?');
  const query = new URLSearchParams(filter).toString();
  window.history.replaceState(null, '', query === '' ? path : `${path}?${query}`);
}

function moveKeys(event: KeyboardEvent, root: HTMLElement | null): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || root === null) return;
  const stops = [...root.querySelectorAll<HTMLElement>('input, a')];
  const here = stops.findIndex((stop) => stop.matches(':focus'));
  const next = stops[here + step];
  if (here < 0 || next === undefined) return;
  event.preventDefault();
  next.focus();
}
