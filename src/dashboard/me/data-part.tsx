// What is kept of oneself: a copy to take, and being erased, which shows first what goes and what stays, and wants one's handle.

import { useSignal } from '@preact/signals';
import type { Problem } from '../../contract/people.ts';
import type { OwnErasePreview } from '../../contract/standing.ts';
import { formatDate } from '../format.ts';
import { AskTwice } from '../frame/ask-twice.tsx';
import { ProblemText } from '../frame/problem-text.tsx';
import { atWork, become, place, words } from '../store.ts';
import { meClient, ownDataAddress } from './me-client.ts';

/** @param handle null while it is not known */
export function DataPart({ handle }: { readonly handle: string | null }) {
  const { me, disputes: say } = words.value;
  const preview = useSignal<OwnErasePreview | null>(null);
  const problem = useSignal<Problem | null>(null);
  const working = useSignal(false);

  async function look(): Promise<void> {
    working.value = true;
    const answer = await meClient.previewErasure();
    working.value = false;
    problem.value = answer.ok ? null : answer.problem;
    preview.value = answer.ok ? answer.value : null;
  }

  return (
    <>
      <h3>{say.dataTitle}</h3>
      <p>{say.dataSaid}</p>
      <p>
        <a class="act" href={ownDataAddress} download="my-data.json">
          {say.dataTake}
        </a>
      </p>
      <h3>{me.erase.title}</h3>
      <p>{me.erase.said}</p>
      <ProblemText problem={problem.value} />
      {preview.value === null || handle === null ? (
        <div>
          <button type="button" disabled={working.value || !atWork.value} onClick={() => void look()}>
            {working.value ? me.erase.looking : me.erase.look}
          </button>
        </div>
      ) : (
        <Erasure preview={preview.value} handle={handle} />
      )}
    </>
  );
}

function keptText({ what, entries, why, until }: OwnErasePreview['keeps'][number]): string {
  const { erase: say } = words.value.me;
  const said = { what: say.kept[what]({ count: entries }), why: say.why[why] };
  return until === undefined
    ? say.line(said)
    : say.lineUntil({ ...said, day: formatDate(until, place.value.locale) });
}

type ErasureProps = { readonly preview: OwnErasePreview; readonly handle: string };

function Erasure({ preview: { goes, keeps, fresh, owing }, handle }: ErasureProps) {
  const { erase: say, refusals } = words.value.me;
  const typed = useSignal('');
  const stands = owing ? refusals['erase-owing'] : fresh ? undefined : refusals['erase-stale'];
  return (
    <div class="me-erase">
      <h4>{say.goes}</h4>
      <p>{say.goesList({ name: goes.name, badges: goes.badges })}</p>
      <h4>{say.stays}</h4>
      {keeps.length === 0 && <p>{say.staysNone}</p>}
      <ul>
        {keeps.map((part) => (
          <li key={part.what}>{keptText(part)}</li>
        ))}
      </ul>
      {stands !== undefined ? (
        <p class="problem">
          {stands.title} {stands.detail}
        </p>
      ) : (
        <AskTwice
          say={say.act}
          look="danger"
          ready={typed.value.trim() === handle}
          act={() => meClient.erase({ handle: typed.value.trim() })}
          onDone={() => become('nobody')}
        >
          <label class="field">
            <span>{say.type}</span>
            <input
              value={typed.value}
              maxLength={64}
              autocomplete="off"
              autocapitalize="none"
              onInput={(event) => (typed.value = event.currentTarget.value)}
            />
            <small>{say.typeHint({ handle })}</small>
          </label>
        </AskTwice>
      )}
    </div>
  );
}
