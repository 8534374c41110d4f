// A question that only reads, asked a second time where the connection broke: servers close connections that we keep for
// the next question, and tell us only when we use them.

import { askHttp, type HttpAnswer, type HttpQuestion } from './ask-http.ts';
import { LinkFault } from './link-fault.ts';

/** Orders are never asked twice: nobody knows whether the first one was taken. */
export async function askAgain(question: HttpQuestion): Promise<HttpAnswer> {
  try {
    return await askHttp(question);
  } catch (fault) {
    const isBroken = fault instanceof LinkFault && fault.trouble.code === 'link-lost';
    if (!isBroken || question.signal.aborted || (question.method ?? 'GET') !== 'GET') throw fault;
    return askHttp(question);
  }
}
