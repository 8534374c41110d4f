// What readers and switches tell of themselves: whether they are there, their firmware, their signal, and the settings that
// decide what they do without us. In memory, of described devices only; a setting that may give power becomes a notice.

import type { SwitchTruths } from '../domain/machine/alarm.ts';
import type { Workshop } from '../domain/machine/workshop.ts';
import type { About, DeviceFacts, DeviceSaid, DeviceSetting } from './gateway.ts';
import type { HealthKeeper } from './health.ts';
import type { AllowListKeeper } from './keep-allow-lists.ts';

export type DeviceFactsKeeper = {
  said(said: DeviceSaid): void;
  /** Every described reader and switch. */
  all(): readonly DeviceFacts[];
};

export type DeviceFactsBox = {
  readonly workshop: () => Workshop | null;
  readonly truths: (id: string) => SwitchTruths;
  readonly health: Pick<HealthKeeper, 'notice'>;
  readonly allowLists: Pick<AllowListKeeper, 'facts'>;
};

/** Dialects know fewer than this. */
const mostSettings = 8;

export function createDeviceFacts(box: DeviceFactsBox): DeviceFactsKeeper {
  const { workshop, truths, health, allowLists } = box;
  const told = new Map<string, Told>();

  const all = (): readonly DeviceFacts[] =>
    described(workshop()).map((one) => ({
      ...one,
      ...(told.get(keyOf(one)) ?? nothing),
      truths: one.role === 'switch' ? truths(one.id) : null,
      allowList: one.role === 'reader' ? allowLists.facts(one.id) : null,
    }));

  const judge = (): void => {
    const unsafe = all().flatMap(({ role, id, settings }) =>
      settings.filter(({ safe }) => !safe).map((setting) => ({ role, id, setting })),
    );
    const [first] = unsafe;
    health.notice('switch-unsafe', first !== undefined, first && about(first, unsafe.length - 1));
  };

  return {
    all,
    said(said) {
      const { device, there, seenMs, setting, ...facts } = said;
      if (!described(workshop()).some((one) => keyOf(one) === keyOf(device))) return;
      const before = told.get(keyOf(device)) ?? nothing;
      const settings = setting ? withSetting(before.settings, setting) : before.settings;
      const seenAtMs = seenMs ?? before.seenAtMs;
      told.set(keyOf(device), { ...before, ...facts, there, seenAtMs, settings });
      if (setting) judge();
    },
  };
}

type Told = Pick<DeviceFacts, 'there' | 'seenAtMs' | 'firmware' | 'signalDbm' | 'address' | 'settings'>;

const nothing: Told = {
  there: false,
  seenAtMs: null,
  firmware: null,
  signalDbm: null,
  address: null,
  settings: [],
};

type Named = Pick<DeviceFacts, 'role' | 'id'>;

const keyOf = ({ role, id }: Named): string => `${role} ${id}`;

function described(workshop: Workshop | null): readonly (Named & { readonly kind: string })[] {
  return [
    ...Object.entries(workshop?.readers ?? {}).map(([id, { kind }]) => ({
      role: 'reader' as const,
      id,
      kind,
    })),
    ...Object.entries(workshop?.switches ?? {}).map(([id, { kind }]) => ({
      role: 'switch' as const,
      id,
      kind,
    })),
  ];
}

/** The newest word on each setting. */
function withSetting(before: readonly DeviceSetting[], setting: DeviceSetting): readonly DeviceSetting[] {
  return [...before.filter(({ name }) => name !== setting.name), setting].slice(-mostSettings);
}

type UnsafeSetting = Named & { readonly setting: DeviceSetting };

/** @param more how many others there are */
function about({ role, id, setting }: UnsafeSetting, more: number): About {
  const { name, value, remedy } = setting;
  const mend = remedy === null ? '' : ` Set it at the device: ${remedy}`;
  const others = more === 0 ? '' : ` There are ${more} more; see /api/devices.`;
  const values = { role, device: id, setting: name, value, remedy: remedy ?? '', more };
  return { text: `At the ${role} "${id}" ${name} is ${value}.${mend}${others}`, values };
}
