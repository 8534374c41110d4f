// The addresses the dashboard knows, but for what the desk alone asks: the API's, and its own pages behind the `#`.

const id = encodeURIComponent;

export const api = {
  live: '/api/live',
  session: '/api/session',
  sessionToken: '/api/session/token',
  signInWays: '/api/sign-in',
  passkeySignIn: '/api/session/passkey',
  passkeyChallenge: '/api/session/passkey/challenge',
  passkeys: '/api/session/passkeys',
  newPasskey: '/api/session/passkeys/challenge',
  passkey: (passkey: string) => `/api/session/passkeys/${id(passkey)}`,
  provider: '/api/session/oidc',
  providerSignOut: '/api/session/oidc/sign-out',
  places: '/api/session/places',
  signedInAt: (place: string) => `/api/session/places/${id(place)}`,
  setup: '/api/setup',
  access: (machine: string) => `/api/machines/${id(machine)}/access`,
  price: (machine: string) => `/api/machines/${id(machine)}/price`,
  heldSession: (machine: string) => `/api/machines/${id(machine)}/session`,
  handOver: (machine: string) => `/api/machines/${id(machine)}/hand-over`,
  ticket: (pool: string) => `/api/queues/${id(pool)}/ticket`,
  placeInLine: ({ pool, member, reason }: { pool: string; member: string; reason: string }) =>
    `/api/queues/${id(pool)}/line/${id(member)}?${new URLSearchParams({ reason })}`,
  bookings: ({ pool, from, to }: { pool: string; from: string; to: string }) =>
    `/api/bookings?${new URLSearchParams({ pool, from, to })}`,
  /** `except`: the booking that would be moved. */
  freeStarts: (ask: { pool: string; minutes: number; from: string; to: string; except?: string }) =>
    `/api/bookings/free?${new URLSearchParams({ ...ask, minutes: String(ask.minutes) })}`,
  book: '/api/bookings',
  ownBookings: '/api/bookings/own',
  booking: (booking: string) => `/api/bookings/${id(booking)}`,
  giveBooking: (booking: string) => `/api/bookings/${id(booking)}/give`,
  acceptBooking: (booking: string) => `/api/bookings/${id(booking)}/accept`,
  wishes: '/api/wishes',
  wish: (wish: string) => `/api/wishes/${id(wish)}`,
  calendar: '/api/calendars/address',
  keepSession: (machine: string) => `/api/machines/${id(machine)}/keep`,
  endSession: (machine: string) => `/api/machines/${id(machine)}/end`,
  lock: (machine: string) => `/api/machines/${id(machine)}/lock`,
  unlock: (machine: string) => `/api/machines/${id(machine)}/unlock`,
  mode: (machine: string) => `/api/machines/${id(machine)}/mode`,
  readings: ({
    machine,
    name,
    fromMs,
    toMs,
  }: {
    machine: string;
    name: string;
    fromMs: number;
    toMs: number;
  }) => {
    const query = new URLSearchParams({
      name,
      from: new Date(fromMs).toISOString(),
      to: new Date(toMs).toISOString(),
    });
    return `/api/machines/${id(machine)}/readings?${query}`;
  },
  release: (machine: string) => `/api/machines/${id(machine)}/release`,
  answerAlarm: (alarm: string) => `/api/alarms/${id(alarm)}/answer`,
  care: (machine: string) => `/api/machines/${id(machine)}/care`,
  problems: (machine: string) => `/api/machines/${id(machine)}/problems`,
  closeProblem: ({ machine, problem }: { machine: string; problem: string }) =>
    `/api/machines/${id(machine)}/problems/${id(problem)}/close`,
  allowances: (member: string | null) =>
    member === null ? '/api/allowances' : `/api/allowances?${new URLSearchParams({ member })}`,
  packs: '/api/packs',
  packSales: (pack: string) => `/api/packs/${id(pack)}/sales`,
  walletMoves: (member: string) => `/api/wallets/${id(member)}/moves`,
  members: '/api/members',
  badges: (member: string) => `/api/members/${id(member)}/badges`,
  badge: ({ member, badge }: { member: string; badge: string }) =>
    `/api/members/${id(member)}/badges/${id(badge)}`,
  memberStatus: (member: string) => `/api/members/${id(member)}/status`,
  pin: (member: string) => `/api/members/${id(member)}/pin`,
  devices: '/api/devices',
  parts: '/api/devices/parts',
  unassigned: '/api/unassigned',
  assignment: (client: string) => `/api/unassigned/${id(client)}/assignment`,
  pairings: '/api/pairings',
  learn: (reader: string) => `/api/readers/${id(reader)}/learn`,
  usage: (machine: string) => `/api/machines/${id(machine)}/usage`,
  materials: (machine: string) => `/api/machines/${id(machine)}/materials`,
  materialWithdrawal: (entry: string) => `/api/materials/${id(entry)}/withdrawal`,
  correction: (session: string) => `/api/charges/${id(session)}/correction`,
  withdrawal: (session: string) => `/api/usage/${id(session)}/withdrawal`,
  proposals: '/api/proposals',
  proposal: (proposal: string) => `/api/proposals/${id(proposal)}`,
  proposalComments: (proposal: string) => `/api/proposals/${id(proposal)}/comments`,
  ballot: (proposal: string) => `/api/proposals/${id(proposal)}/ballot`,
  withdrawProposal: (proposal: string) => `/api/proposals/${id(proposal)}/withdraw`,
  replay: '/api/policy/replay',
  disputes: (all: boolean) => `/api/disputes${all ? '?all=true' : ''}`,
  withdrawDispute: (dispute: string) => `/api/disputes/${id(dispute)}/withdraw`,
  settleDispute: (dispute: string) => `/api/disputes/${id(dispute)}/settle`,
  statement: (month: string) => `/api/statement?month=${id(month)}`,
  policy: (language: string) => `/api/policy?language=${id(language)}`,
  drafts: (month: string) => `/api/books/drafts?month=${id(month)}`,
  finalise: '/api/books/finalise',
  booksProgress: '/api/books/progress',
  invoices: '/api/books/invoices',
  ownInvoices: '/api/session/invoices',
  invoiceFile: ({ of, invoice, format }: { of: 'books' | 'session'; invoice: string; format: string }) =>
    `/api/${of}/invoices/${id(invoice)}/file?format=${id(format)}`,
  payments: '/api/books/payments',
  demo: '/api/demo',
  demoTaps: '/api/demo/taps',
} as const;

export const pages = {
  board: '#/',
  machine: (machine: string) => `#/machines/${id(machine)}`,
  machineTab: (machine: string, tab: MachineTab) =>
    `#/machines/${id(machine)}${tab === 'now' ? '' : `/${tab}`}`,
  statement: '#/statement',
  today: '#/today',
  careList: '#/care',
  tokens: '#/tokens',
  journal: (filter: Readonly<Record<string, string>> = {}) => {
    const query = new URLSearchParams(filter).toString();
    return query === '' ? '#/journal' : `#/journal?${query}`;
  },
  journalEntry: (seq: number) => `#/journal/${seq}`,
  members: '#/members',
  member: (member: string) => `#/members/${id(member)}`,
  devices: '#/devices',
  proposals: '#/proposals',
  proposal: (proposal: string) => `#/proposals/${id(proposal)}`,
  me: '#/me',
  mePart: (part: string) => `#/me/${part}`,
  setup: '#/setup',
  books: '#/books',
  tariffs: '#/tariffs',
  policy: '#/policy',
  replay: '#/replay',
  accessibility: '#/accessibility',
  book: (pool: string) => `#/book/${id(pool)}`,
} as const;

export const machineTabs = ['now', 'queue', 'sessions', 'care', 'certificates'] as const;
export type MachineTab = (typeof machineTabs)[number];

export type Page =
  | { readonly page: 'board' }
  /** Without a tab: what is now. */
  | { readonly page: 'machine'; readonly machine: string; readonly tab?: MachineTab }
  | { readonly page: (typeof alone)[number] }
  | { readonly page: 'book'; readonly pool: string }
  | { readonly page: 'statement' | 'devices' | 'own' | 'policy' | 'books' | 'setup' | 'tariffs' }
  | { readonly page: 'today' | 'care' | 'tokens' }
  /** Null: the list alone; a position of the journal else. */
  | { readonly page: 'journal'; readonly entry: number | null }
  /** The part that is open; null or one that is not there: none. */
  | { readonly page: 'me'; readonly part: string | null }
  /** Null: the list alone. */
  | { readonly page: 'proposals'; readonly proposal: string | null }
  | { readonly page: 'members'; readonly member: string | null };

/** The page that a hash names; the board for everything else. A hash without its slash, as people type it, will do. */
export function pageOf(hash: string): Page {
  const [path = ''] = hash.replace(/^#\/?/, '').split('?');
  const [room, chosen, ...more] = path.split('/');
  const isId = isIdText(chosen) && more.length === 0;
  if (room === 'machines' && isId) return { page: 'machine', machine: chosen };
  const tab = machineTabs.find((one) => one === more[0]);
  if (room === 'machines' && isIdText(chosen) && tab !== undefined && more.length === 1)
    return { page: 'machine', machine: chosen, tab };
  if (room === 'book' && isId) return { page: 'book', pool: chosen };
  if (room === 'journal' && more.length === 0 && (chosen === undefined || /^[1-9]\d{0,14}$/.test(chosen)))
    return { page: 'journal', entry: chosen === undefined ? null : Number(chosen) };
  if (room === 'members' && (isId || chosen === undefined))
    return { page: 'members', member: isId ? chosen : null };
  if (room === 'proposals' && (isId || chosen === undefined))
    return { page: 'proposals', proposal: isId ? chosen : null };
  if (room === 'me' && (isId || chosen === undefined)) return { page: 'me', part: isId ? chosen : null };
  if (chosen !== undefined) return { page: 'board' };
  return isAlone(room) ? { page: room } : { page: 'board' };
}

/** Whether a page stands in the frame of the desk, with its rail. */
export const isDesk = ({ page }: Page): boolean =>
  [
    'today',
    'members',
    'devices',
    'care',
    'tariffs',
    'policy',
    'replay',
    'books',
    'journal',
    'tokens',
  ].includes(page);

const isIdText = (text: string | undefined): text is string =>
  text !== undefined && /^[a-z0-9-]{1,64}$/.test(text);

/** Rooms that show one thing only; `own` is My page by its address from before. */
const alone = [
  ...(['statement', 'devices', 'own', 'policy', 'replay', 'books', 'setup'] as const),
  ...(['today', 'care', 'tokens', 'tariffs', 'accessibility'] as const),
] as const;

const isAlone = (room: string | undefined): room is (typeof alone)[number] =>
  alone.some((one) => one === room);
