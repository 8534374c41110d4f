// Ends one's own session, asked twice. The card itself shows the result, when the gateway has written it down.

import type { MachineCard } from '../../contract/board.ts';
import { client } from '../client.ts';
import { AskTwice } from '../frame/ask-twice.tsx';
import { words } from '../store.ts';

export function FinishPanel({ card }: { readonly card: MachineCard }) {
  const { finish: say } = words.value;
  return (
    <AskTwice say={{ ...say, offer: say.finish }} look="primary" act={() => client.endSession(card.id)}>
      <p>{card.job === null ? say.whenIdle : say.whenJob}</p>
    </AskTwice>
  );
}
