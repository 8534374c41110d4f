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
  /** The gateway that runs on this data folder, as `<data>/gateway.json` tells; null when none does. */
  running(config: Config): Promise<RunningGateway | null>;
};

export type RunningGateway = {
  readonly url: string;
  /** Asks its API with all rights; rejects when there is no answer, or none that is JSON. */
  ask(request: {
    readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
    readonly path: string;
    readonly body?: unknown;
    readonly timeoutMs: number;
  }): Promise<{ readonly status: number; readonly body: unknown }>;
};

/** Ports are 0 while another program has them. */
export type Running = {
  readonly httpPort: number;
  /** The one without TLS, where there is one. */
  readonly mqttPort: number;
  /** Null without TLS. */
  readonly mqttsPort: number | null;
  stop(): Promise<void>;
};

type Verified =
  | { readonly ok: true; readonly entries: number; readonly head: string }
  | { readonly ok: false; readonly seq: number; readonly reason: string };
