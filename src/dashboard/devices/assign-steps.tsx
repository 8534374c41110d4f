// The steps after the form: the lines that officina.yaml would gain, and, once they are written, the password of the device,
// this once, with what is typed at it.

import type { AssignmentDone } from '../../contract/unassigned.ts';
import { CopyCommand } from '../frame/copy-command.tsx';
import { atWork, words } from '../store.ts';
import type { AddedLine } from './assign-draft.ts';
import { CopyRows } from './copy-rows.tsx';

type LinesProps = { readonly lines: readonly AddedLine[] };

export function AddedLines({ lines }: LinesProps) {
  return (
    <ol class="added-lines">
      {lines.map(({ line, text }) => (
        <li key={line}>
          <span>{line}</span>
          <code>{text}</code>
        </li>
      ))}
    </ol>
  );
}

type CheckProps = LinesProps & {
  readonly working: boolean;
  readonly onBack: () => void;
  readonly onWrite: () => void;
};

export function CheckLines({ lines, working, onBack, onWrite }: CheckProps) {
  const { newcomers: say } = words.value;
  return (
    <>
      <h4>{say.linesTitle}</h4>
      <AddedLines lines={lines} />
      <p class="hint">{say.linesHint}</p>
      <div class="row-form">
        <button type="button" disabled={working} onClick={onBack}>
          {say.back}
        </button>
        <button type="button" class="primary" disabled={working || !atWork.value} onClick={onWrite}>
          {working ? say.writing : say.write}
        </button>
      </div>
    </>
  );
}

type DoneProps = { readonly answer: AssignmentDone; readonly onClose: () => void };

export function AssignedDone({ answer, onClose }: DoneProps) {
  const { newcomers: say } = words.value;
  const { credentials, told, setUp, restart } = answer;
  const { client = '', user = '', password = '' } = credentials ?? {};
  return (
    <>
      <p role="status">{credentials === null ? say.samePassword : told ? say.told : say.notTold}</p>
      {credentials !== null && (
        <>
          <p class="problem">{say.once}</p>
          <CopyRows
            rows={[
              { label: say.clientId, value: client },
              { label: say.user, value: user },
              { label: say.password, value: password },
            ]}
          />
        </>
      )}
      {setUp.length > 0 && (
        <>
          <h4>{say.setUp}</h4>
          <SetUp lines={setUp} />
        </>
      )}
      {restart.length > 0 && <p class="hint">{say.restart({ what: restart.join(', ') })}</p>}
      <div class="row-form">
        <button type="button" class="primary" onClick={onClose}>
          {credentials === null ? say.closePart : say.close}
        </button>
      </div>
    </>
  );
}

/** Sentences, and between them the indented lines that are typed; one that stands alone can be copied. */
function SetUp({ lines }: { readonly lines: readonly string[] }) {
  return (
    <div class="set-up" lang="en">
      {blocksOf(lines).map(({ isTyped, texts }) =>
        isTyped ? (
          texts.length === 1 ? (
            <CopyCommand key={texts.join()} command={texts.join('')} />
          ) : (
            <pre key={texts.join()}>{texts.join('\n')}</pre>
          )
        ) : (
          <p key={texts.join()}>{texts.join(' ')}</p>
        ),
      )}
    </div>
  );
}

type Block = { readonly isTyped: boolean; readonly texts: readonly string[] };

/** The gateway indents by two what is typed. */
function blocksOf(lines: readonly string[]): readonly Block[] {
  const blocks: { isTyped: boolean; texts: string[] }[] = [];
  for (const line of lines) {
    const isTyped = line.startsWith('  ');
    const last = blocks.at(-1);
    const text = isTyped ? line.slice(2) : line;
    if (last?.isTyped === isTyped) last.texts.push(text);
    else blocks.push({ isTyped, texts: [text] });
  }
  return blocks;
}
