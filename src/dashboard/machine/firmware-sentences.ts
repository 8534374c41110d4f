// What the controller of a machine tells, as sentences in the language of the page: English where its profile has no other,
// and nothing of what the machine does not have.

import type { MachineCard } from '../../contract/board.ts';
import type { Words } from '../words/words.ts';

export const alarmSentence = ({ alarm }: Pick<MachineCard, 'alarm'>, { language }: Words): string | null =>
  alarm === null ? null : (new Map(Object.entries(alarm)).get(language) ?? alarm.en);

/** What the machine has nothing of is not mentioned. */
export function leftSentences({ left }: Pick<MachineCard, 'left'>, { firmware }: Words): readonly string[] {
  const says: Readonly<Record<string, string>> = firmware.says;
  const parts = ['spindle', 'laser', 'heat', 'position'] as const;
  return parts.flatMap((part) => says[`${part}.${left?.[part]}`] ?? []);
}
