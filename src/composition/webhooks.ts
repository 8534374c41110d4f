// The webhooks of the file, and how the API sees them. Without any, nothing of it is loaded.

import type { WebhookDesk } from '../api/options.ts';
import { programVersion } from '../commands/command-line.ts';
import type { Config } from '../config/config.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { Journal } from '../gateway/ports.ts';
import type { CommonBoxes } from './common-boxes.ts';

type Parts = Pick<CommonBoxes, 'clock' | 'log' | 'meters'> & {
  readonly config: Pick<Config, 'neighbours' | 'dataDir'>;
  readonly gateway: Gateway;
  readonly journal: Journal;
};

export async function webhooksOf({
  config,
  ...parts
}: Parts): Promise<{ readonly desk: WebhookDesk; close(): Promise<void> }> {
  const hooks = config.neighbours.webhooks;
  if (hooks.length === 0) return { desk: noDesk, close: async () => undefined };
  const { openWebhooks } = await import('../adapters/webhooks/open-webhooks.ts');
  const { dataDir } = config;
  const opened = await openWebhooks({ ...parts, hooks, dataDir, version: programVersion() });
  return { desk: deskOf(opened), close: opened.close };
}

type Opened = Awaited<ReturnType<typeof import('../adapters/webhooks/open-webhooks.ts')['openWebhooks']>>;

function deskOf({ list, test, replay }: Opened): WebhookDesk {
  return {
    list: () =>
      list().map((one) => {
        const { id, host, events, names, seq, behind, sent, failures, dropped, failingSinceMs, fault } = one;
        const failingSince = failingSinceMs === null ? null : new Date(failingSinceMs).toISOString();
        const failing = failingSince === null ? 'well' : 'failing';
        const figures = { position: seq, behind, sent, failures, dropped };
        return {
          id,
          host,
          events,
          names,
          state: one.disabled ? 'disabled' : failing,
          ...figures,
          failingSince,
          fault,
        };
      }),
    test,
    replay,
  };
}

const noDesk: WebhookDesk = {
  list: () => [],
  test: async () => undefined,
  replay: async () => 'webhook-unknown',
};
