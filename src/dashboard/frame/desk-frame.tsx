// The frame of the desk: the rail at the left, a bar on a phone, and beside it the room that the address names. The search and the
// keys belong to it; who may see one room only needs neither.

import { useSignal } from '@preact/signals';
import '../style/desk-frame.css';
import { Icon } from '../look/icon.tsx';
import { page, words } from '../store.ts';
import { DeskKeys } from './desk-keys.tsx';
import { seenRooms } from './desk-rooms.ts';
import { later } from './later.tsx';

const MembersPage = later(async () => (await import('../members/members-page.tsx')).MembersPage);
const DevicesPage = later(async () => (await import('../devices/devices-page.tsx')).DevicesPage);
const PolicyPage = later(async () => (await import('../policy/policy-page.tsx')).PolicyPage);
const ReplayPage = later(async () => (await import('../replay/replay-page.tsx')).ReplayPage);
const BooksPage = later(async () => (await import('../books/books-page.tsx')).BooksPage);
const TariffsPage = later(async () => (await import('../tariffs/tariffs-page.tsx')).TariffsPage);
const TodayPage = later(async () => (await import('../today/today-page.tsx')).TodayPage);
const CarePage = later(async () => (await import('../today/care-page.tsx')).CarePage);
const JournalRoom = later(async () => (await import('../journal/journal-room.tsx')).JournalRoom);
const TokensPage = later(async () => (await import('../tokens/tokens-page.tsx')).TokensPage);
const SearchBox = later(async () => (await import('../search/search-box.tsx')).SearchBox);

export function DeskFrame() {
  const rooms = seenRooms();
  const open = useSignal<'none' | 'search' | 'keys'>('none');
  if (rooms.length < 2) return <DeskRoomPage />;
  return (
    <div class="desk-frame">
      <Rail onOpen={(what) => (open.value = what)} />
      <DeskRoomPage />
      <DeskKeys open={open} />
      {open.value === 'search' && <SearchBox onClose={() => (open.value = 'none')} />}
    </div>
  );
}

function Rail({ onOpen }: { readonly onOpen: (what: 'search' | 'keys') => void }) {
  const { rail: say } = words.value;
  const here = page.value.page;
  return (
    <nav class="rail" aria-label={say.label}>
      <button type="button" onClick={() => onOpen('search')}>
        {say.search}
        <span class="kbd" aria-hidden="true">
          /
        </span>
      </button>
      <ul>
        {seenRooms().map(({ page: room, href, icon, also = [] }) => (
          <li key={room}>
            <a href={href} aria-current={room === here || also.includes(here) ? 'page' : undefined}>
              <Icon name={icon} />
              {say.rooms[room]}
            </a>
          </li>
        ))}
      </ul>
      <button type="button" class="plain rail-keys" onClick={() => onOpen('keys')}>
        {say.keys}
        <span class="kbd" aria-hidden="true">
          ?
        </span>
      </button>
    </nav>
  );
}

function DeskRoomPage() {
  const now = page.value;
  switch (now.page) {
    case 'members':
      return <MembersPage member={now.member} />;
    case 'devices':
      return <DevicesPage />;
    case 'replay':
      return <ReplayPage />;
    case 'books':
      return <BooksPage />;
    case 'tariffs':
      return <TariffsPage />;
    case 'care':
      return <CarePage />;
    case 'journal':
      return <JournalRoom entry={now.entry} />;
    case 'tokens':
      return <TokensPage />;
    case 'today':
      return <TodayPage />;
    default:
      return <PolicyPage />;
  }
}
