// What the controller of a machine tells whoever stands before it: the sentence of its alarm, in the language of the page
// where its profile has one, and in what state the end of access has left it.

import type { MachineCard } from '../../contract/board.ts';
import { atWork, words } from '../store.ts';
import type { Words } from '../words/words.ts';

export function FirmwareWords({ card }: { readonly card: MachineCard }) {
  const sentences = leftSentences(card, words.value);
  const alarm = alarmSentence(card, words.value);
  if (!atWork.value || (alarm === null && sentences.length === 0)) return null;
  return (
    <>
      {alarm !== null && <p class="why">{alarm}</p>}
      {sentences.length > 0 && (
        <p class="why">
          {words.value.firmware.left}: {sentences.join(' ')}
        </p>
      )}
    </>
  );
}

export const alarmSentence = ({ alarm }: Pick<MachineCard, 'alarm'>, { language }: Words): string | null =>
  alarm === null ? null : ((language === 'it' ? alarm.it : undefined) ?? alarm.en);

/** What the machine has nothing of is not mentioned. */
export function leftSentences({ left }: Pick<MachineCard, 'left'>, { firmware }: Words): readonly string[] {
  const says: Readonly<Record<string, string>> = firmware.says;
  const parts = ['spindle', 'laser', 'heat', 'position'] as const;
  return parts.flatMap((part) => says[`${part}.${left?.[part]}`] ?? []);
}
