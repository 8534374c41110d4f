// What the controller of a machine tells whoever stands before it: the sentence of its alarm, in the language of the page
// where its profile has one, and in what state the end of access has left it.

import type { MachineCard } from '../../contract/board.ts';
import { atWork, words } from '../store.ts';
import { alarmSentence, leftSentences } from './firmware-sentences.ts';

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
