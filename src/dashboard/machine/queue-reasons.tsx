// Why one stands where one stands: for each person ahead the reason, the two numbers that were compared, and the turns that
// weigh most in them. Whoever is not shown is somebody.

import type { QueueView, ReasonView } from '../../contract/queue.ts';
import { timeOf } from '../board/call-times.ts';
import { formatDate, formatDuration } from '../format.ts';
import { place, words } from '../store.ts';
import { usesOf } from './queue-uses.ts';

type Mine = NonNullable<QueueView['mine']>;
type Use = NonNullable<ReasonView['uses']>['mine'];

export function QueueReasons({ mine }: { readonly mine: Mine }) {
  const { queue: say } = words.value;
  const own = mine.reasons.find(({ uses }) => uses !== null)?.uses?.mine;
  return (
    <details class="queue-reasons">
      <summary>{say.why({ count: mine.reasons.length })}</summary>
      <ol>
        {mine.reasons.map((reason, index) => (
          <li key={index}>
            <p>
              <b>{reason.member ?? say.somebody}</b> {reasonText(reason)}
            </p>
            {reason.uses !== null && <Heaviest say={say.weighsTheirs} use={reason.uses.theirs} />}
          </li>
        ))}
      </ol>
      {own !== undefined && <Heaviest say={say.weighsMine} use={own} />}
    </details>
  );
}

/** The reason with its two numbers, as one sentence. */
function reasonText({ code, uses, budget }: ReasonView): string {
  const { queue: say } = words.value;
  if (budget !== null) {
    const of = budget.of ?? say.somebody;
    const [left, takes] = [formatDuration(budget.leftS * 1_000), formatDuration(budget.takesS * 1_000)];
    return say.budget[code]?.({ of, left, takes }) ?? code;
  }
  if (uses === null) return '';
  if (code === 'earlier-ticket')
    return say.cameEarlier({ theirs: timeOf(uses.theirs.since), mine: timeOf(uses.mine.since) });
  const both = usesOf(uses);
  return both === null
    ? say.usedLittleLess
    : say.usedLess[uses.between]({ theirs: both.theirs, mine: both.mine });
}

function Heaviest({ say, use }: { readonly say: (values: { turns: string }) => string; readonly use: Use }) {
  const shown = use.heaviest.filter(({ countsS }) => countsS >= 60);
  if (shown.length === 0) return null;
  const turns = shown.map(({ day, countsS }) =>
    words.value.queue.turn({
      length: formatDuration(countsS * 1_000),
      day: formatDate(day, place.value.locale),
    }),
  );
  return <p class="hint">{say({ turns: turns.join(', ') })}</p>;
}
