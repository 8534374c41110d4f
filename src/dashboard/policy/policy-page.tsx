// How machines are shared, in sentences: what counts now, pool by pool, what is to change and when, and what counted before.

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Problem } from '../../contract/people.ts';
import type { PolicyVersionView, PolicyView } from '../../contract/policy-view.ts';
import { can } from '../can.ts';
import { client } from '../client.ts';
import { ProblemText } from '../frame/problem-text.tsx';
import { atWork, person, words } from '../store.ts';
import { ComingPolicy } from './coming-policy.tsx';
import { PastPolicies } from './past-policies.tsx';
import { whenOf } from './when-of.ts';

export function PolicyPage() {
  const { policy: say, language } = words.value;
  const policy = useSignal<PolicyView | null>(null);
  const problem = useSignal<Problem | null>(null);
  const allowed = can('see-policy', { self: person.value, live: true });
  const reachable = atWork.value;

  useEffect(() => {
    if (!allowed || !reachable) return;
    let stale = false;
    void client.policy(language).then((answer) => {
      if (stale) return;
      if (answer.ok) policy.value = answer.value;
      problem.value = answer.ok ? null : answer.problem;
    });
    return () => {
      stale = true;
    };
  }, [allowed, reachable, language, policy, problem]);

  const known = policy.value;
  return (
    <main class="policy">
      <header>
        <h1>{say.title}</h1>
        {known?.current && <Dates told={known.current} />}
      </header>
      {!allowed && <p class="empty">{say.refused}</p>}
      <ProblemText problem={problem.value} />
      {known?.coming.map((coming, index) => (
        <ComingPolicy
          key={coming.version}
          coming={coming}
          before={known.coming[index - 1] ?? known.current}
        />
      ))}
      {known !== null && known.current === null && <p class="empty">{say.none}</p>}
      {known?.current && <Sentences told={known.current} />}
      {known !== null && known.past.length > 0 && <PastPolicies past={known.past} />}
    </main>
  );
}

function Dates({ told }: { readonly told: PolicyVersionView }) {
  const { policy: say } = words.value;
  return (
    <p class="hint">
      {say.version({ version: told.version })}, {say.since({ time: whenOf(told.began ?? told.from) })},{' '}
      {say.by[told.by]}. <code title={say.hashHint}>{told.hash.slice(0, 12)}</code>
    </p>
  );
}

function Sentences({ told }: { readonly told: PolicyVersionView }) {
  const { policy: say } = words.value;
  const pools = [...new Set(told.sentences.map(({ pool }) => pool))];
  return (
    <div class="policy-parts">
      {pools.map((pool) => (
        <section key={pool ?? ''} aria-label={pool === null ? say.everybody : say.pool({ pool })}>
          <h2>{pool === null ? say.everybody : say.pool({ pool })}</h2>
          <ul>
            {told.sentences
              .filter((one) => one.pool === pool)
              .map(({ text }) => (
                <li key={text}>{text}</li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
