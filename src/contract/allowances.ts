// Allowances over HTTP: what a member has left and what it paid for, what is sold at the desk, and who pays for a use.

import { type Static, Type } from 'typebox';
import { Id } from './requests.ts';

const Nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

const Minor = Type.String({ pattern: '^[1-9][0-9]{0,9}$', description: 'Minor units, above zero.' });
const Key = Type.String({
  pattern: '^[a-z0-9-]{1,48}$',
  description: 'Chosen by whoever asks; the same one counts once.',
});

const Part = Type.Object({
  payer: Type.String({ description: '`member:KEY`, `team:ID`, `cost-code:CODE` or `free`.' }),
  source: Type.String({
    description: '`allowance:LOT`, `wallet:KEY`, `grant:CODE`, or the account that owes it.',
  }),
  kind: Type.String({ description: '`plan`, `pack`, `grant`, `wallet`, `below`, `invoice` or `free`.' }),
  unit: Type.String({ description: '`hours:…` in milliseconds, or a currency.' }),
  amount: Type.String(),
  minor: Type.String({ description: 'How much of the price that paid.' }),
});

export type AllowancesView = Static<typeof AllowancesView>;
export const AllowancesView = Type.Object(
  {
    member: Type.String(),
    currency: Type.String(),
    digits: Type.Integer(),
    wallet: Type.Object({ minor: Type.String(), heldMinor: Type.String() }),
    lots: Type.Array(
      Type.Object({
        lot: Type.String(),
        kind: Type.String({ description: '`plan` or `pack`.' }),
        name: Type.String(),
        pools: Nullable(Type.Array(Type.String())),
        unit: Type.String({ description: '`hours:…` in milliseconds, or a currency.' }),
        amount: Type.String(),
        left: Type.String(),
        from: Type.String(),
        expires: Type.String({ description: 'At this instant it is gone.' }),
      }),
      { description: 'Soonest expiry first.' },
    ),
    uses: Type.Array(
      Type.Object({
        session: Type.String(),
        machine: Type.String(),
        pool: Type.String(),
        from: Type.String(),
        minor: Type.String(),
        parts: Type.Array(Part, { description: 'Each has a posting of its own; they add up to the price.' }),
      }),
      { description: 'Of two months, the newest first.' },
    ),
  },
  { $id: 'Allowances' },
);

export type PackList = Static<typeof PackList>;
export const PackList = Type.Object(
  {
    currency: Type.String(),
    digits: Type.Integer(),
    packs: Type.Array(
      Type.Object({
        pack: Type.String(),
        name: Type.String(),
        ms: Nullable(Type.Integer()),
        minor: Nullable(Type.String()),
        pools: Nullable(Type.Array(Type.String())),
        price: Type.String(),
        validDays: Type.Integer(),
      }),
    ),
  },
  { $id: 'Packs' },
);

export type SaleRequest = Static<typeof SaleRequest>;
export const SaleRequest = Type.Object(
  { sale: Key, member: Id, paidBy: Type.Enum(['cash', 'bank', 'account']) },
  { additionalProperties: false },
);

export type SaleDone = Static<typeof SaleDone>;
export const SaleDone = Type.Object(
  { lot: Type.String(), expires: Type.String(), repeated: Type.Boolean() },
  { $id: 'PackSale' },
);

export type WalletRequest = Static<typeof WalletRequest>;
export const WalletRequest = Type.Object(
  { key: Key, kind: Type.Enum(['top-up', 'refund']), minor: Minor, paidBy: Type.Enum(['cash', 'bank']) },
  { additionalProperties: false },
);

export type WalletDone = Static<typeof WalletDone>;
export const WalletDone = Type.Object(
  {
    posting: Type.String(),
    repeated: Type.Boolean(),
    minor: Type.String({ description: 'What is in it now.' }),
  },
  { $id: 'WalletMove' },
);

export const PayersRequest = Type.Object(
  {
    payers: Type.Array(
      Type.Object(
        {
          payer: Type.String({ maxLength: 80, pattern: '^(member|team|cost-code):[a-z0-9.-]{1,64}$' }),
          parts: Type.Integer({ minimum: 1, maximum: 1000 }),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 20 },
    ),
  },
  { additionalProperties: false },
);
