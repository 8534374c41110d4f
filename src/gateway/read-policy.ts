// The policy as people ask for it: what counts by the state, and its dates and all that came before by the journal.

import type { Entry } from '../domain/journal/entry.ts';
import type { Workshop } from '../domain/machine/workshop.ts';
import type { PolicyDocument } from '../domain/policy/policy-document.ts';
import { policySentences } from '../domain/policy/policy-sentences.ts';
import type { Committer } from './commit.ts';
import {
  type PolicyDates,
  type PolicyTold,
  type PolicyVersionTold,
  pastPoliciesMost,
} from './policy-asked.ts';
import type { Journal } from './ports.ts';

export type ReadPolicy = {
  readonly journal: Pick<Journal, 'query'>;
  readonly committer: Pick<Committer, 'durable'>;
};

export async function readPolicy(box: ReadPolicy): Promise<PolicyTold> {
  const versions = await adopted(box);
  const { policy, coming, workshop } = box.committer.durable();
  const tell = (version: number): readonly PolicyVersionTold[] => {
    const found = versions.get(version);
    return found ? [told(found, workshop)] : [];
  };
  const living = new Set([policy?.version, ...coming.map(({ version }) => version)]);
  const past = [...versions.values()].filter(({ dates }) => !living.has(dates.version)).reverse();
  return {
    current: policy ? (tell(policy.version)[0] ?? null) : null,
    coming: coming.flatMap(({ version }) => tell(version)),
    past: past.slice(0, pastPoliciesMost).map(({ dates }) => dates),
  };
}

/** Null where there is none of this number. */
export async function readPolicyVersion(box: ReadPolicy, version: number): Promise<PolicyVersionTold | null> {
  const found = (await adopted(box)).get(version);
  return found ? told(found, box.committer.durable().workshop) : null;
}

type Adopted = { readonly dates: PolicyDates; readonly document: PolicyDocument };

const told = ({ dates, document }: Adopted, workshop: Workshop | null): PolicyVersionTold => ({
  ...dates,
  document,
  sentences: policySentences(document, workshop ?? { machines: {} }),
});

/** By their version, in its order. */
async function adopted({ journal }: ReadPolicy): Promise<ReadonlyMap<number, Adopted>> {
  const found = new Map<number, Adopted>();
  const all = { fromMs: 0, toMs: Number.MAX_SAFE_INTEGER };
  for (const entry of await journal.query({ types: ['policy-adopted', 'policy-began'], ...all }))
    follow(found, entry);
  return found;
}

function follow(found: Map<number, Adopted>, { type, atMs, data }: Entry): void {
  if (type === 'policy-adopted') {
    const { document, ...dates } = data;
    found.set(data.version, { document, dates: { ...dates, adoptedMs: atMs, beganMs: null } });
  }
  if (type !== 'policy-began') return;
  const known = found.get(data.version);
  if (known) found.set(data.version, { ...known, dates: { ...known.dates, beganMs: atMs } });
}
