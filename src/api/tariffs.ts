// Tariffs over HTTP: what was, is and will be charged, what a new one would change, the past under it, and writing it into
// officina.yaml. Reading needs ledger:read, writing books:write; of members only those are told who may see statements.

import {
  TariffChecked,
  TariffList,
  TariffReplay,
  TariffReplayRequest,
  TariffRequest,
  type TariffView,
} from '../contract/tariffs.ts';
import { tariffOn } from '../domain/billing/bands.ts';
import { currencyDigits } from '../domain/money.ts';
import { localDate } from '../domain/time.ts';
import type { TariffDesk, TariffRefused } from './options.ts';
import { type Api, type Parts, viewerOf } from './parts.ts';
import { journalRefusals, problemAnswers, type Refusable, refuse } from './problem.ts';

const tags = ['tariffs'];
const refusals = ['config-none', 'config-wrong', 'config-not-writable', ...journalRefusals] as const;
/** Of fewer nothing is told. */
const fewest = 5;
/** Two years. */
const mostMonths = 24;

export function tariffRoutes(api: Api, parts: Parts): void {
  listRoute(api, parts);
  addRoute(api, parts);
  replayRoute(api, parts);
}

function listRoute(api: Api, { options }: Parts): void {
  api.get(
    '/api/tariffs',
    {
      config: { needs: ['ledger:read'] },
      schema: {
        summary: 'Tariffs that are past, in force and coming',
        tags,
        response: { 200: TariffList, ...problemAnswers },
      },
    },
    () => {
      const { workshop } = options.gateway.state();
      const { space, plans = {}, teams = {}, machines = {} } = workshop ?? {};
      const currency = space?.currency ?? 'EUR';
      const today = todayOf({ options });
      return {
        ...{ currency, digits: currencyDigits(currency), firstDay: options.tariffs?.firstDay() ?? today },
        pools: [...new Set(Object.values(machines).map(({ pool }) => pool))].sort(),
        plans: Object.keys(plans).sort(),
        teams: Object.keys(teams).sort(),
        tariffs: (options.tariffs?.list() ?? []).map((told) => tariffView({ options }, told)),
      };
    },
  );
}

function addRoute(api: Api, { options }: Parts): void {
  api.post(
    '/api/tariffs',
    {
      config: { needs: ['books:write'], refusals },
      schema: {
        summary: 'Judges a new tariff, and writes it into officina.yaml',
        description:
          'With `dryRun` nothing is written. It begins on its day by itself; no tariff is ever changed.',
        tags,
        body: TariffRequest,
        response: { 200: TariffChecked, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { text, dryRun } = request.body;
      const desk = options.tariffs;
      if (!desk) return refuse(reply, 'config-none');
      const judged = await (dryRun ? desk.judge(text) : desk.add(text, viewerOf(request).by));
      if (!judged.ok) return refuseTariff(reply, judged);
      return {
        ...{ tariff: tariffView({ options }, judged), replaces: judged.replaces, written: !dryRun },
        typical: judged.typical.map(({ use, beforeMinor, afterMinor }) => ({
          ...{ use, beforeMinor: beforeMinor.toString(), afterMinor: afterMinor.toString() },
        })),
      };
    },
  );
}

function replayRoute(api: Api, { options }: Parts): void {
  api.post(
    '/api/tariffs/replay',
    {
      config: { needs: ['books:write'], refusals: [...refusals, 'replay-span'] },
      schema: {
        summary: 'What some past months would have cost under a tariff',
        description: 'Reads the journal and changes nothing. At most two years.',
        tags,
        body: TariffReplayRequest,
        response: { 200: TariffReplay, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { from, to } = request.body;
      if (!options.tariffs) return refuse(reply, 'config-none');
      if (from > to || to > todayOf({ options }).slice(0, 7) || monthsBetween(from, to) > mostMonths)
        return refuse(reply, 'replay-span');
      const outcome = await options.tariffs.replay(request.body);
      if (!outcome.ok) return refuseTariff(reply, outcome);
      const rows = [...outcome.members].map(([member, sums]) => ({ member, ...sums }));
      const mayName = viewerOf(request).scopes.has('statements:read');
      const sum = (key: 'beforeMinor' | 'afterMinor'): string =>
        rows.reduce((total, row) => total + row[key], 0n).toString();
      return {
        ...{ uses: outcome.uses, beforeMinor: sum('beforeMinor'), afterMinor: sum('afterMinor') },
        more: sideOf(rows.filter((row) => row.afterMinor > row.beforeMinor)),
        less: sideOf(rows.filter((row) => row.afterMinor < row.beforeMinor)),
        same: sideOf(rows.filter((row) => row.afterMinor === row.beforeMinor)),
        members: mayName ? namedRows({ options }, rows) : null,
      };
    },
  );
}

type Row = { readonly member: string; readonly beforeMinor: bigint; readonly afterMinor: bigint };
type Has = Pick<Parts, 'options'>;

function sideOf(rows: readonly Row[]) {
  if (rows.length > 0 && rows.length < fewest) return { members: null, minor: null };
  const minor = rows.reduce((sum, row) => sum + row.afterMinor - row.beforeMinor, 0n);
  return { members: rows.length, minor: minor.toString() };
}

function namedRows({ options }: Has, rows: readonly Row[]) {
  const size = ({ beforeMinor, afterMinor }: Row): bigint => afterMinor - beforeMinor;
  return rows
    .filter((row) => size(row) !== 0n)
    .sort((one, other) => (size(one) > size(other) ? -1 : 1))
    .map(({ member, beforeMinor, afterMinor }) => ({
      ...{ member, name: options.gateway.person(member)?.name ?? member },
      ...{ beforeMinor: beforeMinor.toString(), afterMinor: afterMinor.toString() },
    }));
}

const todayOf = ({ options }: Has): string =>
  localDate(options.clock.wallMs(), options.gateway.state().workshop?.space.timezone ?? 'UTC');

function monthsBetween(from: string, to: string): number {
  const [count = 0, before = 0] = [to, from].map(
    (month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)),
  );
  return count - before + 1;
}

type Told = ReturnType<TariffDesk['list']>[number];

function tariffView(has: Has, { tariff, hash, text, fields }: Told) {
  const { pool, from, for: whom } = tariff;
  const date = todayOf(has);
  const tariffs = has.options.gateway.state().workshop?.tariffs ?? [];
  const user = { pool, team: whom?.team ?? null, ...(whom?.plan === undefined ? {} : { plan: whom.plan }) };
  const state: TariffView['state'] =
    from > date ? 'coming' : tariffOn(tariffs, { ...user, date }) === tariff ? 'now' : 'past';
  return {
    ...{ hash, state, pool, from, plan: whom?.plan ?? null, team: whom?.team ?? null },
    text,
    fields,
  };
}

function refuseTariff(reply: Refusable, no: TariffRefused) {
  if (no.code === 'config-wrong') return refuse(reply, no.code, { mistakes: no.mistakes });
  if (no.code === 'config-not-writable') return refuse(reply, no.code, { about: no.about, lines: no.lines });
  return refuse(reply, no.code);
}
