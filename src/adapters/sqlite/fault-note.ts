// A fault of the journal as it crosses between the two threads: its code and sentence survive, and what SQLite said
// becomes the `cause`. The text of SQLite names tables and columns, never values, so no secret travels with it.

import { JournalFault } from '../../gateway/ports.ts';
import type { FaultNote } from './calls.ts';

export function toFaultNote(fault: unknown): FaultNote {
  if (fault instanceof JournalFault) {
    return {
      code: fault.code,
      text: fault.message,
      cause: fault.cause === undefined ? '' : said(fault.cause),
    };
  }
  const code = sqliteCode(fault);
  if (code === 'SQLITE_FULL') {
    const text = 'The journal could not be written because there is no room left; free space on its disk.';
    return { code: 'journal-full', text, cause: said(fault) };
  }
  const text = code.startsWith('SQLITE_CONSTRAINT')
    ? 'The journal refused a commit that breaks one of its rules, such as two members with one handle; nothing of it was stored.'
    : code.startsWith('SQLITE_')
      ? 'The store could not be read or written; look at the cause, check its disk, then verify the journal.'
      : 'The store was given something that it cannot hold; look at the cause, nothing of it was stored.';
  return { code: 'journal-broken', text, cause: said(fault) };
}

export function fromFaultNote({ code, text, cause }: FaultNote): JournalFault {
  return new JournalFault(code, text, cause === '' ? {} : { cause: new Error(cause) });
}

/** The result code of SQLite, such as `SQLITE_FULL`; empty for any other error. */
export const sqliteCode = (fault: unknown): string =>
  fault instanceof Error && 'code' in fault && typeof fault.code === 'string' ? fault.code : '';

const said = (fault: unknown): string =>
  `${sqliteCode(fault)} ${fault instanceof Error ? fault.message : String(fault)}`.trim();
