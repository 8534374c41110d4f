// Disputes as a test sets them up, and a record of what was asked of them.

import type { Disputes } from '../../src/gateway/create-disputes.ts';
import type { DisputeOpening, DisputeTold, DisputeWithdrawn, Settlement } from '../../src/gateway/gateway.ts';

export type FakeDisputes = Disputes & {
  told: readonly DisputeTold[];
  opening: DisputeOpening;
  withdrawn: DisputeWithdrawn;
  settlement: Settlement;
};

export function createFakeDisputes(asked: { verb: string; with: unknown }[]): FakeDisputes {
  return {
    told: [],
    opening: { ok: true, dispute: 'dispute-1' },
    withdrawn: { ok: true },
    settlement: { ok: true, minor: '250', currency: 'EUR' },
    async open(input) {
      asked.push({ verb: 'openDispute', with: input });
      return this.opening;
    },
    async withdraw(input) {
      asked.push({ verb: 'withdrawDispute', with: input });
      return this.withdrawn;
    },
    async settle(input) {
      asked.push({ verb: 'settleDispute', with: input });
      return this.settlement;
    },
    async list(member) {
      return this.told.filter((one) => member === null || one.member === member);
    },
  };
}
