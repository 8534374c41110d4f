// Home Assistant beside the broker: the account that it listens with, and who keeps what it hears.

import { openHomeAssistant } from '../adapters/home-assistant/open-home-assistant.ts';
import type { BrokerOptions } from '../adapters/mqtt/start-broker.ts';
import { programVersion } from '../commands/command-line.ts';
import type { Config } from '../config/config.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { CommonBoxes } from './common-boxes.ts';

/** It signs in with this as user name and as client id. */
const client = 'home-assistant';

type Parts = Pick<CommonBoxes, 'clock' | 'meters'> & {
  readonly config: Pick<Config, 'neighbours'>;
  readonly gateway: Gateway;
};

type Retain = Parameters<typeof openHomeAssistant>[0]['retain'];

export type HomeAssistantSeat = {
  readonly listener: NonNullable<BrokerOptions['listener']> | null;
  /** Begins to tell; `retain` is the broker's. */
  open(retain: Retain): void;
  close(): void;
};

export function homeAssistantSeat({ config, gateway, clock, meters }: Parts): HomeAssistantSeat {
  const { homeAssistant } = config.neighbours;
  if (homeAssistant === null) return { listener: null, open: () => undefined, close: () => undefined };
  const { prefix, password } = homeAssistant;
  let opened: ReturnType<typeof openHomeAssistant> | null = null;
  const account = { kind: 'listener', client, password: password ?? '', prefix } as const;
  return {
    listener: password === null ? null : { account, here: () => opened?.here() },
    open(retain) {
      opened = openHomeAssistant({ prefix, gateway, retain, clock, meters, version: programVersion() });
    },
    close: () => opened?.close(),
  };
}
