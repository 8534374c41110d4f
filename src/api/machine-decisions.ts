// What people decide about a machine: anyone locks it, a steward unlocks it and sets its mode, with a note and a picture.
// A lock is not an emergency stop: that one hangs at the machine and needs no gateway.

import { Type } from 'typebox';
import { Id, LockRequest, ModeRequest } from '../contract/requests.ts';
import { machineById } from '../domain/machine/lookup.ts';
import { photoType } from '../domain/machine/photo.ts';
import { type Api, type Parts, viewerOf } from './parts.ts';
import { journalRefusals, problemAnswers, refuse } from './problem.ts';

const params = Type.Object({ machine: Id });

/** A picture of a mebibyte in base64, and the rest. */
const bodyLimitBytes = 2 * 1024 * 1024;

export function machineDecisionRoutes(api: Api, parts: Parts): void {
  lockRoute(api, parts);
  unlockRoute(api, parts);
  modeRoute(api, parts);
  photoRoute(api, parts);
}

function lockRoute(api: Api, { options }: Parts): void {
  api.post(
    '/api/machines/:machine/lock',
    {
      config: {
        needs: ['machines:lock'],
        refusals: ['machine-unknown', 'machine-locked-already', 'lock-limit', ...journalRefusals],
      },
      schema: {
        summary: 'Lock a machine, because something is wrong with it',
        description:
          'Every member may, five within an hour; nobody starts it until a steward unlocks it. Not an emergency stop.',
        tags: ['machines'],
        params,
        body: LockRequest,
        response: { 204: Type.Null(), ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { by, scopes } = viewerOf(request);
      const { machine } = request.params;
      const { severity } = request.body;
      const steward = scopes.has('machines:write');
      const outcome = await options.gateway.lockMachine({ machine, by, steward, severity });
      if (!outcome.ok) return refuse(reply, outcome.code);
      reply.status(204);
      return null;
    },
  );
}

function unlockRoute(api: Api, { options }: Parts): void {
  api.post(
    '/api/machines/:machine/unlock',
    {
      config: {
        needs: ['machines:write'],
        refusals: ['machine-unknown', 'machine-not-locked', ...journalRefusals],
      },
      schema: {
        summary: 'Unlock a machine after looking at it',
        tags: ['machines'],
        params,
        response: { 204: Type.Null(), ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { by } = viewerOf(request);
      const outcome = await options.gateway.unlockMachine({ machine: request.params.machine, by });
      if (!outcome.ok) return refuse(reply, outcome.code);
      reply.status(204);
      return null;
    },
  );
}

function modeRoute(api: Api, { options }: Parts): void {
  api.put(
    '/api/machines/:machine/mode',
    {
      bodyLimit: bodyLimitBytes,
      config: {
        needs: ['machines:write'],
        refusals: [
          'machine-unknown',
          'note-too-long',
          'photo-too-large',
          'photo-unreadable',
          ...journalRefusals,
        ],
      },
      schema: {
        summary: 'Set the mode of a machine, with a note and a picture',
        description:
          'Note and picture take the place of those before. Whoever holds the machine finishes, unless it is put into production. ' +
          'Of the picture only what draws it is kept: no place, no time, no camera.',
        tags: ['machines'],
        params,
        body: ModeRequest,
        response: { 204: Type.Null(), ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { by } = viewerOf(request);
      const { mode, note = null, photo = null } = request.body;
      const picture = photo === null ? null : Buffer.from(photo, 'base64');
      const wish = { machine: request.params.machine, mode, by, note, photo: picture };
      const outcome = await options.gateway.setMachineMode(wish);
      if (!outcome.ok) return refuse(reply, outcome.code);
      reply.status(204);
      return null;
    },
  );
}

function photoRoute(api: Api, { options }: Parts): void {
  api.get(
    '/api/machines/:machine/photo',
    {
      config: { needs: ['board:read'], refusals: ['machine-unknown', 'photo-none'] },
      schema: {
        summary: 'The picture beside the mode of a machine',
        tags: ['machines'],
        params,
        produces: ['image/jpeg', 'image/png'],
        response: {
          200: Type.Unsafe<Buffer>({ type: 'string', format: 'binary', description: 'The picture.' }),
          ...problemAnswers,
        },
      },
    },
    async (request, reply) => {
      const { machine } = request.params;
      if (machineById(options.gateway.state(), machine) === undefined)
        return refuse(reply, 'machine-unknown');
      const bytes = await options.gateway.machinePhoto(machine);
      const type = bytes && photoType(bytes);
      if (bytes === null || type === null) return refuse(reply, 'photo-none');
      // Taken as nothing but this picture, whatever its bytes look like (nosniff stands on every answer).
      return reply
        .header('content-type', type)
        .header('content-security-policy', "default-src 'none'")
        .send(Buffer.from(bytes));
    },
  );
}
