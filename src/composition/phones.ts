// How people are told of what happens while they look at no screen; without a server in the file, they are not.

import { openNtfy } from '../adapters/ntfy/open-ntfy.ts';
import type { Config } from '../config/config.ts';
import type { Notifier } from '../gateway/ports.ts';

type Phones = { readonly port: { readonly notifier?: Notifier }; close(): void };

export function phonesOf({ neighbours }: Pick<Config, 'neighbours'>): Phones {
  if (neighbours.ntfy === null) return { port: {}, close: () => undefined };
  const notifier = openNtfy(neighbours.ntfy);
  return { port: { notifier }, close: notifier.close };
}
