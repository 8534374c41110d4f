// How one kind of server is recognised: it is asked over HTTP, and shows itself or not. Answers are hostile until read.

import type { FoundServer } from '../../domain/machine/found-machine.ts';
import type { HttpAnswer } from '../../edge/ask-http.ts';

/** Asks for a path of the address that is looked at; bounded in time and size. */
export type Ask = (
  path: string,
  more?: { readonly mostBytes?: number; readonly headers?: Record<string, string> },
) => Promise<HttpAnswer>;

/** What it found, nothing where this is another kind. Rejects with a `LinkFault` where nobody answers. */
export type Sign = (ask: Ask, url: string) => Promise<readonly FoundServer[]>;

/** Undefined where the answer is no JSON: then it says nothing. */
export function jsonIn({ text }: HttpAnswer): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
