// The head of every page: mark, name of the space, counts, the clock of the gateway, and the way to the other rooms.

import { can } from '../can.ts';
import { formatTime } from '../format.ts';
import { shownOf } from '../live/live-state.ts';
import { Icon } from '../look/icon.tsx';
import type { IconName } from '../look/icons.ts';
import { Mark } from '../look/plate.tsx';
import { stateLooks } from '../look/states.ts';
import { nextTheme, themeChoice } from '../look/theme.ts';
import { isDesk, pages } from '../paths.ts';
import {
  atWork,
  chooseWall,
  layout,
  live,
  nowMs,
  page,
  person,
  place,
  self,
  wallFits,
  words,
} from '../store.ts';
import { AccountMenu } from './account-menu.tsx';
import { closeByEscape } from './close-by-escape.ts';

export function Header({ wall }: { readonly wall: boolean }) {
  const { header: say } = words.value;
  const { board } = live.value;
  const isPhone = layout.value === 'phone';
  return (
    <header class="head">
      <a class="brand" href={pages.board}>
        <Mark />
        <span>{board?.space.name ?? 'Officina'}</span>
      </a>
      {board?.demo === true && !isPhone && <span class="chip">{say.simulated}</span>}
      {board !== null && atWork.value && !isPhone && <Counts wall={wall} />}
      {!isPhone && <Rooms wall={wall} />}
      {board !== null && (
        <time class="clock" title={say.clock} data-frozen={!atWork.value}>
          {formatTime(nowMs.value, place.value)}
        </time>
      )}
      {/* A phone has room for the name, the clock and one button. A new room closes it. */}
      {isPhone && (
        <details class="menu" key={window.location.hash} onKeyDown={closeByEscape}>
          <summary aria-label={say.rooms}>
            <Icon name="menu" />
          </summary>
          <Rooms wall={false} />
        </details>
      )}
    </header>
  );
}

function Rooms({ wall }: { readonly wall: boolean }) {
  const { header: say } = words.value;
  return (
    <nav class="rooms" aria-label={say.rooms}>
      {wall ? null : <RoomLinks />}
      {(wall || wallFits.value) && page.value.page === 'board' && self.value !== 'nobody' && (
        <button type="button" class="plain" onClick={() => chooseWall(!wall)}>
          <Icon name={wall ? 'layout-grid' : 'monitor'} />
          {wall ? say.desk : say.wall}
        </button>
      )}
      <ThemeButton />
      {!wall && person.value !== null && can('sign-out', { self: person.value, live: true }) && (
        <AccountMenu self={person.value} />
      )}
    </nav>
  );
}

function RoomLinks() {
  const { header: say } = words.value;
  const links: { href: string; icon: IconName; text: string; here: boolean; offered: boolean }[] = [
    {
      href: pages.board,
      icon: 'layout-grid',
      text: say.board,
      here: page.value.page === 'board',
      offered: person.value !== null,
    },
    {
      href: pages.statement,
      icon: 'receipt',
      text: say.statement,
      here: page.value.page === 'statement',
      offered: can('see-statement', { self: person.value, live: true }),
    },
    {
      href: pages.proposals,
      icon: 'vote',
      text: say.proposals,
      here: page.value.page === 'proposals',
      offered: can('see-proposals', { self: person.value, live: true }),
    },
    {
      href: pages.today,
      icon: 'users',
      text: say.desk,
      here: isDesk(page.value),
      offered: can('see-today', { self: person.value, live: true }),
    },
  ];
  return links
    .filter(({ offered }) => offered)
    .map(({ href, icon, text, here }) => (
      <a key={href} href={href} aria-current={here ? 'page' : undefined}>
        <Icon name={icon} />
        {text}
      </a>
    ));
}

const themeIcons = { light: 'sun', dark: 'moon', system: 'sun-moon' } as const;

function ThemeButton() {
  const { header: say } = words.value;
  const word = say.theme[themeChoice.value];
  return (
    <button type="button" class="plain" aria-label={say.themeLabel({ choice: word })} onClick={nextTheme}>
      <Icon name={themeIcons[themeChoice.value]} />
      {word}
    </button>
  );
}

/** How many are inside, and for who found it full whether there is a place. */
function People() {
  const people = live.value.board?.people;
  const { people: say } = words.value.decisions;
  if (people === undefined) return null;
  const { inside, capacity, mine } = people;
  const hasRoom = capacity === null || inside < capacity;
  return (
    <>
      <li class="count">{capacity === null ? say.inside({ inside }) : say.insideOf({ inside, capacity })}</li>
      {mine === 'waiting' && (
        <li class="count" role="status">
          {hasRoom ? say.free : say.waiting}
        </li>
      )}
    </>
  );
}

/** Counts of what is on the board. On a wall the strip tells of maintenance and of what is not heard. */
function Counts({ wall }: { readonly wall: boolean }) {
  const { header: say } = words.value;
  const counts = { free: 0, busy: 0, alarm: 0, care: 0, away: 0 };
  for (const card of live.value.board?.machines ?? [])
    counts[stateLooks[shownOf(live.value, card)].count] += 1;
  const parts = (['free', 'busy', 'alarm', 'care', 'away'] as const)
    .filter((kind) => kind === 'free' || kind === 'busy' || (counts[kind] > 0 && (kind === 'alarm' || !wall)))
    .map((kind) => (
      <li key={kind} class={`count count-${kind}`}>
        {say[kind]({ count: counts[kind] })}
      </li>
    ));
  return (
    <ul class="counts">
      {parts}
      <People />
    </ul>
  );
}
