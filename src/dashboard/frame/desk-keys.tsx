// The keys of the desk and the map that shows them. Single letters can be switched off (WCAG 2.1.4), never act inside fields, and
// none does anything final: they move, open and go back.

import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { words } from '../store.ts';
import { type DeskRoom, seenRooms } from './desk-rooms.ts';
import { Dialog } from './dialog.tsx';

type Open = Signal<'none' | 'search' | 'keys'>;

/** After `g` the letter of a room is waited for so long. */
const waitMs = 1_500;
const kept = 'officina-desk-keys';

export function DeskKeys({ open }: { readonly open: Open }) {
  const isOn = useSignal(readOn());
  useEffect(() => {
    const press = pressesOf(open, () => isOn.value);
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [open, isOn]);
  const { rail: say } = words.value;
  if (open.value !== 'keys') return null;
  const rows: readonly (readonly [string, string])[] = [
    ['/ · Ctrl K', say.keyMap.search],
    ['?', say.keyMap.map],
    ...seenRooms().flatMap(({ key, page }) =>
      key === null ? [] : [[`g ${key}`, say.goTo({ room: say.rooms[page] ?? page })] as const],
    ),
    ['j', say.keyMap.next],
    ['k', say.keyMap.previous],
    ['Enter', say.keyMap.open],
    ['Esc', say.keyMap.back],
    ['n', say.keyMap.fresh],
    ['a', say.keyMap.answer],
  ];
  return (
    <Dialog title={say.keys} close={say.close} onClose={() => (open.value = 'none')}>
      <dl class="key-map">
        {rows.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <label class="switch">
        <input
          type="checkbox"
          role="switch"
          checked={isOn.value}
          aria-checked={isOn.value}
          onChange={(event) => {
            isOn.value = event.currentTarget.checked;
            keepOn(isOn.value);
          }}
        />
        <span>{say.keysOn}</span>
      </label>
      <p class="hint">{say.keysHint}</p>
    </Dialog>
  );
}

function pressesOf(open: Open, isOn: () => boolean): (event: KeyboardEvent) => void {
  let goneAtMs = Number.NEGATIVE_INFINITY;
  return (event) => {
    if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
    const { key } = event;
    const take = (act: () => void): void => {
      event.preventDefault();
      act();
    };
    if ((event.ctrlKey || event.metaKey) && key === 'k') return take(() => (open.value = 'search'));
    if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
    if (key === 'Escape') return goBack();
    if (!isOn()) return;
    const isAfterG = event.timeStamp - goneAtMs < waitMs;
    goneAtMs = key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY;
    const room = isAfterG ? seenRooms().find((one) => one.key === key) : undefined;
    if (room !== undefined) return take(() => goTo(room));
    const act = acts(open).get(key);
    if (act !== undefined) take(act);
  };
}

const acts = (open: Open): ReadonlyMap<string, () => void> =>
  new Map<string, () => void>([
    ['/', () => (open.value = 'search')],
    ['?', () => (open.value = 'keys')],
    ['j', () => step(1)],
    ['k', () => step(-1)],
    ['n', () => focusOn('[data-key="new"]')],
    ['a', () => focusOn('[data-key="answer"] button, .alarm-answers button')],
  ]);

function goTo(room: DeskRoom): void {
  window.location.hash = room.href;
}

/** From what is open to its list; the filters of the list are in the address before. */
function goBack(): void {
  const back = document.querySelector<HTMLAnchorElement>('main .back a');
  if (back !== null) window.location.hash = back.hash;
}

/** Moves through the rows of the list of the room; Enter then opens, as on every link. */
function step(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('main [data-rows] a')];
  const here = document.activeElement instanceof HTMLElement ? rows.indexOf(document.activeElement) : -1;
  const next = here < 0 ? (by === 1 ? 0 : rows.length - 1) : here + by;
  rows[next]?.focus();
}

const focusOn = (what: string): void => document.querySelector<HTMLElement>(`main :is(${what})`)?.focus();

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.matches('input, textarea, select') || target.isContentEditable);

function readOn(): boolean {
  try {
    return localStorage.getItem(kept) !== 'off';
  } catch {
    return true;
  }
}

function keepOn(isOn: boolean): void {
  try {
    localStorage.setItem(kept, isOn ? 'on' : 'off');
  } catch {
    // A browser that keeps nothing asks again.
  }
}
