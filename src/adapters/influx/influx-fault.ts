// Why InfluxDB did not do as it was asked, as a code. What the library throws is never handed on: it carries the
// request with its password.

import { ResultError } from 'influx';

export type InfluxFaultCode =
  /** Not there, or broken off, or an error of its own (5xx). */
  | 'unreachable'
  /** No answer within the limit; what was sent may have been written. */
  | 'slow'
  /** The database is not there. */
  | 'missing'
  /** The user name or the password is wrong, or the right to do this is missing. */
  | 'denied'
  /** It understood and would not take it. */
  | 'refused';

export class InfluxFault extends Error {
  readonly code: InfluxFaultCode;
  constructor(code: InfluxFaultCode, message: string) {
    super(message);
    this.name = 'InfluxFault';
    this.code = code;
  }
}

/** As much of a sentence of the database as a log line takes. */
const clipLength = 200;

export function toInfluxFault(thrown: unknown): InfluxFault {
  if (thrown instanceof InfluxFault) return thrown;
  const said = clip(thrown instanceof Error ? thrown.message : String(thrown));
  const status = statusOf(thrown);
  const code = codeOf(status, thrown);
  return new InfluxFault(code, `${sentences[code]} It said: ${said || 'nothing'}.`);
}

const sentences: Readonly<Record<InfluxFaultCode, string>> = {
  unreachable:
    'InfluxDB cannot be reached or has an error of its own; start it, or look at its log and disk.',
  slow: 'InfluxDB did not answer in time; look at the load and the disk of its computer.',
  missing: 'The database in InfluxDB is not there; it is made again if the gateway may.',
  denied:
    'InfluxDB does not let the gateway in; check user name, password and rights in the url of "influx".',
  refused:
    'InfluxDB does not take what it was sent; look at its limits and at who else writes to that database.',
};

/** The library marks answers of 300 to 499 with the answer itself, and errors inside an answer with a class. */
function codeOf(status: number | null, thrown: unknown): InfluxFaultCode {
  if (status === 404) return 'missing';
  if (status === 401 || status === 403) return 'denied';
  if (status !== null || thrown instanceof ResultError) return 'refused';
  return 'unreachable';
}

function statusOf(thrown: unknown): number | null {
  if (typeof thrown !== 'object' || thrown === null || !('res' in thrown)) return null;
  const { res } = thrown;
  if (typeof res !== 'object' || res === null || !('statusCode' in res)) return null;
  return typeof res.statusCode === 'number' ? res.statusCode : null;
}

const clip = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .slice(0, clipLength);
