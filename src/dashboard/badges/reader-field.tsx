// The choice of a reader, told with the machines that it opens; those that are not there say so.

import type { DeviceView } from '../../contract/devices.ts';
import { words } from '../store.ts';
import { machineNames } from './machine-names.ts';

export type ReaderFieldProps = {
  readonly label: string;
  readonly readers: readonly DeviceView[];
  /** Its id; empty for none. */
  readonly value: string;
  /** What stands for no reader, where that may be chosen. */
  readonly none?: string;
  readonly onChoose: (reader: string) => void;
};

export function ReaderField({ label, readers, value, none, onChoose }: ReaderFieldProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {none !== undefined && <option value="">{none}</option>}
        {readers.map((reader) => (
          <option key={reader.id} value={reader.id}>
            {optionText(reader)}
          </option>
        ))}
      </select>
    </label>
  );
}

function optionText({ id, there, machines }: DeviceView): string {
  const { badges: say } = words.value.desk;
  if (!there) return say.readerAway({ reader: id });
  return machines.length === 0
    ? id
    : say.readerServes({ reader: id, machines: machineNames(machines.map((one) => one.id)) });
}
