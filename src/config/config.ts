// One frozen `Config` from officina.yaml, the environment and the flags; or all mistakes at once, with line and column.

import type { SpellingName } from '../domain/access/spelling.ts';
import type { CurrentSense, Workshop } from '../domain/machine/workshop.ts';
import type { Retention } from '../domain/retention.ts';
import type { FloorConfig } from './floor.ts';
import type { Neighbours } from './neighbours.ts';
import type { OpcuaNodes } from './opcua-nodes.ts';
import type { OidcConfig } from './sign-in.ts';
import type { StockDevice } from './stock.ts';

export type Config = {
  /** The file it came from, null for the demo shop. */
  readonly file: string | null;
  readonly dataDir: string;
  readonly log: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  readonly http: {
    readonly host: string;
    readonly port: number;
    /** Null where browsers come without TLS. `hsts`: whether they are told to keep to HTTPS for this host name. */
    readonly tls: (TlsFiles & { readonly hsts: boolean }) | null;
    /** Where browsers find it: scheme, host, port. Left out: the name in the certificate. */
    readonly address?: string;
  };
  /** At least one of the two ports is there; `port` is the one without TLS. */
  readonly mqtt: {
    readonly host: string;
    readonly port: number | null;
    readonly tls: (TlsFiles & MqttTls) | null;
    /** Addresses and ranges from where devices may come that nobody has described; left out, none may. */
    readonly attachFrom?: readonly string[];
  };
  /** Through which server we write to people; null: nothing is mailed. */
  readonly mail: MailConfig | null;
  /** Where the diary also goes; null where the embedded one stands alone. The url holds no secret. */
  readonly influx: {
    readonly url: string;
    readonly database: string;
    readonly user: string;
    readonly password: string;
  } | null;
  /** Programs beside the gateway. */
  readonly neighbours: Neighbours;
  /** How long taps and readings are kept. */
  readonly retention: Retention;
  /** Bearer token with the role admin, from OFFICINA_ADMIN_TOKEN. */
  readonly adminToken: string | null;
  /** A sign-in service beside the passwords; left out, there is none. */
  readonly signIn?: OidcConfig;
  /** The plan of the workshop on the board; null where none is drawn. */
  readonly floor: FloorConfig | null;
  /** What the journal may know: no secret, no address. */
  readonly workshop: Workshop;
  readonly links: Readonly<Record<string, LinkConfig>>;
  readonly readers: Readonly<Record<string, ReaderConfig>>;
  readonly switches: Readonly<Record<string, SwitchConfig>>;
};

export type LinkConfig =
  | (SharedLinkConfig & { readonly kind: 'serial'; readonly path: string; readonly baud: number | null })
  | (SharedLinkConfig & { readonly kind: 'tcp'; readonly host: string; readonly port: number })
  | { readonly kind: 'mqtt'; readonly password: string }
  | OpcuaLinkConfig
  | NetworkLinkConfig
  /** Its meter and limits stand with the machine in the workshop. */
  | { readonly kind: 'current-sense'; readonly sense: CurrentSense }
  | { readonly kind: 'none' };

type SharedLinkConfig = { readonly profile: string; readonly beside?: BesideConfig };

/** How the gateway sits beside another host; left out, the controller is its alone. */
export type BesideConfig =
  | {
      readonly owner: 'passThrough';
      /** Where the host comes in. */
      readonly door:
        | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
        | { readonly kind: 'pty'; readonly path: string };
    }
  | { readonly owner: 'tap' | 'observeOnly' };

/** Without a spelling a reader spells as its kind usually does. */
export type ReaderConfig = ReaderOfKind & {
  /** It hangs at the entrance, where people come and go, or only go. */
  readonly entrance?: 'both' | 'out';
};

type ReaderOfKind =
  | { readonly kind: 'native'; readonly password: string; readonly spelling: SpellingName | null }
  | (Extract<StockDevice, { kind: 'tasmota' | 'esp-rfid' | 'esphome' }> & {
      readonly spelling: SpellingName | null;
    })
  | {
      readonly kind: 'serial-125khz';
      readonly path: string;
      readonly model: 'rdm6300' | 'id-12' | 'rf125-ps' | '7941e';
      readonly once: boolean;
    }
  | { readonly kind: 'pn532-hsu'; readonly path: string }
  | { readonly kind: 'usb-wedge'; readonly path: string; readonly spelling: SpellingName };

/** `coil` from 0. */
export type SwitchConfig =
  | { readonly kind: 'native'; readonly password: string }
  | Exclude<StockDevice, { kind: 'esp-rfid' }>
  | {
      readonly kind: 'modbus-tcp';
      readonly host: string;
      readonly port: number;
      readonly unit: number;
      readonly coil: number;
    }
  | {
      readonly kind: 'modbus-rtu';
      readonly path: string;
      readonly baud: number;
      readonly unit: number;
      readonly coil: number;
    }
  | ControllerSwitchConfig;

/** The controller of a machine gives the permission to run; its link carries the order. */
export type ControllerSwitchConfig = {
  readonly kind: 'controller';
  readonly machine: string;
  /** Why permission may outlive the gateway; null where each order carries a lease. */
  readonly unleased: string | null;
  /** Node ids at an OPC UA server; null at every other link. */
  readonly enable: { readonly node: string; readonly readBack: string } | null;
};

export type OpcuaLinkConfig = {
  readonly kind: 'opcua';
  /** `opc.tcp://host:port/path`; holds no secret. */
  readonly endpoint: string;
  /** Name of the machine at a server that has several; null where there is only one. */
  readonly machine: string | null;
  readonly security: 'sign-and-encrypt' | 'sign' | 'none';
  /** Null: anonymous. */
  readonly user: string | null;
  readonly password: string | null;
  /** What stands in no companion model. */
  readonly nodes?: OpcuaNodes;
};

/** By what the certificate of an `https:` address is trusted: one of the two. Left out: by the issuers that the computer trusts. */
type LinkTrust = {
  readonly trust?: {
    /** Its issuers, in PEM. */
    readonly ca: string | null;
    /** SHA-256 of the certificate, as `AB:CD:…`. */
    readonly fingerprint: string | null;
  };
};

/**
 * A controller with a server of its own. With `orders` the end of access may end its job there; without it is only read.
 * `url` has no path and no secret.
 */
export type NetworkLinkConfig =
  | (LinkTrust & {
      readonly kind: 'moonraker';
      readonly url: string;
      readonly key: string | null;
      readonly orders: boolean;
    })
  | (LinkTrust & {
      readonly kind: 'octoprint';
      readonly url: string;
      readonly key: string;
      readonly orders: boolean;
    })
  | (LinkTrust & {
      readonly kind: 'prusalink';
      readonly url: string;
      /** An API key, or the name and password of its display. */
      readonly access: { readonly key: string } | { readonly user: string; readonly password: string };
      readonly orders: boolean;
    })
  | { readonly kind: 'duet'; readonly url: string; readonly password: string; readonly orders: boolean }
  | {
      readonly kind: 'bambu';
      readonly host: string;
      /** Serial number of the printer, which its certificate names. */
      readonly serial: string;
      /** The access code on its display. */
      readonly key: string;
      readonly orders: boolean;
      /** Issuers of its certificate, in PEM; null where no file of them is named. */
      readonly ca: string | null;
      /** SHA-256 of its certificate, as `AB:CD:…`; null where none is pinned. */
      readonly fingerprint: string | null;
    }
  | { readonly kind: 'ruida'; readonly host: string }
  | {
      readonly kind: 'mtconnect';
      readonly url: string;
      /** Name or uuid of the device at an agent that has several. */
      readonly device: string | null;
    };

/** Paths of a certificate with those of its issuers, and of its key; both in PEM. */
export type TlsFiles = {
  readonly cert: string;
  readonly key: string;
  /** Of those who issue the certificates of devices; left out, no device is asked for one. */
  readonly clientCa?: string;
};

type MqttTls = {
  readonly port: number;
  /** With `clientCa`: whether a device may come without a certificate. */
  readonly certificates?: 'asked' | 'required';
};

/** A mistake in a file; line and column from 1, null when it is about no place in the file. */
export type Mistake = { readonly line: number | null; readonly column: number | null; readonly text: string };

type MailConfig = {
  readonly host: string;
  readonly port: number;
  /** `starttls` is insisted on; `tls` from the first byte. */
  readonly secure: 'starttls' | 'tls' | 'none';
  /** Null: nobody signs in. */
  readonly user: string | null;
  readonly password: string | null;
  /** The address that writes, and what it is called. */
  readonly from: string;
  readonly name: string | null;
};
