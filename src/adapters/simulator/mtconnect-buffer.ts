// The buffer of the simulated MTConnect agent: observations under growing numbers, of which only the newest are kept,
// and the last of each item.

import { type Condition, type MillItem, millItems, type Observed } from './mtconnect-documents.ts';

export type AgentBuffer = ReturnType<typeof openBuffer>;

export function openBuffer(size: number) {
  let kept: Observed[] = [];
  let next = 1n;
  let ticks = 0;
  const last = new Map<MillItem, Observed>();
  const faults = new Map<string, Observed>();
  const add = (item: MillItem, value: string, condition: Condition | null): Observed => {
    const one = { sequence: next, item, value, condition, timestamp: new Date(ticks).toISOString() };
    next += 1n;
    kept.push(one);
    if (kept.length > size) kept.shift();
    return one;
  };
  const first = (): bigint => kept[0]?.sequence ?? next;
  const span = (end: bigint) => ({ first: first(), last: next - 1n, next: end });
  return {
    holds: (from: bigint): boolean => from >= first() && from <= next,
    observe(values: readonly (readonly [MillItem, string])[]): void {
      ticks += 1;
      for (const [item, value] of values) {
        const isCondition = millItems[item].category === 'CONDITION';
        if (isCondition) faults.clear();
        last.set(item, add(item, value, isCondition ? { level: 'Normal', code: null } : null));
      }
    },
    condition(condition: Condition, text: string): void {
      ticks += 1;
      const one = add('motion', text, condition);
      if (condition.code === null) faults.clear();
      else faults.delete(condition.code);
      if (condition.level !== 'Normal') faults.set(condition.code ?? '', one);
    },
    current() {
      const normal = faults.size > 0 ? [] : [last.get('motion')];
      const values = [...last.values()].filter(({ item }) => item !== 'motion');
      const seen = [...values, ...normal, ...faults.values()].filter((one) => one !== undefined);
      return { seen, span: span(next) };
    },
    since(from: bigint, count: number) {
      const seen = kept.filter(({ sequence }) => sequence >= from).slice(0, count);
      const end = (seen.at(-1)?.sequence ?? from - 1n) + 1n;
      return { seen, span: span(end), end: next };
    },
    /** The values stay, as the adapter tells them again. */
    restart(): void {
      kept = [];
      next = 1n;
      ticks += 1;
      for (const [item, one] of last) last.set(item, add(item, one.value, one.condition));
    },
  };
}
