// What waits for the people at the desk, in one answer: alarms come with the live events of the board, all else stands here. Each
// viewer gets the rows whose remedy is theirs.

import { Type } from 'typebox';
import { CareListRow, type TodayRow, TodayView, todayKinds } from '../contract/today.ts';
import { certificateName } from '../domain/access/certificate.ts';
import { endOf } from '../domain/access/training.ts';
import { addDays } from '../domain/access/week.ts';
import { openProblems, partStates } from '../domain/machine/care.ts';
import { machineById } from '../domain/machine/lookup.ts';
import { localDate } from '../domain/time.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { rfc3339 } from './instant.ts';
import { type Api, type Parts, viewerOf } from './parts.ts';
import { problemAnswers } from './problem.ts';
import type { Viewer } from './viewers.ts';

const mostOfKind = 50;
/** What ends within so many days is told. */
const soonDays = 14;
/** What ended longer ago is no news any more. */
const pastDays = 60;

export function todayRoutes(api: Api, parts: Parts): void {
  api.get(
    '/api/desk/today',
    {
      config: {
        needs: ['devices:read', 'care:write', 'disputes:settle', 'ledger:read', 'certificates:write'],
      },
      schema: {
        summary: 'What waits for whoever asks, the most pressing first',
        description: 'Beside the open alarms, which GET /api/alarms tells.',
        tags: ['desk'],
        response: { 200: TodayView, ...problemAnswers },
      },
    },
    async (request): Promise<TodayView> => {
      const rows = await rowsFor(parts, viewerOf(request));
      const listed = todayKinds.flatMap((kind) =>
        rows.filter((row) => row.kind === kind).slice(0, mostOfKind),
      );
      return { rows: listed, more: rows.length - listed.length };
    },
  );
  careRoute(api, parts);
}

async function rowsFor(parts: Parts, viewer: Viewer): Promise<readonly TodayRow[]> {
  const { options } = parts;
  const { gateway, clock } = options;
  const state = gateway.state();
  const today = localDate(clock.wallMs(), state.workshop?.space.timezone ?? 'UTC');
  const box: Asked = { gateway, today, nowMs: clock.wallMs() };
  const may = (scope: Parameters<Viewer['scopes']['has']>[0]): boolean => viewer.scopes.has(scope);
  return [
    ...(may('care:write') ? careRows(box) : []),
    ...(may('devices:read') ? silentRows(box) : []),
    ...(may('devices:write') ? newcomerRows(options.newcomers.list()) : []),
    ...(may('certificates:write') ? certificateRows(box) : []),
    ...(may('members:write') ? membershipRows(box) : []),
    ...(may('disputes:settle') ? await disputeRows(gateway) : []),
    ...(may('ledger:read') ? await bookRows(box) : []),
  ];
}

type Asked = {
  readonly gateway: Pick<Gateway, 'state' | 'person' | 'devices' | 'disputes' | 'invoicing'>;
  /** Local day. */
  readonly today: string;
  readonly nowMs: number;
};

const usual = { machine: null, detail: null, at: null, over: false, count: 1 } as const;

function careRows({ gateway, nowMs }: Asked): readonly TodayRow[] {
  const state = gateway.state();
  return (state.workshop?.order ?? []).flatMap((machine): TodayRow[] => {
    const name = machineById(state, machine)?.name ?? machine;
    const problems = openProblems(state, machine);
    const first = problems[0];
    const part = partStates(state, machine, { atMs: nowMs, synchronised: state.synchronised })[0];
    const word = part?.due?.word;
    const row = { ...usual, id: machine, name, machine };
    return [
      ...(first
        ? [
            {
              ...row,
              kind: 'problem-open' as const,
              at: rfc3339(first.atMs),
              over: first.severity === 'lock',
              count: problems.length,
            },
          ]
        : []),
      ...(part && (word === 'over' || word === 'soon')
        ? [{ ...row, kind: 'service-due' as const, detail: part.name, over: word === 'over' }]
        : []),
    ];
  });
}

/** Of those that serve a machine: one that is only described is nobody's loss. */
function silentRows({ gateway }: Asked): readonly TodayRow[] {
  const machines = Object.entries(gateway.state().workshop?.machines ?? {});
  return gateway
    .devices()
    .filter(({ there }) => !there)
    .flatMap(({ role, id, seenAtMs }): TodayRow[] => {
      const served = machines.find(
        ([, { reader, switch: plug }]) => (role === 'reader' ? reader : plug) === id,
      );
      if (!served) return [];
      const at = seenAtMs === null ? null : rfc3339(seenAtMs);
      return [
        { ...usual, kind: 'device-silent', id, name: id, machine: served[0], detail: served[1].name, at },
      ];
    });
}

const newcomerRows = (
  list: readonly { readonly client: string; readonly firstSeenMs: number }[],
): readonly TodayRow[] =>
  list.map(({ client, firstSeenMs }) => ({
    ...usual,
    kind: 'newcomer-waits',
    id: client,
    name: client,
    at: rfc3339(firstSeenMs),
  }));

function certificateRows({ gateway, today }: Asked): readonly TodayRow[] {
  const state = gateway.state();
  const rows = [...state.members.values()].flatMap((member): TodayRow[] => {
    const person = gateway.person(member.member);
    if (!person || member.status !== 'active') return [];
    return member.certificates.flatMap((held): TodayRow[] => {
      const day = endOf(state, member.member, held)?.day;
      if (day === undefined || !isNear(day, today)) return [];
      const detail = certificateName(state.workshop, held.certificate);
      const row = { ...usual, id: member.member, name: person.name, detail, at: day, over: day < today };
      return [{ ...row, kind: 'certificate-ends' }];
    });
  });
  return rows.toSorted(byDay);
}

function membershipRows({ gateway, today }: Asked): readonly TodayRow[] {
  const rows = [...gateway.state().members.values()].flatMap((member): TodayRow[] => {
    const person = gateway.person(member.member);
    const { until } = member;
    if (!person || member.status !== 'active' || until === undefined || !isNear(until, today)) return [];
    const row = { ...usual, id: member.member, name: person.name, at: until, over: until < today };
    return [{ ...row, kind: 'membership-ends' }];
  });
  return rows.toSorted(byDay);
}

const isNear = (day: string, today: string): boolean =>
  day <= addDays(today, soonDays) && day >= addDays(today, -pastDays);

const byDay = (a: TodayRow, b: TodayRow): number => ((a.at ?? '') < (b.at ?? '') ? -1 : 1);

async function disputeRows(gateway: Asked['gateway']): Promise<readonly TodayRow[]> {
  const all = await gateway.disputes.list(null);
  return all
    .filter(({ status }) => status === 'open')
    .map(({ dispute, name, answerBy, overdue }) => ({
      ...usual,
      kind: 'dispute-open',
      id: dispute,
      name: name ?? '',
      at: answerBy,
      over: overdue,
    }));
}

/** The month before this one, while it is open; and what is not paid in time. */
async function bookRows({ gateway, today }: Asked): Promise<readonly TodayRow[]> {
  const { workshop, ledger } = gateway.state();
  if (workshop?.billing === undefined) return [];
  const month = addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7);
  const isOpen = ledger.closed.month === null || ledger.closed.month < month;
  const issued = await gateway.invoicing.issued(null);
  const late = issued.filter(({ openMinor, dueOn }) => openMinor > 0n && dueOn < today);
  return [
    ...(isOpen ? [{ ...usual, kind: 'month-open' as const, id: month, name: month, at: month }] : []),
    ...late.map((one) => ({
      ...usual,
      kind: 'invoice-due' as const,
      id: one.invoice,
      name: one.name,
      detail: one.number,
      at: one.dueOn,
      over: true,
    })),
  ];
}

function careRoute(api: Api, { options }: Parts): void {
  api.get(
    '/api/care',
    {
      config: { needs: ['care:write'] },
      schema: {
        summary: 'Every machine by what it needs, the most pressing first',
        tags: ['care'],
        response: { 200: Type.Array(CareListRow), ...problemAnswers },
      },
    },
    async (request) => {
      const viewer = viewerOf(request);
      const { gateway, clock } = options;
      const state = gateway.state();
      const now = { atMs: clock.wallMs(), synchronised: state.synchronised };
      const rows = (state.workshop?.order ?? []).flatMap((machine): CareListRow[] => {
        const described = machineById(state, machine);
        if (!described) return [];
        const problems = openProblems(state, machine);
        const part = partStates(state, machine, now)[0] ?? null;
        const last = state.care.get(machine)?.log.at(-1);
        return [
          {
            machine,
            name: described.name,
            pool: described.pool,
            due: part?.due?.word ?? 'none',
            part: part && { id: part.part, name: part.name },
            leftMs: part?.due?.leftMs == null ? null : Math.floor(part.due.leftMs),
            leftJobs: part?.due?.leftJobs ?? null,
            leftDays: part?.due?.leftDays ?? null,
            problems: problems.length,
            worst: problems[0]?.severity ?? null,
            caredBy:
              last && viewer.scopes.has('members:read') ? (gateway.person(last.by)?.name ?? last.by) : null,
            caredAt: last ? rfc3339(last.atMs) : null,
          },
        ];
      });
      return rows.toSorted(byNeed);
    },
  );
}

const needs: readonly CareListRow['due'][] = ['over', 'soon', 'unknown', 'fine', 'none'];
const worsts: readonly CareListRow['worst'][] = ['lock', 'flag', 'note', null];

const byNeed = (a: CareListRow, b: CareListRow): number =>
  worsts.indexOf(a.worst) - worsts.indexOf(b.worst) || needs.indexOf(a.due) - needs.indexOf(b.due);
