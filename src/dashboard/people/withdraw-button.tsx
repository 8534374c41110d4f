// Takes one certificate back, asked twice: it says before which sessions end by it.

import { machineNames } from '../badges/machine-names.ts';
import { deskClient } from '../desk/desk-client.ts';
import { useAsked } from '../desk/use-asked.ts';
import { AskTwice } from '../frame/ask-twice.tsx';
import { ProblemText } from '../frame/problem-text.tsx';
import { words } from '../store.ts';

type Props = {
  readonly member: string;
  readonly certificate: string;
  readonly name: string;
  readonly onDone: () => void;
};

export function WithdrawButton({ member, certificate, name, onDone }: Props) {
  const { people: say } = words.value;
  return (
    <AskTwice
      say={{ ...say.withdraw, offerOf: say.withdrawOf({ name }) }}
      look="danger"
      act={() => deskClient.withdrawCertificate({ members: [member], certificate })}
      onDone={onDone}
    >
      <WhatEnds member={member} certificate={certificate} />
    </AskTwice>
  );
}

function WhatEnds({ member, certificate }: Pick<Props, 'member' | 'certificate'>) {
  const { people: say } = words.value;
  const { value, problem } = useAsked(`withdraw ${member} ${certificate}`, () =>
    deskClient.withdrawCertificate({ members: [member], certificate, dryRun: true }),
  );
  if (value === null) return <ProblemText problem={problem} />;
  const ends = value.changes.flatMap((change) => change.ends);
  return <p>{ends.length === 0 ? say.withdrawNone : say.withdrawEnds({ machines: machineNames(ends) })}</p>;
}
