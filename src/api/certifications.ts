// Certificates given and taken back at the desk, for one member or several, and the roles of a member. Nobody gives or takes a
// role with rights that they do not hold themselves. With `dryRun` the answer is the same and nothing is written.

import { Type } from 'typebox';
import {
  CertificateList,
  CertificateWithdrawal,
  CertifyReport,
  CertifyRequest,
  RolesReport,
  RolesRequest,
} from '../contract/certifications.ts';
import { Id } from '../contract/requests.ts';
import { certificateName } from '../domain/access/certificate.ts';
import type { CertificateChange, CertifyOutcome, Gateway } from '../gateway/gateway.ts';
import { mayTouch } from './members.ts';
import { type Api, type Parts, viewerOf } from './parts.ts';
import { journalRefusals, problemAnswers, type Refusable, refuse } from './problem.ts';
import { listScopes, scopesOf } from './scopes.ts';

const tags = ['members'];

export function certificationRoutes(api: Api, parts: Parts): void {
  listRoute(api, parts);
  certifyRoutes(api, parts);
  rolesRoute(api, parts);
}

function listRoute(api: Api, { options }: Parts): void {
  api.get(
    '/api/certificates',
    {
      config: { needs: ['members:read'] },
      schema: {
        summary: 'The certificates of this workshop',
        description: 'Those that are described, and those that a machine asks for.',
        tags,
        response: { 200: CertificateList, ...problemAnswers },
      },
    },
    () => {
      const { workshop } = options.gateway.state();
      const asked = Object.values(workshop?.machines ?? {}).flatMap(({ requires }) => requires);
      const ids = new Set([...Object.keys(workshop?.certificates ?? {}), ...asked]);
      return { certificates: [...ids].toSorted().map((id) => ({ id, name: certificateName(workshop, id) })) };
    },
  );
}

const certifyRefusals = [
  ...(['member-unknown', 'certificate-unknown', 'certificate-day', 'certificate-own'] as const),
  ...journalRefusals,
] as const;

function certifyRoutes(api: Api, { options: { gateway } }: Parts): void {
  const config = { needs: ['certificates:write'], refusals: certifyRefusals } as const;
  const response = { 200: CertifyReport, ...problemAnswers };
  api.post(
    '/api/certifications',
    {
      config,
      schema: {
        summary: 'Give members a certificate',
        description:
          'All of them or none. A list of members that comes later takes it away only where it names it.',
        tags,
        body: CertifyRequest,
        response,
      },
    },
    async (request, reply) => {
      const { dryRun = false, level = 'operate', ...asked } = request.body;
      const { by } = viewerOf(request);
      return answer({ gateway, reply, dryRun }, await gateway.certify({ ...asked, level, by, dryRun }));
    },
  );
  api.post(
    '/api/certifications/withdrawal',
    {
      config,
      schema: {
        summary: 'Take a certificate back',
        description: 'Sessions that ask for it end; a running job may finish.',
        tags,
        body: CertificateWithdrawal,
        response,
      },
    },
    async (request, reply) => {
      const { dryRun = false, ...asked } = request.body;
      const { by } = viewerOf(request);
      return answer({ gateway, reply, dryRun }, await gateway.withdrawCertificate({ ...asked, by, dryRun }));
    },
  );
}

type Asked = {
  readonly gateway: Pick<Gateway, 'person'>;
  readonly reply: Refusable;
  readonly dryRun: boolean;
};

function answer({ gateway, reply, dryRun }: Asked, outcome: CertifyOutcome) {
  if (!outcome.ok) return refuse(reply, outcome.code, { about: outcome.about });
  const changes = outcome.changes.map(({ member, before, after, ends }) => ({
    member,
    name: gateway.person(member)?.name ?? null,
    before: heldView(before),
    after: heldView(after),
    ends: [...ends],
  }));
  return { dryRun, changes };
}

const heldView = (held: CertificateChange['before']) =>
  held && { until: held.until, level: held.level ?? ('operate' as const) };

function rolesRoute(api: Api, { options: { gateway } }: Parts): void {
  api.put(
    '/api/members/:member/roles',
    {
      config: {
        needs: ['members:write'],
        refusals: ['member-unknown', 'scope-above-own', 'admin-last', ...journalRefusals],
      },
      schema: {
        summary: 'Give a member roles, and take the others away',
        description: 'Roles that a sign-in service lends stay. The last administrator stays one.',
        tags,
        params: Type.Object({ member: Id }),
        body: RolesRequest,
        response: { 200: RolesReport, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { member } = request.params;
      const { roles, dryRun = false } = request.body;
      const viewer = viewerOf(request);
      const recorded = gateway.state().members.get(member);
      if (recorded === undefined) return refuse(reply, 'member-unknown');
      if (!mayTouch(viewer, recorded) || !mayTouch(viewer, { roles }))
        return refuse(reply, 'scope-above-own');
      const outcome = await gateway.setRoles({ member, roles, by: viewer.by, dryRun });
      if (!outcome.ok) return refuse(reply, outcome.code);
      const [before, after] = [scopesOf(outcome.before), scopesOf(outcome.after)];
      return {
        dryRun,
        roles: [...outcome.after],
        gains: listScopes(after).filter((scope) => !before.has(scope)),
        loses: listScopes(before).filter((scope) => !after.has(scope)),
      };
    },
  );
}
