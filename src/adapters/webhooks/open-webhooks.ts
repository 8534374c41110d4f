// All webhooks of the file, each with a reader of the journal of its own, so that one that is away holds up no other. What
// fails for days becomes a notice for stewards.

import type { WebhookEvent } from '../../contract/webhook-events.ts';
import type { About, Gateway } from '../../gateway/gateway.ts';
import type { Clock, Journal, Log } from '../../gateway/ports.ts';
import { type HookPace, usualPace } from './hook-pace.ts';
import { type HookFacts, type KeptHook, keepHook } from './keep-hook.ts';
import { positionFile } from './position-file.ts';
import type { Hook } from './send-event.ts';

export type WebhooksOptions = {
  readonly hooks: readonly Hook[];
  readonly dataDir: string;
  readonly journal: Pick<Journal, 'read' | 'gateway'>;
  readonly gateway: Pick<Gateway, 'state' | 'person' | 'listen' | 'setNotice'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly meters: {
    series(name: string, kind: 'gauge' | 'counter', read: () => Iterable<WebhookFigure>): void;
  };
  readonly version: string;
  readonly random?: () => number;
  readonly pace?: HookPace;
};

type WebhookFigure = { readonly labels: { readonly webhook: string }; readonly value: number };

export type Webhooks = {
  list(): readonly (HookFacts & Pick<Hook, 'id' | 'events' | 'names'> & { readonly host: string })[];
  /** Null when it was taken; else the status of the answer, or a code. Undefined: there is none of this id. */
  test(id: string): Promise<string | null | undefined>;
  /** Rejects where the disk cannot keep it. */
  replay(id: string, fromSeq: number): Promise<'ok' | 'webhook-unknown' | 'position-unknown'>;
  close(): Promise<void>;
};

export async function openWebhooks(options: WebhooksOptions): Promise<Webhooks> {
  const { gateway, journal, hooks, pace = usualPace, random = Math.random, version } = options;
  const gatewayId = await journal.gateway();
  const disabled = new Set<string>();
  const headSeq = (): number => gateway.state().seq;
  const nameOf = (member: string): string | null =>
    gateway.state().members.get(member)?.shown === true ? (gateway.person(member)?.name ?? null) : null;
  const kept = new Map<string, { readonly hook: Hook; readonly keeper: KeptHook }>();
  for (const hook of hooks) {
    const keeper = await keepHook({
      ...{ ...options, hook, pace, random, headSeq, nameOf },
      file: positionFile(options.dataDir, hook.id),
      userAgent: `Officina/${version}`,
      onDisabled: (isSo) => {
        if (isSo) disabled.add(hook.id);
        else disabled.delete(hook.id);
        gateway.setNotice('webhook-disabled', disabled.size > 0, aboutOf([...disabled]));
      },
    });
    kept.set(hook.id, { hook, keeper });
  }
  const deaf = gateway.listen(({ kind }) => {
    if (kind === 'entry') for (const { keeper } of kept.values()) keeper.wake();
  });
  count(options, kept);

  return {
    list: () =>
      [...kept.values()].map(({ hook, keeper }) => ({
        ...{ id: hook.id, host: new URL(hook.url).host, events: hook.events, names: hook.names },
        ...keeper.facts(),
      })),
    test: async (id) => kept.get(id)?.keeper.test(testEvent(gatewayId, options.clock.wallMs())),
    async replay(id, fromSeq) {
      const one = kept.get(id);
      if (!one) return 'webhook-unknown';
      if (fromSeq < 1 || fromSeq > headSeq() + 1) return 'position-unknown';
      await one.keeper.replay(fromSeq);
      return 'ok';
    },
    async close() {
      deaf();
      await Promise.all([...kept.values()].map(({ keeper }) => keeper.close()));
    },
  };
}

const aboutOf = (ids: readonly string[]): About => {
  const webhooks = ids.join(', ');
  return { text: `It is about: ${webhooks}.`, values: { webhooks } };
};

const testEvent = (gateway: string, nowMs: number): WebhookEvent => ({
  ...{ type: 'webhook.test', version: 1, timestamp: new Date(nowMs).toISOString() },
  ...{ gateway, position: 0, data: {} },
});

function count({ meters }: WebhooksOptions, kept: ReadonlyMap<string, { readonly keeper: KeptHook }>): void {
  const figures = (read: (facts: HookFacts) => number) => (): Iterable<WebhookFigure> =>
    [...kept].map(([webhook, { keeper }]) => ({ labels: { webhook }, value: read(keeper.facts()) }));
  meters.series(
    'webhook_sent_total',
    'counter',
    figures(({ sent }) => sent),
  );
  meters.series(
    'webhook_failures_total',
    'counter',
    figures(({ failures }) => failures),
  );
  meters.series(
    'webhook_dropped_total',
    'counter',
    figures(({ dropped }) => dropped),
  );
  meters.series(
    'webhook_behind_entries',
    'gauge',
    figures(({ behind }) => behind),
  );
  meters.series(
    'webhook_lag_seconds',
    'gauge',
    figures(({ lagMs }) => lagMs / 1000),
  );
  meters.series(
    'webhook_disabled',
    'gauge',
    figures(({ disabled }) => Number(disabled)),
  );
}
