// GET /api/devices: every reader and switch with what it told of itself, for whoever looks after them.

import { Type } from 'typebox';
import { DeviceView } from '../contract/devices.ts';
import type { AllowListFacts, DeviceFacts, Gateway } from '../gateway/gateway.ts';
import { rfc3339 } from './instant.ts';
import type { Api, Parts } from './parts.ts';
import { problemAnswers } from './problem.ts';

export function deviceRoutes(api: Api, { options }: Parts): void {
  api.get(
    '/api/devices',
    {
      config: { needs: ['devices:read'] },
      schema: {
        summary: 'Readers and switches, and what they told of themselves since the start',
        tags: ['devices'],
        response: { 200: Type.Array(DeviceView), ...problemAnswers },
      },
    },
    () => options.gateway.devices().map((facts) => deviceView(options.gateway, facts)),
  );
}

/** Field by field, so that nothing else of the gateway becomes an answer. */
function deviceView(gateway: Pick<Gateway, 'state'>, facts: DeviceFacts): DeviceView {
  const { role, id, kind, there, seenAtMs, firmware, signalDbm, address } = facts;
  const settings = facts.settings.map(({ name, value, safe, remedy }) => ({ name, value, safe, remedy }));
  const seen = seenAtMs === null ? null : rfc3339(seenAtMs);
  const truths = facts.truths && truthsView(facts.truths);
  const machines = machinesOf(gateway, facts);
  const allowList = facts.allowList && listView(facts.allowList);
  return { role, id, kind, there, seen, firmware, signalDbm, address, machines, settings, truths, allowList };
}

function listView({ owed, told, missing, left }: AllowListFacts): NonNullable<DeviceView['allowList']> {
  const unknown =
    missing === 0 ? [] : ['Tap each of the missing badges once at any reader; the tap must be granted.'];
  const full =
    left === 0 ? [] : ['The box has no room for the rest; use a reader that asks the gateway alone.'];
  const remedies = [...unknown, ...full];
  return { owed, told, missing, left, remedy: remedies.length > 0 ? remedies.join(' ') : null };
}

/** In the order of officina.yaml. */
function machinesOf(
  gateway: Pick<Gateway, 'state'>,
  { role, id }: Pick<DeviceFacts, 'role' | 'id'>,
): DeviceView['machines'] {
  const { workshop } = gateway.state();
  return (workshop?.order ?? []).flatMap((machineId) => {
    const machine = workshop?.machines[machineId];
    if (machine === undefined || machine[role] !== id) return [];
    const { name, leaseS, jobLeaseS } = machine;
    return [{ id: machineId, name, leaseS, jobLeaseS }];
  });
}

function truthsView({
  ordered,
  acknowledged,
  measured,
  confirmed,
}: Truths): NonNullable<DeviceView['truths']> {
  return {
    ordered: ordered && { on: ordered.on, n: ordered.n, at: rfc3339(ordered.atMs) },
    acknowledged: acknowledged && { on: acknowledged.on, at: rfc3339(acknowledged.atMs) },
    measured: measured && { powerW: measured.powerW, at: rfc3339(measured.atMs) },
    confirmed,
  };
}

type Truths = NonNullable<DeviceFacts['truths']>;
