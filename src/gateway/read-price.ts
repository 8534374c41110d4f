// What a member would pay at a machine if they began now: the tariff that rating would take, on what is durable.

import { bandsOf } from '../domain/billing/bands.ts';
import { tariffHash } from '../domain/billing/tariff-hash.ts';
import type { State } from '../domain/journal/state.ts';
import { machineById } from '../domain/machine/lookup.ts';
import type { Tariff } from '../domain/machine/workshop.ts';
import { currencyDigits } from '../domain/money.ts';
import type { Stamp } from '../domain/time.ts';

export type PriceAsked = { readonly machine: string; readonly member: string };

export type PriceOutcome =
  | {
      readonly ok: true;
      readonly currency: string;
      readonly digits: number;
      /** Null: it costs nothing. */
      readonly tariff: Tariff | null;
      readonly hash: string | null;
      /** An hour costs so many percent now; 100 outside the peak. */
      readonly percent: number;
    }
  | { readonly ok: false; readonly code: 'machine-unknown' | 'member-unknown' };

export function readPrice(state: State, asked: PriceAsked, { atMs }: Stamp): PriceOutcome {
  const machine = machineById(state, asked.machine);
  if (!machine) return { ok: false, code: 'machine-unknown' };
  const member = state.members.get(asked.member);
  if (!member) return { ok: false, code: 'member-unknown' };
  const { tariffs = [], space } = state.workshop ?? {};
  const { plan, team } = member;
  const user = { pool: machine.pool, team, ...(plan === undefined ? {} : { plan }) };
  const rates = { tariffs, timezone: space?.timezone ?? 'UTC' };
  const [band] = bandsOf({ ...user, fromMs: atMs, toMs: atMs }, rates);
  const tariff = band?.tariff ?? null;
  const currency = space?.currency ?? 'EUR';
  const digits = currencyDigits(currency);
  return {
    ok: true,
    currency,
    digits,
    tariff,
    hash: tariff && tariffHash(tariff),
    percent: band?.percent ?? 100,
  };
}
