// The documents of a stream, cut out of its bytes by the length that each part names: chunks may be cut anywhere, and
// mean nothing. Never more than one part and its header is held.

import { LinkFault } from '../../edge/link-fault.ts';
import { mostXmlBytes } from './read-xml.ts';

export type PartSplitter = { readonly push: (chunk: Uint8Array) => readonly string[] };

const mostHeaderBytes = 8192;

/** Of any multipart type, quoted or not; null for what is none. */
export function boundaryOf(contentType: string): string | null {
  const found = /^multipart\/[^;]{1,80};(?:[^;]*;)*\s*boundary=(?:"([^"]{1,200})"|([^\s";]{1,200}))/i.exec(
    contentType,
  );
  return found?.[1] ?? found?.[2] ?? null;
}

/** `push` rejects with `answer-unfit` what is no part within the bounds. */
export function splitParts(boundary: string): PartSplitter {
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  /** Of the part whose header was read; null while a header is looked for. */
  let wanted: number | null = null;
  const take = (bytes: number): Buffer => {
    const all = Buffer.concat(held);
    held = [all.subarray(bytes)];
    heldBytes = all.length - bytes;
    return all.subarray(0, bytes);
  };
  const readHeader = (): boolean => {
    const all = Buffer.concat(held);
    held = [all];
    const end = headerEnd(all);
    if (end === null) {
      if (all.length > mostHeaderBytes) throw unfit('the header of a part does not end');
      return false;
    }
    wanted = lengthOf(take(end).toString('latin1'), boundary);
    return true;
  };
  return {
    push(chunk) {
      held.push(chunk);
      heldBytes += chunk.length;
      const parts: string[] = [];
      for (;;) {
        if (wanted === null && !readHeader()) return parts;
        if (wanted === null || heldBytes < wanted) return parts;
        parts.push(take(wanted).toString('utf8'));
        wanted = null;
      }
    },
  };
}

const unfit = (why: string): LinkFault =>
  new LinkFault('answer-unfit', {}, { cause: new Error(`multipart: ${why}`) });

/** Just behind the empty line after a header; the empty lines before it, which end the last part, do not count. */
function headerEnd(bytes: Buffer): number | null {
  const text = bytes.toString('latin1', 0, mostHeaderBytes);
  const start = text.search(/[^\r\n]/);
  if (start < 0) return null;
  const found = /\r?\n\r?\n/.exec(text.slice(start));
  return found ? start + found.index + found[0].length : null;
}

function lengthOf(header: string, boundary: string): number {
  const [first = '', ...lines] = header.trim().split(/\r?\n/);
  // Some announce it with the dashes that stand before it.
  if (first.trimEnd() !== `--${boundary}` && first.trimEnd() !== boundary)
    throw unfit('the boundary is another');
  const written = lines
    .map((line) => /^content-length\s*:\s*([0-9]{1,9})\s*$/i.exec(line)?.[1])
    .find(Boolean);
  if (written === undefined) throw unfit('a part does not say its length');
  if (Number(written) > mostXmlBytes) throw unfit('a part is too long');
  return Number(written);
}
