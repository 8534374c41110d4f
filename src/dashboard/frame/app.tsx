// The page around the rooms: header, band of the lost gateway, the room itself, and the demo's badges at the foot.

import { useEffect } from 'preact/hooks';
import { SignInPage } from '../account/sign-in-page.tsx';
import { Board } from '../board/board.tsx';
import { DemoBar } from '../board/demo-bar.tsx';
import { ExceptionsStrip } from '../board/exceptions-strip.tsx';
import { TurnLine } from '../board/turn-line.tsx';
import { announcement, layout, live, page, self, words } from '../store.ts';
import { ContactBand } from './contact-band.tsx';
import { Header } from './header.tsx';
import { later } from './later.tsx';

const MachinePage = later(async () => (await import('../machine/machine-page.tsx')).MachinePage);
const StatementPage = later(async () => (await import('../statement/statement-page.tsx')).StatementPage);
const ProposalsPage = later(async () => (await import('../proposals/proposals-page.tsx')).ProposalsPage);
const DeskFrame = later(async () => (await import('./desk-frame.tsx')).DeskFrame);
const BookPage = later(async () => (await import('../booking/book-page.tsx')).BookPage);
const SetupPage = later(async () => (await import('../setup/setup-page.tsx')).SetupPage);
const AccessibilityPage = later(async () => (await import('./accessibility-page.tsx')).AccessibilityPage);
const MePage = later(async () => (await import('../me/me-page.tsx')).MePage);

export function App() {
  const { board } = live.value;
  const name = board?.space.name ?? 'Officina';
  const { language } = words.value;
  useEffect(() => {
    document.title = name;
    document.documentElement.lang = language;
  }, [name, language]);

  const room = page.value.page;
  const wall = room === 'board' && layout.value === 'wall' && self.value !== 'nobody';
  return (
    <div
      class={`app layout-${wall ? 'wall' : layout.value === 'wall' ? 'desk' : layout.value}`}
      data-room={room}
    >
      <Header wall={wall} />
      <ContactBand />
      <Room />
      {board?.demo === true && room === 'board' && <DemoBar />}
      <p class="unseen" role="alert" aria-live="assertive">
        {announcement.value}
      </p>
    </div>
  );
}

function Room() {
  const { board } = live.value;
  if (page.value.page === 'accessibility') return <AccessibilityPage />;
  if (self.value === 'nobody') return <SignInPage />;
  if (board === null || (self.value === null && !isRecalled())) return <Waiting />;
  switch (page.value.page) {
    case 'board':
      return (
        <main class="board">
          <h1 class="unseen">{words.value.header.board}</h1>
          <ExceptionsStrip />
          {layout.value !== 'wall' && <TurnLine />}
          <Board />
        </main>
      );
    case 'machine':
      return <MachinePage key={page.value.machine} machine={page.value.machine} />;
    case 'statement':
      return <StatementPage />;
    case 'proposals':
      return <ProposalsPage proposal={page.value.proposal} />;
    case 'book':
      return <BookPage key={page.value.pool} pool={page.value.pool} />;
    case 'own':
    case 'me':
      return <MePage />;
    case 'setup':
      return <SetupPage />;
    default:
      return <DeskFrame />;
  }
}

/** Shown late: what comes at once needs no notice. */
function Waiting() {
  if (live.value.contact.kind === 'away') return <main />;
  return (
    <main>
      <p class="waiting">{words.value.contact.connecting}</p>
    </main>
  );
}

/** Who looks is not known while the gateway is away from the start; what this screen kept of the machines is for everybody. */
function isRecalled(): boolean {
  const { page: room } = page.value;
  return live.value.contact.kind === 'away' && (room === 'board' || room === 'machine');
}
