// A plain page for stewards: the policy that is in force, with the few numbers that matter changed for one pool, on the past.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Problem } from '../../contract/people.ts';
import type { ReplayNow } from '../../contract/replay.ts';
import { can } from '../can.ts';
import { client } from '../client.ts';
import { Panel } from '../frame/panel.tsx';
import { ProblemText } from '../frame/problem-text.tsx';
import { atWork, person, words } from '../store.ts';
import { dials, inForce, withChanges } from './changed-policy.ts';
import { Replay } from './replay.tsx';

export function ReplayPage() {
  const { replay: say } = words.value;
  const now = useSignal<ReplayNow | null>(null);
  const problem = useSignal<Problem | null>(null);
  const isAllowed = can('replay-policy', { self: person.value, live: true });
  const isReachable = atWork.value;
  useEffect(() => {
    if (!isAllowed || !isReachable) return;
    void client.replayNow().then((answer) => {
      if (answer.ok) now.value ??= answer.value;
      problem.value = answer.ok ? null : answer.problem;
    });
  }, [isAllowed, isReachable, now, problem]);
  if (!isAllowed) return <main class="page">{say.notYours}</main>;
  return (
    <main class="page page-narrow">
      <h1>{say.title}</h1>
      <p class="hint">{say.intro}</p>
      <ProblemText problem={problem.value} />
      {now.value !== null && <Changed now={now.value} />}
    </main>
  );
}

function Changed({ now }: { readonly now: ReplayNow }) {
  const { replay: say } = words.value;
  const [first] = Object.keys(now.document.pools);
  const pool = useSignal(first ?? now.pools[0] ?? null);
  const changes = useSignal<Partial<Record<(typeof dials)[number]['name'], number>>>({});
  if (pool.value === null) return <p class="empty">{say.noPools}</p>;
  const usual = inForce(now.document, pool.value);
  const document = withChanges(now.document, { pool: pool.value, changes: changes.value });
  return (
    <Panel title={say.pool}>
      <div class="replay-dials">
        <label class="field">
          <span>{say.pool}</span>
          <select
            value={pool.value}
            onChange={(event) => {
              pool.value = event.currentTarget.value;
              changes.value = {};
            }}
          >
            {now.pools.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
        {dials.map(({ name, word, least, most }) => (
          <label class="field" key={`${pool.value} ${name}`}>
            <span>{say[word]}</span>
            <input
              type="number"
              inputMode="numeric"
              required
              min={least}
              max={most}
              step={1}
              value={changes.value[name] ?? usual[name]}
              onInput={({ currentTarget: { valueAsNumber, validity } }) => {
                if (validity.valid) changes.value = { ...changes.value, [name]: valueAsNumber };
              }}
            />
            <small>{say.now({ value: String(usual[name]) })}</small>
          </label>
        ))}
      </div>
      {!Object.hasOwn(now.document.pools, pool.value) && <p class="hint">{say.noQueue}</p>}
      <Replay document={document} />
    </Panel>
  );
}
