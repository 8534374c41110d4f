// Every address the dashboard knows: the API's, and its own pages behind the `#`.

const id = encodeURIComponent;

export const api = {
  live: '/api/live',
  session: '/api/session',
  sessionToken: '/api/session/token',
  sessionShown: '/api/session/shown',
  access: (machine: string) => `/api/machines/${id(machine)}/access`,
  price: (machine: string) => `/api/machines/${id(machine)}/price`,
  heldSession: (machine: string) => `/api/machines/${id(machine)}/session`,
  handOver: (machine: string) => `/api/machines/${id(machine)}/hand-over`,
  ticket: (pool: string) => `/api/queues/${id(pool)}/ticket`,
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
  members: '/api/members',
  badges: (member: string) => `/api/members/${id(member)}/badges`,
  badge: ({ member, badge }: { member: string; badge: string }) =>
    `/api/members/${id(member)}/badges/${id(badge)}`,
  memberStatus: (member: string) => `/api/members/${id(member)}/status`,
  pin: (member: string) => `/api/members/${id(member)}/pin`,
  ownBadges: '/api/session/badges',
  ownBadge: (badge: string) => `/api/session/badges/${id(badge)}`,
  ownPin: '/api/session/pin',
  devices: '/api/devices',
  parts: '/api/devices/parts',
  unassigned: '/api/unassigned',
  assignment: (client: string) => `/api/unassigned/${id(client)}/assignment`,
  pairings: '/api/pairings',
  learn: (reader: string) => `/api/readers/${id(reader)}/learn`,
  usage: (machine: string) => `/api/machines/${id(machine)}/usage`,
  withdrawal: (session: string) => `/api/usage/${id(session)}/withdrawal`,
  proposals: '/api/proposals',
  proposal: (proposal: string) => `/api/proposals/${id(proposal)}`,
  proposalComments: (proposal: string) => `/api/proposals/${id(proposal)}/comments`,
  ballot: (proposal: string) => `/api/proposals/${id(proposal)}/ballot`,
  withdrawProposal: (proposal: string) => `/api/proposals/${id(proposal)}/withdraw`,
  disputes: (all: boolean) => `/api/disputes${all ? '?all=true' : ''}`,
  withdrawDispute: (dispute: string) => `/api/disputes/${id(dispute)}/withdraw`,
  settleDispute: (dispute: string) => `/api/disputes/${id(dispute)}/settle`,
  ownData: '/api/session/data',
  statement: (month: string) => `/api/statement?month=${id(month)}`,
  policy: (language: string) => `/api/policy?language=${id(language)}`,
  demo: '/api/demo',
  demoTaps: '/api/demo/taps',
} as const;

export const pages = {
  board: '#/',
  machine: (machine: string) => `#/machines/${id(machine)}`,
  statement: '#/statement',
  members: '#/members',
  member: (member: string) => `#/members/${id(member)}`,
  devices: '#/devices',
  proposals: '#/proposals',
  proposal: (proposal: string) => `#/proposals/${id(proposal)}`,
  own: '#/own',
  policy: '#/policy',
} as const;

export type Page =
  | { readonly page: 'board' }
  | { readonly page: 'machine'; readonly machine: string }
  | { readonly page: 'statement' | 'devices' | 'own' | 'policy' }
  /** Null: the list alone. */
  | { readonly page: 'proposals'; readonly proposal: string | null }
  | { readonly page: 'members'; readonly member: string | null };

/** The page that a hash names; the board for everything else. A hash without its slash, as people type it, will do. */
export function pageOf(hash: string): Page {
  const [room, chosen, ...more] = hash.replace(/^#\/?/, '').split('/');
  const isId = chosen !== undefined && /^[a-z0-9-]{1,64}$/.test(chosen) && more.length === 0;
  if (room === 'machines' && isId) return { page: 'machine', machine: chosen };
  if (room === 'members' && (isId || chosen === undefined))
    return { page: 'members', member: isId ? chosen : null };
  if (room === 'proposals' && (isId || chosen === undefined))
    return { page: 'proposals', proposal: isId ? chosen : null };
  if (chosen !== undefined) return { page: 'board' };
  const isAlone = room === 'statement' || room === 'devices' || room === 'own' || room === 'policy';
  return isAlone ? { page: room } : { page: 'board' };
}
