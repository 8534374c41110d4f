// The policy in words: each sentence in the language that was asked for, and which of them are new.

import type { PolicyDatesView, PolicyVersionView, PolicyView } from '../contract/policy-view.ts';
import type { PolicyDates, PolicyTold, PolicyVersionTold } from '../gateway/gateway.ts';
import type { Texts } from '../gateway/ports.ts';
import { rfc3339 } from './instant.ts';

export function policyView({ current, coming, past }: PolicyTold, texts: Texts): PolicyView {
  return {
    current: current && policyVersionView(current, { texts, before: null }),
    coming: coming.map((one, index) =>
      policyVersionView(one, { texts, before: coming[index - 1] ?? current }),
    ),
    past: past.map(datesView),
  };
}

type Beside = { readonly texts: Texts; readonly before: PolicyVersionTold | null };

/** @param beside `before`: what counts until then; null where nothing is to be compared */
export function policyVersionView(told: PolicyVersionTold, { texts, before }: Beside): PolicyVersionView {
  const known = new Set(before?.sentences.map((one) => JSON.stringify(one)));
  return {
    ...datesView(told),
    // The journal holds only what this very schema let in.
    document: told.document as PolicyVersionView['document'],
    sentences: told.sentences.map((one) => ({
      pool: one.pool,
      code: one.code,
      text: texts.say(one.code, one.values),
      changed: before !== null && !known.has(JSON.stringify(one)),
    })),
  };
}

const datesView = ({
  version,
  hash,
  by,
  proposal,
  adoptedMs,
  fromMs,
  beganMs,
}: PolicyDates): PolicyDatesView => ({
  ...{ version, hash, by, proposal },
  adopted: rfc3339(adoptedMs),
  from: rfc3339(fromMs),
  began: beganMs === null ? null : rfc3339(beganMs),
});
