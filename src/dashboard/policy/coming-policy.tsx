// What was decided and does not count yet: the sentences that will be other than before, and those that will be gone.

import type { PolicyVersionView } from '../../contract/policy-view.ts';
import { words } from '../store.ts';
import { whenOf } from './when-of.ts';

type Told = {
  readonly coming: PolicyVersionView;
  /** What counts until then. */
  readonly before: PolicyVersionView | null;
};

export function ComingPolicy({ coming, before }: Told) {
  const { policy: say } = words.value;
  const keep = new Set(coming.sentences.map(({ pool, text }) => `${pool} ${text}`));
  const gone = (before?.sentences ?? []).filter(({ pool, text }) => !keep.has(`${pool} ${text}`));
  const fresh = coming.sentences.filter(({ changed }) => changed);
  return (
    <section class="policy-coming" aria-label={say.coming({ time: whenOf(coming.from) })}>
      <h2>{say.coming({ time: whenOf(coming.from) })}</h2>
      <p class="hint">
        {say.version({ version: coming.version })}, {say.by[coming.by]}.{' '}
        {fresh.length + gone.length === 0 ? say.comingSame : say.comingHint}
      </p>
      <ul>
        {fresh.map(({ pool, text }) => (
          <li key={`${pool} ${text}`}>
            <b class="policy-mark">{say.fresh}</b>
            <ins>{text}</ins>
            {pool !== null && <small>{say.pool({ pool })}</small>}
          </li>
        ))}
        {gone.map(({ pool, text }) => (
          <li key={`${pool} ${text}`}>
            <b class="policy-mark">{say.gone}</b>
            <del>{text}</del>
            {pool !== null && <small>{say.pool({ pool })}</small>}
          </li>
        ))}
      </ul>
    </section>
  );
}
