// Questions to a PrusaLink, one at a time, with its API key or signed with HTTP Digest. Nonces are kept for the next
// question, as long as the server takes them.

import { randomBytes } from 'node:crypto';
import { askAgain } from '../../edge/ask-again.ts';
import type { HttpAnswer, HttpQuestion } from '../../edge/ask-http.ts';
import { inTurn } from '../../edge/in-turn.ts';
import { LinkFault } from '../../edge/link-fault.ts';
import { type Challenge, readChallenge, signQuestion } from './digest.ts';

export type PrinterAccess = { readonly key: string } | { readonly user: string; readonly password: string };

export type AskPrinter = (question: PrinterQuestion) => Promise<HttpAnswer>;

type PrinterQuestion = {
  readonly path: string;
  readonly method?: 'GET' | 'DELETE';
  readonly signal: AbortSignal;
};

/** A question without a signature, one with an old nonce, one with the fresh one, and one where that was slow. */
const mostTries = 4;

/** Any status but 401 and 403 is an answer: those are a fault with `sign-in-refused`. */
export function askPrinter(link: Where & { readonly access: PrinterAccess }): AskPrinter {
  const { url, trust, access } = link;
  const turn = inTurn();
  const ask = 'key' in access ? withKey(access.key) : withDigest(access);
  return (question) =>
    turn(async () => {
      const answer = await ask({ url, trust }, question);
      if (answer.status === 401 || answer.status === 403) throw new LinkFault('sign-in-refused');
      return answer;
    });
}

type Where = Pick<HttpQuestion, 'url' | 'trust'>;
type Ask = (where: Where, question: PrinterQuestion) => Promise<HttpAnswer>;

const withKey =
  (key: string): Ask =>
  ({ url, trust }, { path, ...rest }) =>
    askAgain({ ...rest, trust, url: url + path, headers: { 'X-Api-Key': key } });

function withDigest(access: { readonly user: string; readonly password: string }): Ask {
  let kept: { readonly challenge: Challenge; count: number } | null = null;
  return async ({ url, trust }, { path, method = 'GET', signal }) => {
    let isFresh = false;
    for (let tries = 1; ; tries++) {
      const headers = kept ? { Authorization: sign({ ...access, method, path, kept }) } : {};
      const answer = await askAgain({ url: url + path, trust, method, signal, headers });
      if (answer.status !== 401) return answer;
      const challenge = readChallenge(answer.headers.get('www-authenticate'));
      // A fresh nonce that is turned away without being called stale: the password is wrong. Asked again, it stays so.
      const isWrong = challenge === null || (isFresh && !challenge.isStale) || tries === mostTries;
      kept = challenge && { challenge, count: 0 };
      if (isWrong) return answer;
      isFresh = true;
    }
  };
}

type ToSign = {
  readonly user: string;
  readonly password: string;
  readonly method: string;
  readonly path: string;
  readonly kept: { readonly challenge: Challenge; count: number };
};

function sign({ user, password, method, path, kept }: ToSign): string {
  kept.count += 1;
  const { challenge, count } = kept;
  const cnonce = randomBytes(8).toString('hex');
  return signQuestion({ challenge, user, password, method, uri: path, count, cnonce });
}
