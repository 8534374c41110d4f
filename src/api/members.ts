// Members: the list, the import of many at once, new passwords, and erasing. Nobody gives or changes rights that they do not
// hold themselves, so a steward cannot become an administrator by way of a list or of somebody's password.

import { Type } from 'typebox';
import { EraseReport, ImportReport, Member, type MemberRow, type Problem } from '../contract/people.ts';
import { Id, ImportRequest, NewPassword, StatusChoice, StatusReport } from '../contract/requests.ts';
import { certificateName } from '../domain/access/certificate.ts';
import type { MemberRecorded } from '../domain/journal/entry.ts';
import type { State } from '../domain/journal/state.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { Person } from '../gateway/ports.ts';
import { type Api, type Parts, viewerOf } from './parts.ts';
import { journalRefusals, problemAnswers, refuse } from './problem.ts';
import { scopesOf } from './scopes.ts';
import type { Viewer } from './viewers.ts';

/** Twenty thousand rows of the import's longest usual length. */
const importLimitBytes = 6 * 1024 * 1024;

export function memberRoutes(api: Api, parts: Parts): void {
  const { gateway } = parts.options;
  api.get(
    '/api/members',
    {
      config: { needs: ['members:read'] },
      schema: {
        summary: 'All members, by handle',
        tags: ['members'],
        response: { 200: Type.Array(Member), ...problemAnswers },
      },
    },
    () => listMembers(gateway),
  );
  importRoute(api, parts);
  passwordRoute(api, parts);
  statusRoute(api, parts);
  eraseRoute(api, parts);
}

function importRoute(api: Api, { options: { gateway } }: Parts): void {
  api.post(
    '/api/members/import',
    {
      bodyLimit: importLimitBytes,
      config: {
        needs: ['members:write'],
        refusals: ['import-refused', 'scope-above-own', ...journalRefusals],
      },
      schema: {
        summary: 'Take over a list of members: all rows or none',
        description:
          'Mistakes and warnings carry the index of their row, from 0. The same list again changes nothing; badges enrolled by a tap stay.',
        tags: ['members'],
        body: ImportRequest,
        response: { 200: ImportReport, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { rows, dryRun } = request.body;
      const above = rowsAbove(gateway, viewerOf(request), rows);
      if (above.length > 0) return refuse(reply, 'scope-above-own', { mistakes: above });
      const outcome = await gateway.importMembers(rows, { dryRun });
      if (!outcome.ok) return refuse(reply, 'import-refused', { mistakes: outcome.mistakes });
      const { added, changed, unchanged } = outcome;
      const warnings = outcome.warnings.map(({ row, code, text }) => ({ row, code, text }));
      return { added, changed, unchanged, dryRun, warnings };
    },
  );
}

function passwordRoute(api: Api, { options, signIns }: Parts): void {
  api.put(
    '/api/members/:member/password',
    {
      config: {
        needs: ['members:write'],
        refusals: ['member-unknown', 'scope-above-own', 'secrets-busy', ...journalRefusals],
      },
      schema: {
        summary: 'Give a member a new password',
        description: 'Signs that member out everywhere. Tokens stay.',
        tags: ['members'],
        params: Type.Object({ member: Id }),
        body: NewPassword,
        response: { 204: Type.Null(), ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { member } = request.params;
      const recorded = options.gateway.state().members.get(member);
      if (recorded === undefined) return refuse(reply, 'member-unknown');
      if (!mayTouch(viewerOf(request), recorded)) return refuse(reply, 'scope-above-own');
      await options.gateway.setPassword(member, request.body.password);
      signIns.closeAllOf(member);
      reply.code(204);
      return null;
    },
  );
}

function statusRoute(api: Api, { options: { gateway }, signIns }: Parts): void {
  api.put(
    '/api/members/:member/status',
    {
      config: {
        needs: ['members:write'],
        refusals: ['member-unknown', 'scope-above-own', 'admin-last', ...journalRefusals],
      },
      schema: {
        summary: 'Suspend a member, or let them back in',
        description:
          'A suspended member may use nothing and not sign in. Sessions that they hold, and lessons that they teach, end. ' +
          'No list lets them back in.',
        tags: ['members'],
        params: Type.Object({ member: Id }),
        body: StatusChoice,
        response: { 200: StatusReport, ...problemAnswers },
      },
    },
    async (request, reply): Promise<StatusReport | Problem> => {
      const { member } = request.params;
      const { status } = request.body;
      const viewer = viewerOf(request);
      const recorded = gateway.state().members.get(member);
      if (recorded === undefined) return refuse(reply, 'member-unknown');
      if (!mayTouch(viewer, recorded)) return refuse(reply, 'scope-above-own');
      const outcome = await gateway.setStatus({ member, status, by: viewer.by });
      if (!outcome.ok) return refuse(reply, outcome.code);
      // Let back in, they sign in anew.
      if (status === 'suspended') signIns.closeAllOf(member);
      return { member, status, ended: [...outcome.ended] };
    },
  );
}

function eraseRoute(api: Api, { options: { gateway }, signIns, tokens }: Parts): void {
  api.delete(
    '/api/members/:member',
    {
      config: {
        needs: ['members:write'],
        refusals: [
          'member-unknown',
          'scope-above-own',
          'member-in-session',
          'admin-last',
          ...journalRefusals,
        ],
      },
      schema: {
        summary: 'Erase a member for ever',
        description:
          'What they used stays in the journal under the key alone. `dryRun=true` says what would go.',
        tags: ['members'],
        params: Type.Object({ member: Id }),
        querystring: Type.Object({ dryRun: Type.Optional(Type.Enum(['true', 'false'])) }),
        response: { 200: EraseReport, ...problemAnswers },
      },
    },
    async (request, reply): Promise<EraseReport | Problem> => {
      const { member } = request.params;
      const dryRun = request.query.dryRun === 'true';
      const recorded = gateway.state().members.get(member);
      if (recorded === undefined) return refuse(reply, 'member-unknown');
      if (!mayTouch(viewerOf(request), recorded)) return refuse(reply, 'scope-above-own');
      const outcome = await gateway.eraseMember({ member, dryRun });
      if (!outcome.ok) return refuse(reply, outcome.code);
      if (!dryRun) {
        signIns.closeAllOf(member);
        tokens.forgetAllOf(member);
      }
      const { goes, keeps } = outcome;
      const stays: EraseReport['stays'] = ['sessions', 'statements', 'taps'];
      return { member, dryRun, goes, stays, ...(keeps ? { keeps: [...keeps] } : {}) };
    },
  );
}

function listMembers(gateway: Pick<Gateway, 'state' | 'person'>): Member[] {
  const { members, workshop } = gateway.state();
  return [...members.values()]
    .flatMap((recorded) => {
      const person = gateway.person(recorded.member);
      // Erased people have no row any more and are nobody here.
      return person === undefined ? [] : [memberView(workshop, { recorded, person })];
    })
    .sort((a, b) => (a.handle < b.handle ? -1 : 1));
}

type Listed = { readonly recorded: MemberRecorded; readonly person: Person };

function memberView(workshop: State['workshop'], { recorded, person }: Listed): Member {
  return {
    member: recorded.member,
    handle: person.handle,
    name: person.name,
    email: person.email,
    team: recorded.team,
    status: recorded.status,
    roles: [...recorded.roles],
    certificates: recorded.certificates.map((one) => ({
      ...one,
      name: certificateName(workshop, one.certificate),
    })),
    plan: recorded.plan ?? null,
    from: recorded.from ?? null,
    until: recorded.until ?? null,
    badges: person.badges.map(({ badge, tail }) => ({ badge, tail })),
    shown: recorded.shown,
  };
}

/** Rows that would give, take or touch roles with scopes that the viewer does not hold. */
function rowsAbove(
  gateway: Pick<Gateway, 'state' | 'personByHandle'>,
  viewer: Viewer,
  rows: readonly MemberRow[],
) {
  return rows.flatMap(({ member: handle, roles }, row) => {
    const person = gateway.personByHandle(handle);
    const recorded = person && gateway.state().members.get(person.member);
    if (mayTouch(viewer, { roles }) && (recorded === undefined || mayTouch(viewer, recorded))) return [];
    return [
      { row, code: 'scope-above-own', text: `${handle} has or would get rights that you do not hold.` },
    ];
  });
}

/** Whether the viewer holds all the rights of that member. */
export function mayTouch(viewer: Viewer, { roles }: Pick<MemberRecorded, 'roles'>): boolean {
  return [...scopesOf(roles)].every((scope) => viewer.scopes.has(scope));
}
