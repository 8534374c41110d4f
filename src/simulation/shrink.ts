// Shortens a life that broke: whatever can be left out without the same promise being kept after all is left out, first
// in large parts, then one deed at a time (delta debugging). Bounded by time; what it then has is handed back.

import type { Deed } from './choosing.ts';
import { type Life, type LifeOptions, live } from './live.ts';

export type Shrunk = {
  readonly deeds: readonly Deed[];
  /** Lives that were lived for it. */
  readonly lives: number;
  /** Whether no single deed more can be left out. */
  readonly isShortest: boolean;
};

export async function shrink(
  failed: Pick<Life, 'deeds' | 'broken'>,
  { options, limitMs }: { options: LifeOptions; limitMs: number },
): Promise<Shrunk> {
  const endMs = performance.now() + limitMs;
  const key = failed.broken?.key;
  const { onProgress: _, again: __, ...plain } = options;
  let deeds = failed.deeds;
  let lives = 0;
  const stillFails = async (again: readonly Deed[]): Promise<boolean> => {
    lives += 1;
    return (await live({ ...plain, again })).broken?.key === key;
  };
  let parts = 2;
  while (deeds.length > 1 && performance.now() < endMs) {
    const size = Math.ceil(deeds.length / parts);
    const shorter = await withoutOne(deeds, { size, endMs, stillFails });
    if (shorter !== null) {
      deeds = shorter;
      parts = Math.max(2, parts - 1);
    } else if (size > 1) parts = Math.min(deeds.length, parts * 2);
    else return { deeds, lives, isShortest: performance.now() < endMs };
  }
  return { deeds, lives, isShortest: deeds.length <= 1 };
}

/** The first shorter history that fails as well; null when there is none of that size, or no time. */
async function withoutOne(
  deeds: readonly Deed[],
  how: { size: number; endMs: number; stillFails: (again: readonly Deed[]) => Promise<boolean> },
): Promise<readonly Deed[] | null> {
  for (let from = 0; from < deeds.length; from += how.size) {
    if (performance.now() >= how.endMs) return null;
    const again = without(deeds, { from, to: from + how.size });
    if (again.length < deeds.length && (await how.stillFails(again))) return again;
  }
  return null;
}

/** The time that those took which go is waited for by the next one, so that the others keep their hour. */
function without(deeds: readonly Deed[], { from, to }: { from: number; to: number }): readonly Deed[] {
  const waitMs = deeds.slice(from, to).reduce((sum, deed) => sum + deed.waitMs, 0);
  const [next, ...rest] = deeds.slice(to);
  return [...deeds.slice(0, from), ...(next ? [{ ...next, waitMs: next.waitMs + waitMs }, ...rest] : [])];
}

/** Longer ones help nobody who reads them: the seed lives them again. */
const printLimit = 300;

/** As it can be pasted into `test/simulation/once-broken.test.ts`. */
export function asTest({ seed, members, machines, turns }: LifeOptions, deeds: readonly Deed[]): string {
  if (deeds.length > printLimit)
    return `// ${deeds.length} deeds are left, too many to read; live seed ${seed} again with the same sizes.`;
  const lines = deeds.map((deed) => `    ${JSON.stringify(deed)},`);
  return [
    `it('keeps what seed ${seed} once broke', () =>`,
    `  relives({ seed: ${seed}, members: ${members}, machines: ${machines}${turns ? ', turns: true' : ''} }, [`,
    ...lines,
    '  ]));',
  ].join('\n');
}
