// Labelled values as they are typed into a device, each with a button that copies it.

import { CopyCommand } from '../frame/copy-command.tsx';

type Row = { readonly label: string; readonly value: string };

export function CopyRows({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <dl class="copy-rows">
      {rows.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <CopyCommand command={value} label={label} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
