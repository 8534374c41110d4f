// Sends lines to InfluxDB as they are. The library can only send points; what this rejects with looks as the library's
// own faults do, so that one table tells what they mean.

import { request as httpRequest, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { InfluxTarget } from './influx-client.ts';

/** Bytes of an answer that are read; the database says what it has to say in far fewer. */
const maxAnswerBytes = 65_536;

/** Resolves when they are written. Whoever calls sees to a limit of time, and destroys the agent when it is over. */
export function postLines(
  { url, database, user, password }: InfluxTarget,
  { lines, agent }: { lines: string; agent: NonNullable<RequestOptions['agent']> },
): Promise<void> {
  const at = new URL(url);
  at.pathname = `${at.pathname.replace(/\/$/, '')}/write`;
  at.search = String(new URLSearchParams({ db: database, precision: 'ms' }));
  const request = at.protocol === 'https:' ? httpsRequest : httpRequest;
  const headers = { 'content-length': Buffer.byteLength(lines) };
  return new Promise((resolve, reject) => {
    const sent = request(at, { method: 'POST', agent, auth: `${user}:${password}`, headers }, (answer) => {
      const { statusCode = 0 } = answer;
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => {
        text += part.slice(0, maxAnswerBytes - text.length);
      });
      answer.once('error', reject);
      answer.once('end', () => {
        if (statusCode >= 200 && statusCode < 300) resolve();
        else reject(refusal(statusCode, text));
      });
    });
    sent.once('error', reject);
    sent.end(lines);
  });
}

/** 3xx and 4xx carry their status; what is 5xx is no better than no answer. */
function refusal(statusCode: number, text: string): Error {
  const fault = new Error(saidIn(text));
  return statusCode >= 500 ? fault : Object.assign(fault, { res: { statusCode } });
}

function saidIn(text: string): string {
  try {
    const said: unknown = JSON.parse(text);
    if (typeof said === 'object' && said !== null && 'error' in said) return String(said.error);
  } catch {
    // A proxy in between says it in its own words.
  }
  return text;
}
