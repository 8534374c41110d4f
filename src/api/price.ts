// GET /api/machines/:machine/price: what a member would pay, before they begin. Everybody asks for themselves; for others only
// those who may see members.

import { Type } from 'typebox';
import { PriceView } from '../contract/price.ts';
import { Id } from '../contract/requests.ts';
import type { PriceOutcome } from '../gateway/gateway.ts';
import { askedMember } from './asked-member.ts';
import { type Api, type Parts, viewerOf } from './parts.ts';
import { problemAnswers, refuse } from './problem.ts';

export function priceRoutes(api: Api, { options }: Parts): void {
  api.get(
    '/api/machines/:machine/price',
    {
      config: {
        needs: ['self:read', 'members:read'],
        refusals: ['machine-unknown', 'member-none', 'member-unknown', 'scope-missing'],
      },
      schema: {
        summary: 'What a member would pay at this machine now',
        description: 'For oneself, or with `members:read` for the member named.',
        tags: ['machines'],
        params: Type.Object({ machine: Id }),
        querystring: Type.Object({ member: Type.Optional(Id) }),
        response: { 200: PriceView, ...problemAnswers },
      },
    },
    (request, reply) => {
      const asked = askedMember(viewerOf(request), request.query.member);
      if (!asked.ok) return refuse(reply, asked.code);
      const { member } = asked;
      const { machine } = request.params;
      const outcome = options.gateway.price({ machine, member });
      return outcome.ok ? priceView(machine, outcome) : refuse(reply, outcome.code);
    },
  );
}

type Priced = Extract<PriceOutcome, { ok: true }>;

export function priceView(machine: string, { currency, digits, tariff, hash, percent }: Priced): PriceView {
  if (!tariff || hash === null) return { machine, currency, digits, price: null };
  const { startMinor, minimumMinor, graceMs, stepMs, peak, caps = {}, perKwhMinor, materials } = tariff;
  const minuteMs = 60_000;
  return {
    machine,
    currency,
    digits,
    price: {
      tariff: hash,
      from: tariff.from,
      perHour: [tariff, ...(tariff.also ?? [])].map(({ clock, perHourMinor }) => ({
        clock,
        minor: perHourMinor,
      })),
      ...(startMinor === undefined ? {} : { start: startMinor }),
      ...(minimumMinor === undefined ? {} : { minimum: minimumMinor }),
      ...(graceMs === undefined ? {} : { freeMinutes: graceMs / minuteMs }),
      ...(stepMs === undefined ? {} : { stepMinutes: stepMs / minuteMs }),
      ...(peak === undefined ? {} : { peak: peakView(peak, percent) }),
      ...(caps.sessionMinor === undefined ? {} : { mostPerSession: caps.sessionMinor }),
      ...(caps.dayMinor === undefined ? {} : { mostPerDay: caps.dayMinor }),
      ...(caps.monthMinor === undefined ? {} : { mostPerMonth: caps.monthMinor }),
      ...(materials && {
        materials: materials.map(({ perUnitMinor: minor, ...material }) => ({ ...material, minor })),
      }),
      ...(perKwhMinor === undefined ? {} : { perKwh: perKwhMinor }),
    },
  };
}

const peakView = ({ hours, percent }: NonNullable<NonNullable<Priced['tariff']>['peak']>, now: number) => ({
  percent,
  isNow: now === percent,
  hours: hours.map(({ days, from, to }) => ({ days: [...days], from, to })),
});
