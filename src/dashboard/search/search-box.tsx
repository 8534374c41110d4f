// The search everywhere: machines, members, rooms, refusal codes and positions of the journal, each only for who may see them. At
// most five of a group; the arrows go through what was found.

import { useSignal } from '@preact/signals';
import { can } from '../can.ts';
import { client } from '../client.ts';
import { deskClient } from '../desk/desk-client.ts';
import { useAsked } from '../desk/use-asked.ts';
import { seenRooms } from '../frame/desk-rooms.ts';
import { Dialog } from '../frame/dialog.tsx';
import { matchMembers } from '../members/match-members.ts';
import { pages } from '../paths.ts';
import { live, person, place, words } from '../store.ts';
import { plain } from './plain.ts';

const mostOfGroup = 5;

type Group = 'rooms' | 'machines' | 'members' | 'journal' | 'codes';
type Found = {
  readonly group: Group;
  readonly text: string;
  readonly note?: string;
  /** Null: there is nothing to open, the note is the answer. */
  readonly href: string | null;
};

export function SearchBox({ onClose }: { readonly onClose: () => void }) {
  const { rail: say } = words.value;
  const typed = useSignal('');
  const at = { self: person.value, live: true };
  const members = useAsked(can('see-members', at) ? 'members' : null, client.members).value ?? [];
  const codes = useAsked('codes', deskClient.refusals).value?.refusals ?? [];
  const wanted = plain(typed.value);
  const found = wanted === '' ? [] : [...findHere(wanted), ...findMembers(), ...findCodes()];

  function findMembers(): readonly Found[] {
    const matched = matchMembers(members, { typed: wanted, locale: place.value.locale });
    return matched.slice(0, mostOfGroup).map(({ member, name, handle }) => ({
      ...{ group: 'members', text: name, note: handle, href: pages.member(member) },
    }));
  }
  function findCodes(): readonly Found[] {
    const all = codes.map((one) => ({ ...one, ...ownWords(one.code) }));
    return all
      .filter(({ code, title }) => plain(`${code} ${title}`).includes(wanted))
      .slice(0, mostOfGroup)
      .map(({ code, title, detail }) => ({
        group: 'codes',
        text: code,
        note: `${title} ${detail}`,
        href: null,
      }));
  }

  const groups = [...new Set(found.map(({ group }) => group))];
  return (
    <Dialog title={say.search} close={say.close} onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows are a shortcut; each field and link has its own keys. */}
      <div class="search" onKeyDown={moveKeys}>
        <label class="field">
          <span>{say.searchLabel}</span>
          {/* biome-ignore lint/a11y/useSemanticElements: a search input takes the first Escape for itself; here it closes. */}
          <input
            type="text"
            role="searchbox"
            value={typed.value}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            onInput={(event) => (typed.value = event.currentTarget.value)}
          />
        </label>
        <p class="hint" role="status">
          {wanted !== '' && (found.length === 0 ? say.nothing : say.found({ count: found.length }))}
        </p>
        {groups.map((group) => (
          <section key={group} aria-label={say.groups[group]}>
            <h3>{say.groups[group]}</h3>
            <ul>
              {found
                .filter((one) => one.group === group)
                .map((one) => (
                  <li key={`${one.text} ${one.href}`}>
                    <FoundLine one={one} onClose={onClose} />
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function FoundLine({
  one: { href, text, note },
  onClose,
}: {
  readonly one: Found;
  readonly onClose: () => void;
}) {
  const inner = (
    <>
      <b>{text}</b>
      {note !== undefined && <small>{note}</small>}
    </>
  );
  return href === null ? (
    <p>{inner}</p>
  ) : (
    <a href={href} onClick={onClose}>
      {inner}
    </a>
  );
}

/** What the page knows by itself: rooms, machines, and the position that a number names. */
function findHere(wanted: string): readonly Found[] {
  const { rail: say } = words.value;
  const isIn = (text: string): boolean => plain(text).includes(wanted);
  const rooms = seenRooms().map(
    ({ page, href }): Found => ({ group: 'rooms', text: say.rooms[page] ?? page, href }),
  );
  const machines = (live.value.board?.machines ?? []).map(
    ({ id, name }): Found => ({ group: 'machines', text: name, note: id, href: pages.machine(id) }),
  );
  const isPosition = /^[1-9]\d{0,14}$/.test(wanted) && can('see-journal', { self: person.value, live: true });
  return [
    ...rooms.filter(({ text }) => isIn(text)).slice(0, mostOfGroup),
    ...machines.filter(({ text, note = '' }) => isIn(`${text} ${note}`)).slice(0, mostOfGroup),
    ...(isPosition
      ? [
          {
            group: 'journal' as const,
            text: say.position({ seq: wanted }),
            href: pages.journalEntry(Number(wanted)),
          },
        ]
      : []),
  ];
}

/** The sentences of this language, where it has its own. */
function ownWords(code: string): { readonly title?: string; readonly detail?: string } {
  for (const room of Object.values(words.value)) {
    if (typeof room !== 'object' || room === null || !('refusals' in room)) continue;
    const own = (room.refusals as Readonly<Record<string, { title: string; detail: string }>>)[code];
    if (own !== undefined) return own;
  }
  return {};
}

function moveKeys(event: KeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || !(event.currentTarget instanceof HTMLElement)) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, a')];
  const here = document.activeElement instanceof HTMLElement ? stops.indexOf(document.activeElement) : -1;
  const next = stops[here + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
