// What a gateway answers about an evening at the laser that was entered by hand, and about its withdrawal.

import type { UsageOutcome } from '../../src/gateway/gateway.ts';

type Yes = Extract<UsageOutcome, { ok: true }>;

export const useSession = '01kahr7v2m8x5c0e9q4tzn3wbd';

export const entered = (dryRun: boolean): Yes => ({
  ok: true,
  session: dryRun ? null : useSession,
  name: 'Ada Rossi',
  line: {
    session: dryRun ? '' : useSession,
    machine: 'laser',
    machineName: 'Laser',
    pool: 'lasers',
    from: '2026-11-20T17:00:00.000Z',
    to: '2026-11-20T18:30:00.000Z',
    clock: 'operating',
    billedMs: 5_400_000,
    gapMs: 0,
    energy: null,
    perHourMinor: '1200',
    costCode: null,
    tariff: null,
    components: [],
    minor: '1800',
    entered: {
      by: 'Eva',
      at: '2026-11-21T09:12:00.000Z',
      why: 'gateway-away',
      note: 'screen said E4',
    },
    withdrawn: null,
  },
  month: '2026-11',
  currency: 'EUR',
  digits: 2,
  warnings: [],
});

export const withdrawn = (dryRun: boolean): Yes => {
  const yes = entered(false);
  const back = { by: 'console', at: '2026-11-22T08:00:00.000Z', why: 'mistake' } as const;
  const line = { ...yes.line, billedMs: -5_400_000, minor: '-1800', withdrawn: back };
  return { ...yes, session: dryRun ? null : useSession, line };
};
