// Every address the dashboard knows: the API's, and its own pages behind the `#`.

const id = encodeURIComponent;

export const api = {
  live: '/api/live',
  session: '/api/session',
  sessionToken: '/api/session/token',
  sessionShown: '/api/session/shown',
  endSession: (machine: string) => `/api/machines/${id(machine)}/end`,
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
  devices: '/api/devices',
  answerAlarm: (alarm: string) => `/api/alarms/${id(alarm)}/answer`,
  members: '/api/members',
  usage: (machine: string) => `/api/machines/${id(machine)}/usage`,
  withdrawal: (session: string) => `/api/usage/${id(session)}/withdrawal`,
  statement: (month: string) => `/api/statement?month=${id(month)}`,
  demo: '/api/demo',
  demoTaps: '/api/demo/taps',
} as const;

export const pages = {
  board: '#/',
  machine: (machine: string) => `#/machines/${id(machine)}`,
  statement: '#/statement',
} as const;

export type Page =
  | { readonly page: 'board' }
  | { readonly page: 'machine'; readonly machine: string }
  | { readonly page: 'statement' };

/** The page that a hash names; the board for everything else. */
export function pageOf(hash: string): Page {
  if (hash === pages.statement) return { page: 'statement' };
  const machine = /^#\/machines\/([a-z0-9-]{1,64})$/.exec(hash)?.[1];
  return machine === undefined ? { page: 'board' } : { page: 'machine', machine };
}
