// An entered use in a few lines: who, when, how long, what it costs, and what the member lacked.

import type { UsageReport } from '../../contract/usage.ts';
import { formatDuration } from '../format.ts';
import { words } from '../store.ts';
import { amountOf } from './amount-of.ts';
import { partsOf } from './parts-of.ts';
import { whenOf } from './when-of.ts';

export function UseLine({ report }: { readonly report: UsageReport }) {
  const { usage: say } = words.value;
  const { line, name, warnings } = report;
  const free = line.perHourMinor === null && line.minor === '0';
  return (
    <div class="use-line">
      <p>
        <b>{name}</b>
      </p>
      <p>{line.material ? partsOf(line, report).join('; ') : timeOf(report)}</p>
      <p>{free ? say.free : say.costs({ amount: amountOf(line.minor, report) })}</p>
      {warnings.map(({ code, certificate }) => (
        <p key={`${code} ${certificate}`} class="use-warning">
          {say.warnings[code]({ name, certificate: certificate ?? '' })}
        </p>
      ))}
    </div>
  );
}

const timeOf = ({ line }: UsageReport): string =>
  `${whenOf(line)}, ${formatDuration(Math.abs(line.billedMs))}`;
