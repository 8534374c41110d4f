// What reading a configuration found wrong: mistakes refuse it, warnings do not. All are kept, in the order of the
// file, and no sentence ever holds a secret.

import type { Mistake } from './config.ts';

/** Line and column from 1; null for what stands in no file. */
export type Place = { readonly line: number; readonly column: number } | null;

export type Findings = {
  mistake(place: Place, text: string): void;
  warning(place: Place, text: string): void;
  mistakes(): readonly Mistake[];
  warnings(): readonly Mistake[];
};

/** More than this is one broken file, not so many mistakes; the rest is counted in a last sentence. */
const findingsLimit = 200;

export function createFindings(): Findings {
  const mistakes = createList();
  const warnings = createList();
  return {
    mistake: mistakes.add,
    warning: warnings.add,
    mistakes: mistakes.sorted,
    warnings: warnings.sorted,
  };
}

/** `officina.yaml, line 12, column 5: …`; only the sentence when it is about no place in a file. */
export function formatMistake(file: string | null, mistake: Mistake): string {
  if (mistake.line === null) return mistake.text;
  const where = `line ${mistake.line}, column ${mistake.column ?? 1}`;
  return `${file === null ? '' : `${file}, `}${where}: ${mistake.text}`;
}

function createList() {
  const kept: Mistake[] = [];
  let dropped = 0;
  return {
    add(place: Place, text: string): void {
      if (kept.length >= findingsLimit) dropped += 1;
      else kept.push({ line: place?.line ?? null, column: place?.column ?? null, text });
    },
    sorted(): readonly Mistake[] {
      const sorted = kept.toSorted(byPlace);
      if (dropped > 0)
        sorted.push({ line: null, column: null, text: `There are ${dropped} more of this kind.` });
      return sorted;
    },
  };
}

function byPlace(a: Mistake, b: Mistake): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
