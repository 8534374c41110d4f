// What counted before: when, who decided it, and the digits by which decisions name it.

import type { PolicyDatesView } from '../../contract/policy-view.ts';
import { words } from '../store.ts';
import { whenOf } from './when-of.ts';

export function PastPolicies({ past }: { readonly past: readonly PolicyDatesView[] }) {
  const { policy: say } = words.value;
  const { table } = say;
  return (
    <section class="policy-past">
      <h2>{say.past}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{table.version}</th>
            <th scope="col">{table.from}</th>
            <th scope="col">{table.by}</th>
            <th scope="col" title={say.hashHint}>
              {table.hash}
            </th>
          </tr>
        </thead>
        <tbody>
          {past.map(({ version, began, by, hash }) => (
            <tr key={version}>
              <th scope="row">{version}</th>
              <td>{began === null ? say.never : whenOf(began)}</td>
              <td>{say.by[by]}</td>
              <td>
                <code>{hash.slice(0, 12)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
