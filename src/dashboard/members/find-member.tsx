// Finds a member as one types. The arrows go from the field into the list and back, Enter in the field opens the first.

import type { Signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Member } from '../../contract/people.ts';
import { pages } from '../paths.ts';
import { place, words } from '../store.ts';
import { matchMembers } from './match-members.ts';

/** More would be scrolled past rather than read. */
const mostShown = 50;

export type FindMemberProps = {
  readonly members: readonly Member[];
  /** Key of the member that is open. */
  readonly chosen: string | null;
  readonly typed: Signal<string>;
};

export function FindMember({ members, chosen, typed }: FindMemberProps) {
  const { members: say } = words.value.desk;
  const root = useRef<HTMLDivElement>(null);
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
      </search>
      <p class="hint" role="status">
        {found.length === 0 ? say.none : say.found({ count: found.length })}
      </p>
      <ul>
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
