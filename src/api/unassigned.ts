// Devices that nobody has described yet: who looks after devices sees what they say, lets one in by a code, and says what
// it is. Also reading officina.yaml again, which is what an assignment ends with.

import { Type } from 'typebox';
import {
  Assignment,
  AssignmentDone,
  ClientId,
  ConfigReload,
  PairingMade,
  UnassignedList,
  type UnassignedView,
} from '../contract/unassigned.ts';
import type { Unassigned } from '../gateway/unassigned.ts';
import { rfc3339 } from './instant.ts';
import { type Api, type Parts, viewerOf } from './parts.ts';
import { journalRefusals, problemAnswers, refuse } from './problem.ts';

export function unassignedRoutes(api: Api, parts: Parts): void {
  listRoute(api, parts);
  pairingRoute(api, parts);
  assignmentRoute(api, parts);
  reloadRoute(api, parts);
}

function listRoute(api: Api, { options: { newcomers } }: Parts): void {
  api.get(
    '/api/unassigned',
    {
      config: { needs: ['devices:read'] },
      schema: {
        summary: 'Devices that came in and that nobody has described yet, with what they said',
        description: 'They reach nothing. The live event `unassigned` tells that the list changed.',
        tags: ['devices'],
        response: { 200: UnassignedList, ...problemAnswers },
      },
    },
    () => ({ devices: newcomers.list().map(unassignedView) }),
  );
}

function pairingRoute(api: Api, { options: { newcomers } }: Parts): void {
  api.post(
    '/api/pairings',
    {
      config: { needs: ['devices:write'], refusals: ['pairing-full'] },
      schema: {
        summary: 'A code with which one device may come in, once, within ten minutes',
        description:
          'The device signs in over MQTT as the user `pair` with the code as its password, under any client id that is not described. It hears of its own credentials on `officina/v1/pairing/<client id>`.',
        tags: ['devices'],
        response: { 201: PairingMade, ...problemAnswers },
      },
    },
    (_request, reply) => {
      const made = newcomers.openPairing();
      if (made === null) return refuse(reply, 'pairing-full');
      reply.code(201);
      return { code: made.code, expires: rfc3339(made.expiresAtMs) };
    },
  );
}

function assignmentRoute(api: Api, { options: { newcomers } }: Parts): void {
  api.post(
    '/api/unassigned/:client/assignment',
    {
      config: {
        needs: ['devices:write'],
        refusals: [
          ...(['unassigned-unknown', 'assignment-wrong', 'answers-missing'] as const),
          ...(['config-none', 'config-not-writable'] as const),
          ...journalRefusals,
        ],
      },
      schema: {
        summary: 'Say what a device is: it gets an entry in officina.yaml and credentials of its own',
        description:
          'In force at once. A device that came with a code and listens is told its credentials; into any other somebody types them. The text before is kept as `officina.yaml.before-attach`. With `dryRun` only the lines are told.',
        tags: ['devices'],
        params: Type.Object({ client: ClientId }),
        body: Assignment,
        response: { 200: AssignmentDone, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { by } = viewerOf(request);
      const outcome = await newcomers.assign({ ...request.body, client: request.params.client, by });
      if (!outcome.ok) {
        const { ok: _, code, ...facts } = outcome;
        return refuse(reply, code, facts);
      }
      const { lines, device, credentials, told, restart } = outcome;
      return { lines: [...lines], device, credentials, told, restart: [...restart] };
    },
  );
}

function reloadRoute(api: Api, { options: { newcomers } }: Parts): void {
  api.post(
    '/api/config/reload',
    {
      config: {
        needs: ['devices:write'],
        refusals: ['config-none', 'config-wrong', ...journalRefusals],
      },
      schema: {
        summary: 'Read officina.yaml again',
        description: 'What can change in a running gateway does; a file with mistakes changes nothing.',
        tags: ['devices'],
        response: { 200: ConfigReload, ...problemAnswers },
      },
    },
    async (_request, reply) => {
      const outcome = await newcomers.reload();
      if (outcome.ok) return { restart: [...outcome.restart] };
      const { mistakes } = outcome;
      return refuse(reply, outcome.code, mistakes ? { mistakes } : {});
    },
  );
}

/** Field by field, so that nothing else of the gateway becomes an answer. */
function unassignedView(device: Unassigned): UnassignedView {
  const { client, user, address, how, there, firstSeenMs, lastSeenMs } = device;
  return {
    ...{ client, user, address, how, there },
    firstSeen: rfc3339(firstSeenMs),
    lastSeen: rfc3339(lastSeenMs),
    messages: device.messages.map(({ atMs, topic, text, retained }) => ({
      ...{ at: rfc3339(atMs), topic, text, retained },
    })),
    guesses: device.guesses.map(({ role, entry, because }) => ({ role, entry: { ...entry }, because })),
  };
}
