// The two questions about a switch that gives a machine its power. Each wants an answer of its own, and none stands there
// before somebody gave it; after a no it says what to do instead.

import { live, words } from '../store.ts';
import { type FieldProps, Mistake } from './mistake.tsx';

export function SafetyQuestions({ draft, wrong, onDraft }: FieldProps) {
  const { newcomers: say } = words.value;
  const name = live.value.board?.machines.find(({ id }) => id === draft.machine)?.name;
  return (
    <section class="safety" aria-label={say.safety} data-wrong={wrong !== null}>
      <h4>{say.safety}</h4>
      <p>{say.motors}</p>
      <YesOrNo
        question={say.noVolt({ machine: name ?? draft.machine ?? '' })}
        answer={draft.noVoltRelease}
        afterNo={say.noVoltNo}
        onAnswer={(noVoltRelease) => onDraft({ ...draft, noVoltRelease })}
      />
      <YesOrNo
        question={say.emergency}
        answer={draft.notAnEmergencyStop}
        afterNo={say.emergencyNo}
        onAnswer={(notAnEmergencyStop) => onDraft({ ...draft, notAnEmergencyStop })}
      />
      <Mistake text={draft.noVoltRelease === false || draft.notAnEmergencyStop === false ? null : wrong} />
    </section>
  );
}

type Props = {
  readonly question: string;
  readonly answer: boolean | null;
  readonly afterNo: string;
  readonly onAnswer: (answer: boolean) => void;
};

function YesOrNo({ question, answer, afterNo, onAnswer }: Props) {
  const { newcomers: say } = words.value;
  return (
    <fieldset class="yes-or-no">
      <legend>{question}</legend>
      {([true, false] as const).map((value) => (
        <label key={String(value)} class="option">
          <input type="radio" name={question} checked={answer === value} onChange={() => onAnswer(value)} />
          <span>{value ? say.yes : say.no}</span>
        </label>
      ))}
      {answer === false && (
        <p class="problem" role="alert">
          {afterNo}
        </p>
      )}
    </fieldset>
  );
}
