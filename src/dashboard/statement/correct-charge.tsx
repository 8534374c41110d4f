// The way to correct what was charged for a line, by hand, for those who may: it first says what will happen.

import { useSignal } from '@preact/signals';
import type { CorrectionRequest } from '../../contract/desk.ts';
import type { Statement, StatementLine } from '../../contract/statement.ts';
import { client } from '../client.ts';
import { AskTwice } from '../frame/ask-twice.tsx';
import { words } from '../store.ts';
import { minorOf } from './minor-of.ts';

export type CorrectProps = {
  readonly line: StatementLine;
  readonly statement: Statement;
  readonly onCorrected: () => void;
};

type Why = CorrectionRequest['why'];

export function CorrectCharge({ line, statement, onCorrected }: CorrectProps) {
  const { materials: say, usage } = words.value;
  const typed = useSignal('');
  const code = useSignal('');
  const why = useSignal<Why>('agreed');
  const note = useSignal('');
  const toMinor = minorOf(typed.value, statement.digits);
  const labels = { offer: say.correct, keep: say.keep, confirm: say.correctConfirm, working: say.correcting };
  const request: CorrectionRequest = {
    why: why.value,
    ...(typeof toMinor === 'string' && { toMinor }),
    ...(code.value.trim() !== '' && { costCode: code.value.trim() === 'none' ? null : code.value.trim() }),
    ...(note.value.trim() !== '' && { note: note.value }),
  };
  return (
    <AskTwice
      say={labels}
      look="link"
      ready={toMinor !== undefined && (toMinor !== null || code.value.trim() !== '')}
      act={() => client.correctCharge(line.session, request)}
      onDone={onCorrected}
    >
      <p>{say.correctAsk}</p>
      <TextField label={say.correctTo} text={typed.value} isMoney onType={(text) => (typed.value = text)} />
      <TextField
        label={say.correctCode}
        text={code.value}
        hint={say.correctCodeHint}
        onType={(text) => (code.value = text)}
      />
      <label class="field">
        <span>{say.correctWhy}</span>
        <select value={why.value} onChange={(event) => (why.value = event.currentTarget.value as Why)}>
          {Object.entries(say.correctionReasons).map(([reason, text]) => (
            <option key={reason} value={reason}>
              {text}
            </option>
          ))}
        </select>
      </label>
      <TextField
        label={usage.note}
        text={note.value}
        hint={usage.noteHint}
        onType={(text) => (note.value = text)}
      />
    </AskTwice>
  );
}

type TextProps = {
  readonly label: string;
  readonly text: string;
  readonly hint?: string;
  readonly isMoney?: boolean;
  readonly onType: (text: string) => void;
};

function TextField({ label, text, hint, isMoney = false, onType }: TextProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        value={text}
        inputmode={isMoney ? 'decimal' : 'text'}
        maxLength={isMoney ? 14 : 280}
        autocomplete="off"
        onInput={(event) => onType(event.currentTarget.value)}
      />
      {hint !== undefined && <small>{hint}</small>}
    </label>
  );
}
