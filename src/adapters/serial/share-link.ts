// A link that a host shares: the gateway has the real port, the host comes in by a door of ours, and the domain says which
// byte goes where. A host is made to wait rather than that a byte of it is lost; every buffer has its bound.

import type { Trouble } from '../../domain/machine/trouble.ts';
import { createPassThrough, type PassThrough } from '../../domain/pass-through/pass-through.ts';
import type { Passed } from '../../domain/pass-through/talk.ts';
import type { Profile } from '../../domain/profile/profile.ts';
import type { Say } from '../../edge/say-on-change.ts';
import type { Timers } from '../../edge/timers.ts';
import type { Clock, Meters } from '../../gateway/ports.ts';
import { type HostDoor, openHostDoor } from './host-door.ts';
import { openTerminalDoor } from './terminal-door.ts';
import type { OpenTransport, Transport } from './transport.ts';

/** How the gateway sits beside another host at one controller. */
export type Beside =
  | { readonly owner: 'passThrough'; readonly door: DoorAddress }
  /** Only listens; or asks harmless questions on a channel of its own. */
  | { readonly owner: 'tap' | 'observeOnly' };

type DoorAddress =
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'pty'; readonly path: string };

export type SharedLink = {
  /** The way to the controller, with the host beside us. */
  wrap(open: OpenTransport): OpenTransport;
  /** Whether the host may work. False when there are no manners for this firmware, and so no host. */
  allow(open: boolean): boolean;
  /** What the page should say of the host. */
  troubles(): { readonly troubles?: readonly Trouble[] };
  /** Of the door, null while it is not open. */
  port(): number | null;
  close(): Promise<void>;
};

type ShareOptions = {
  readonly door: DoorAddress;
  readonly machine: string;
  readonly profile: Profile;
  readonly clock: Pick<Clock, 'monoMs'>;
  readonly meters: Meters;
  readonly say: Say;
  readonly timers: Timers;
};

/** So much of a host is looked at in one go; the link may take it all. */
const sliceBytes = 256;

type Sharing = {
  readonly options: ShareOptions;
  readonly passing: PassThrough;
  transport: Transport | null;
  /** Read from the host and not looked at yet: one chunk at most, since it is held meanwhile. */
  rest: Buffer;
  door: HostDoor | null;
  counted: { withheld: number; stripped: number; forgotten: number };
};

/** The door opens at once and stays open. */
export function shareLink(options: ShareOptions): SharedLink {
  const { machine, profile, say } = options;
  const passing = createPassThrough(profile);
  if (!passing) {
    const text = `${machine}: no host can share a controller with ${profile.title}; take passThrough out of its link.`;
    say({ level: 'error', text });
    return {
      wrap: (open) => open,
      allow: () => false,
      troubles: () => ({}),
      port: () => null,
      close: async () => {},
    };
  }
  const counted = { withheld: 0, stripped: 0, forgotten: 0 };
  const sharing: Sharing = { options, passing, transport: null, rest: empty, door: null, counted };
  sharing.door = openDoor(sharing);
  return {
    wrap: (open) => (events) => {
      const inner = open({
        ...events,
        opened: () => {
          sharing.transport = inner;
          events.opened();
        },
        bytes: (chunk) => {
          deliver(sharing, passing.fromController(chunk, now(sharing)));
          events.bytes(chunk);
        },
        drained: () => feed(sharing),
        closed: (fault) => {
          controllerWent(sharing);
          events.closed(fault);
        },
      });
      return {
        write: (bytes) => deliver(sharing, passing.fromGateway([...bytes], now(sharing))),
        close: async () => {
          controllerWent(sharing);
          await inner.close();
        },
      };
    },
    allow: (isOpen) => {
      passing.allow(isOpen);
      return true;
    },
    troubles: () => troublesOf(sharing),
    port: () => sharing.door?.port() ?? null,
    close: async () => sharing.door?.close(),
  };
}

const empty = Buffer.alloc(0);
const now = ({ options }: Sharing): number => options.clock.monoMs();

function openDoor(sharing: Sharing): HostDoor {
  const { door, machine, say, timers } = sharing.options;
  const where = door.kind === 'tcp' ? `${door.host}:${door.port}` : door.path;
  const events = {
    came: () => {
      if (!sharing.transport) return false;
      sharing.passing.hostCame();
      say({ level: 'info', text: `${machine}: a host has come in at ${where}.` });
      return true;
    },
    bytes: (chunk: Buffer) => {
      sharing.rest = sharing.rest.length === 0 ? chunk : Buffer.concat([sharing.rest, chunk]);
      feed(sharing);
    },
    went: () => {
      sharing.rest = empty;
      sharing.passing.hostWent();
      say({ level: 'info', text: `${machine}: the host at ${where} has gone.` });
    },
    fault: (detail: string | null) => {
      if (detail === null) say({ level: 'info', text: `${machine}: hosts come in at ${where}.` });
      else {
        const text = `${machine}: hosts cannot come in at ${where}; free it, or name another in the link of this machine. Trying again until it works.`;
        say({ level: 'error', text }, { fault: detail });
      }
    },
  };
  return door.kind === 'tcp'
    ? openHostDoor({ ...door, timers }, events)
    : openTerminalDoor({ ...door, timers }, events);
}

/** Takes from the host as much as the link takes from us. */
function feed(sharing: Sharing): void {
  const { passing, transport } = sharing;
  while (sharing.rest.length > 0 && transport && !transport.isFull?.()) {
    const slice = sharing.rest.subarray(0, sliceBytes);
    sharing.rest = sharing.rest.subarray(sliceBytes);
    deliver(sharing, passing.fromHost(slice, now(sharing)));
  }
  sharing.door?.hold(sharing.rest.length > 0);
  count(sharing);
}

/** False when the controller did not take it: a host that would miss a byte is sent away instead. */
function deliver(sharing: Sharing, { toController, toHost }: Passed): boolean {
  if (toHost.length > 0) sharing.door?.write(Uint8Array.from(toHost));
  if (toController.length === 0 || sharing.transport?.write(Uint8Array.from(toController))) return true;
  sharing.options.meters.count('host_cut_off', { machine: sharing.options.machine });
  sharing.door?.hangUp();
  return false;
}

/** To the host it is as if the cable had been pulled. */
function controllerWent(sharing: Sharing): void {
  sharing.transport = null;
  sharing.rest = empty;
  sharing.passing.controllerWent();
  sharing.door?.hangUp();
}

function count({ passing, counted, options }: Sharing): void {
  const labels = { machine: options.machine };
  const counts = passing.counts();
  for (const what of ['withheld', 'stripped', 'forgotten'] as const) {
    for (; counted[what] < counts[what]; counted[what] += 1) options.meters.count(`host_${what}`, labels);
  }
}

function troublesOf({ passing }: Sharing): { troubles?: readonly Trouble[] } {
  const { stripped } = passing.counts();
  return stripped === 0 ? {} : { troubles: [{ code: 'host-letters', values: { count: stripped } }] };
}
