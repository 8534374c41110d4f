// The links of all machines that speak a firmware's own protocol, over a serial port or over TCP.

import type { PermissionSeen } from '../../domain/machine/permission.ts';
import type { LinkKind } from '../../domain/machine/workshop.ts';
import type { Profile } from '../../domain/profile/profile.ts';
import type { MachineReport } from '../../gateway/gateway.ts';
import type { Clock, Controllers, Log, Meters } from '../../gateway/ports.ts';
import { type MachineLink, openLink } from './open-link.ts';
import type { Beside } from './share-link.ts';

type Shared = { readonly profile: string; readonly beside?: Beside };

type LinkDescription =
  | (Shared & { readonly kind: 'serial'; readonly path: string; readonly baud: number | null })
  | (Shared & { readonly kind: 'tcp'; readonly host: string; readonly port: number })
  | { readonly kind: Exclude<LinkKind, 'serial' | 'tcp'> };

export type LinksOptions = {
  readonly links: Readonly<Record<string, LinkDescription>>;
  readonly profiles: ReadonlyMap<string, Profile>;
  /** Machines whose controller is their switch. */
  readonly permitted: ReadonlySet<string>;
  readonly clock: Clock;
  readonly log: Log;
  readonly meters: Meters;
};

export type Links = Controllers & {
  /** Opens every link; a machine whose port is missing or whose profile has a mistake does not stop the others. */
  open(onReport: (report: MachineReport) => void, onPermission: OnPermission): void;
  /** Orders the permission to run; false when the controller was not there to be told. */
  permit(machine: string, on: boolean): Promise<boolean>;
  close(): Promise<void>;
};

export type OnPermission = (machine: string, seen: PermissionSeen) => void;

export function openLinks(options: LinksOptions): Links {
  const { profiles, clock, log, meters } = options;
  const open = new Map<string, MachineLink>();
  return {
    open(onReport, onPermission) {
      for (const [machine, link] of Object.entries(options.links)) {
        if (link.kind !== 'serial' && link.kind !== 'tcp') continue;
        const profile = profiles.get(link.profile);
        if (!profile) {
          const text = `machine ${machine} cannot be watched: profile ${link.profile} is missing or has mistakes; mend it and start again`;
          log.error({ machine, profile: link.profile }, text);
          onReport(unwatched(machine, link.profile));
          continue;
        }
        if (profile.maturity === 'draft') {
          const text = `machine ${machine} is only watched: its profile ${profile.id} is a draft, which sends neither intents nor permissions; let the interlock rest on its switch alone`;
          log.warn({ machine, profile: profile.id }, text);
        }
        const beside = link.beside && { beside: link.beside };
        const told = options.permitted.has(machine) && {
          onPermission: (seen: PermissionSeen) => onPermission(machine, seen),
        };
        open.set(
          machine,
          openLink({ machine, link, profile, clock, log, meters, onReport, ...told, ...beside }),
        );
      }
    },
    allow: (machine, isOpen) => open.get(machine)?.allow(isOpen) ?? false,
    permit: async (machine, on) => open.get(machine)?.permit(on) ?? false,
    endAccess: async (machine) =>
      (await open.get(machine)?.endAccess()) ?? withoutLink(options.links[machine]),
    async close() {
      await Promise.all([...open.values()].map((link) => link.close()));
    },
  };
}

/** A machine whose profile cannot be used stays unknown, and says why where people look. */
const unwatched = (machine: string, profile: string): MachineReport => ({
  ...{ machine, link: 'never', activity: 'unknown', substate: null, raw: null },
  ...{ confidence: 'stale', source: 'silence', seenAgoMs: 0, readings: {}, job: null },
  troubles: [{ code: 'profile-broken', values: { profile } }],
});

/** What nobody can talk to for want of a profile may be running all the same. */
const withoutLink = (link: LinkDescription | undefined) =>
  link?.kind === 'serial' || link?.kind === 'tcp' ? 'unknown' : 'not-needed';
