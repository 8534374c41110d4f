// Devices that nobody has described yet: who looks after devices sees what they say, lets one in by a code, and says what
// it is. Also reading officina.yaml again, which is what an assignment ends with.

import { Type } from 'typebox';
import {
  Assignment,
  AssignmentDone,
  ClientId,
  ConfigReload,
  KnownBoxList,
  type KnownBoxView,
  PairingMade,
  PartAssignment,
  UnassignedList,
  type UnassignedView,
} from '../contract/unassigned.ts';
import type { DeviceGuess, KnownBox, Unassigned } from '../gateway/unassigned.ts';
import { rfc3339 } from './instant.ts';
import type { Assigned } from './options.ts';
import { type Api, type Parts, viewerOf } from './parts.ts';
import { journalRefusals, problemAnswers, type Refusable, refuse } from './problem.ts';

export function unassignedRoutes(api: Api, parts: Parts): void {
  listRoute(api, parts);
  pairingRoute(api, parts);
  assignmentRoute(api, parts);
  boxesRoute(api, parts);
  partRoute(api, parts);
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
      const { code, expiresAtMs, host, port, warning } = made;
      return { code, expires: rfc3339(expiresAtMs), host, port, warning };
    },
  );
}

function assignmentRoute(api: Api, { options: { newcomers } }: Parts): void {
  api.post(
    '/api/unassigned/:client/assignment',
    {
      config: {
        needs: ['devices:write'],
        refusals: ['unassigned-unknown', ...assignmentRefusals],
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
      return assignmentAnswer(reply, outcome);
    },
  );
}

const assignmentRefusals = [
  ...(['assignment-wrong', 'answers-missing', 'config-none', 'config-not-writable'] as const),
  ...journalRefusals,
] as const;

function assignmentAnswer(reply: Refusable, outcome: Assigned) {
  if (!outcome.ok) {
    const { ok: _, code, ...facts } = outcome;
    return refuse(reply, code, facts);
  }
  const { lines, device, credentials, told, restart, setUp } = outcome;
  return { lines: [...lines], device, credentials, told, restart: [...restart], setUp: [...setUp] };
}

function boxesRoute(api: Api, { options: { newcomers } }: Parts): void {
  api.get(
    '/api/devices/parts',
    {
      config: { needs: ['devices:read'] },
      schema: {
        summary:
          'Described boxes with the firmware that they came with, and what else of them may be described',
        tags: ['devices'],
        response: { 200: KnownBoxList, ...problemAnswers },
      },
    },
    () => ({ boxes: newcomers.boxes().map(boxView) }),
  );
}

function partRoute(api: Api, { options: { newcomers } }: Parts): void {
  api.post(
    '/api/devices/parts',
    {
      config: { needs: ['devices:write'], refusals: ['box-unknown', ...assignmentRefusals] },
      schema: {
        summary: 'Describe another part of a box: the relay beside the reader, another plug of the bridge',
        description:
          'It signs in as before, so there are no new credentials; the box connects anew once. With `dryRun` only the lines are told.',
        tags: ['devices'],
        body: PartAssignment,
        response: { 200: AssignmentDone, ...problemAnswers },
      },
    },
    async (request, reply) => {
      const { by } = viewerOf(request);
      return assignmentAnswer(reply, await newcomers.addPart({ ...request.body, by }));
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
    guesses: guessesView(device.guesses),
  };
}

const boxView = ({ client, there, parts, guesses }: KnownBox): KnownBoxView => ({
  ...{ client, there, guesses: guessesView(guesses) },
  parts: parts.map(({ role, id }) => ({ role, id })),
});

const guessesView = (guesses: readonly DeviceGuess[]): UnassignedView['guesses'] =>
  guesses.map(({ role, entry, because }) => ({ role, entry: { ...entry }, because }));
