// Judges of taps (invariants 6 and 8): each is decided once, as the model of the rules says, by somebody who truly stood
// at the reader of that machine, and the answer says what stands on the disk.

import type { Entry } from '../domain/journal/entry.ts';
import type { Tap } from '../gateway/gateway.ts';
import { must } from './broken.ts';
import { expectTap, type TapFacts } from './model/access-rules.ts';
import type { Invariant } from './watch.ts';

type Decided = {
  /** As the reader is told. */
  readonly outcome: string;
  readonly code: string | null;
  /** In the words of the model. */
  readonly word: string;
};

export const tapsOnce: Invariant['judge'] = () => {
  const decided = new Map<string, Decided>();
  return {
    entry(entry) {
      const one = decisionOf(entry);
      if (one === null) return;
      must(!decided.has(one.key), '6 twice', () => `entry ${entry.seq}: tap ${one.key} was decided before`);
      decided.set(one.key, one);
    },
    answer(tap, { outcome, code }) {
      const one = decided.get(keyOf(tap));
      if (code === 'tap-invalid') return;
      must(one !== undefined, '1 answered-early', () => `tap ${tap.tap} was answered and is not on the disk`);
      const same = one.outcome === outcome && one.code === code;
      must(same, '6 answer', () => `tap ${tap.tap} was answered ${outcome} ${code}; the disk says otherwise`);
    },
  };
};

type TapMade = { readonly tap: Tap; readonly firstMs: number; readonly member: string | null };

export const accessAsTheModelSays: Invariant['judge'] = (scene) => {
  const made = new Map<string, TapMade>();
  const { known } = scene;

  const handles = new Map<string, string>();
  /** Keys are by chance and cards are not, so it is learnt from the people table whose card it is. */
  const ownerOf = (card: string): string | null => {
    if (handles.size === 0)
      for (const { member, badges } of scene.world.shop.members)
        for (const badge of badges) handles.set(badge, member);
    const handle = handles.get(card);
    return scene.world.gateway()?.personByHandle(handle ?? '')?.member ?? null;
  };
  return {
    tap(tap) {
      const key = keyOf(tap);
      if (made.has(key)) return;
      made.set(key, { tap, firstMs: scene.world.clock.trueMs(), member: ownerOf(tap.badge) });
    },
    entry(entry) {
      const decided = decisionOf(entry);
      if (decided !== null) {
        const one = made.get(decided.key);
        must(one !== undefined, '8 from-afar', () => `entry ${entry.seq} tells of a tap that nobody made`);
        const { workshop } = scene.world.shop;
        const facts = known.factsOf(one.tap, { workshop, member: one.member, entry });
        judgeTap(entry, { decided, facts, agoMs: scene.trueMs(entry) - one.firstMs });
      }
    },
  };
};

function judgeTap(
  { seq }: Entry,
  { decided, facts, agoMs }: { decided: Decided & { key: string }; facts: TapFacts; agoMs: number },
): void {
  // Sent again after the disk had refused it, and the member may have left.
  if (decided.code === 'tap-late') {
    must(agoMs > lateMs, '8 late', () => `entry ${seq} calls a tap of ${agoMs} ms ago late`);
    return;
  }
  const right = expectTap(facts);
  must(
    right.includes(decided.word),
    '8 access',
    () => `entry ${seq}: tap ${decided.key} is ${decided.word}; by the rules ${right.join(' or ')}`,
  );
}

const lateMs = 10_000;

const keyOf = ({ reader, tap }: Pick<Tap, 'reader' | 'tap'>): string => `${reader} ${tap}`;

/** What an entry decides about a tap; null for one that is about none. */
function decisionOf(entry: Entry): (Decided & { readonly key: string }) | null {
  const by = decisionIn(entry);
  if (by === null || by.reader === null || by.tap === null) return null;
  const { outcome, code = null, word } = by;
  return { key: `${by.reader} ${by.tap}`, outcome, code, word };
}

type By = {
  readonly reader: string | null;
  readonly tap: string | null;
  readonly outcome: string;
  readonly code?: string;
  readonly word: string;
};

function decisionIn({ type, data }: Entry): By | null {
  if (type === 'tap-refused') return { ...data, outcome: 'refused', word: `refused ${data.code}` };
  const decided = decidedBy.get(type);
  if (!decided || !('tap' in data)) return null;
  const [outcome, word] = decided;
  return { reader: data.reader, tap: data.tap, outcome, word };
}

/** What a tap was answered, by the entry that it brought about, and the word of the model for it. */
const decidedBy: ReadonlyMap<Entry['type'], readonly [outcome: string, word: string]> = new Map([
  ['session-started', ['granted', 'granted']],
  ['session-handed-over', ['granted', 'handed-over']],
  ['session-ending', ['ended', 'ended']],
  ['presence-entered', ['notice', 'entered']],
  ['presence-left', ['notice', 'left']],
  ['hand-over-opened', ['notice', 'offered']],
  ['session-kept', ['notice', 'kept']],
  ['tap-queued', ['queued', 'queued']],
]);
