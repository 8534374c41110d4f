// The post as the file describes it; without a server there is none, and its library is not loaded.

import type { Config } from '../config/config.ts';
import type { Change } from '../gateway/gateway.ts';
import { noMailer } from '../gateway/mailer.ts';
import type { Mailer } from '../gateway/ports.ts';
import type { CommonBoxes } from './common-boxes.ts';

type Post = Mailer & {
  close(): Promise<void>;
  /** What waits for a member goes with them. */
  follow(gateway: { listen(listener: (change: Change) => void): unknown }): void;
};

export async function openMail({ mail, dataDir }: Config, common: CommonBoxes): Promise<Post> {
  if (mail === null) return { ...noMailer, close: async () => undefined, follow: () => undefined };
  const { openMailer } = await import('../adapters/mail/open-mailer.ts');
  const mailer = await openMailer({ ...common, server: mail, dataDir });
  return {
    ...mailer,
    follow: (gateway) =>
      void gateway.listen((change) => {
        if (change.kind !== 'entry' || change.body.type !== 'member-erased') return;
        mailer
          .forget(change.body.data.member)
          .catch((fault: unknown) =>
            common.log.error({ fault }, 'mail that waits for an erased member is still there'),
          );
      }),
  };
}
