// What the commands need of the rest of the program; `main.ts` builds it and hands it in, so that no command knows an
// adapter.

import type { Config } from '../config/config.ts';
import type { Environment } from '../config/environment.ts';
import type { Flags } from '../config/settings.ts';
import type { Statement } from '../contract/people.ts';
import type { Gateway } from '../gateway/gateway.ts';

export type Boxes = {
  /** The whole gateway, listening. */
  start(config: Config, options: { demo: boolean }): Promise<Running>;
  /** The gateway without devices and screens; rejects with the code `journal-locked` while another one runs. */
  openOffline(config: Config): Promise<{ gateway: Gateway; close(): Promise<void> }>;
  /** @param month `yyyy-mm` in the time zone of the space */
  readStatement(config: Config, month: string): Promise<Statement>;
  /** The opaque key of a handle, as it stands in statements; null when nobody has it. */
  memberKey(config: Config, handle: string): Promise<string | null>;
  verify(config: Config, onProgress: (done: number, total: number) => void): Promise<Verified>;
  /** The demo shop's own configuration, on loopback. */
  demoConfig(env: Environment, flags: Flags): Promise<Config>;
  /** Ids of the firmware profiles that there are. */
  profileIds(): Promise<string[]>;
  /** Which OPC UA servers people trust; it may change beside a running gateway, which looks again at every attempt. */
  serverTrust(config: Config): ServerTrust;
  /** The gateway that runs on this data folder, as `<data>/gateway.json` tells; null when none does. */
  running(config: Config): Promise<{ url: string; token: string } | null>;
};

export type Running = { readonly httpPort: number; readonly mqttPort: number; stop(): Promise<void> };

export type ServerTrust = {
  list(): { readonly waiting: readonly ServerCertificate[]; readonly trusted: readonly ServerCertificate[] };
  /** Both name a certificate by its whole SHA-256, and are false when there is none to move. */
  trust(sha256: string): boolean;
  withdraw(sha256: string): boolean;
};

export type ServerCertificate = {
  /** Thumbprints in lower-case hex. */
  readonly sha1: string;
  readonly sha256: string;
  readonly subject: string;
  readonly untilMs: number;
  /** Ids of the machines at whose endpoint it was seen. */
  readonly machines: readonly string[];
};

type Verified =
  | { readonly ok: true; readonly entries: number; readonly head: string }
  | { readonly ok: false; readonly seq: number; readonly reason: string };
