// Corrects what was charged, by hand: a further entry, never an edit (invariant 5), with a note beside it. It says what the
// charge shall be; whatever the rule finds later comes on top of it.

import { type ChargeNow, decideCorrection } from '../domain/billing/decide-correction.ts';
import type { ChargeLine } from '../domain/journal/charge-entries.ts';
import { currencyDigits } from '../domain/money.ts';
import { noteDigestText } from '../domain/usage/note-digest.ts';
import type { Committer } from './commit.ts';
import type { CorrectionInput, CorrectionOutcome } from './desk-asked.ts';
import type { ChargeKeeper } from './keep-charges.ts';
import type { PeopleIndex } from './people-index.ts';
import type { Journal, PeopleChange, Secrets } from './ports.ts';
import { unprintable } from './unprintable.ts';

export type CorrectCharge = {
  readonly committer: Committer;
  readonly journal: Pick<Journal, 'query'>;
  readonly people: PeopleIndex;
  readonly charges: Pick<ChargeKeeper, 'alone'>;
  readonly secrets: Pick<Secrets, 'digest'>;
  readonly newId: () => string;
  readonly newSalt: () => string;
};

/** Characters of a note. */
const noteLimit = 280;
/** First it is looked for so far back: nearly all corrections are of the last months, and all of ten years take seconds. */
const oldMs = 400 * 86_400_000;

export function correctCharge(
  box: CorrectCharge,
  input: CorrectionInput,
  { dryRun }: { dryRun: boolean },
): Promise<CorrectionOutcome> {
  // While nothing else is charged: it counts from what is charged by then.
  return box.charges.alone(() => correct(box, input, dryRun));
}

async function correct(
  box: CorrectCharge,
  input: CorrectionInput,
  dryRun: boolean,
): Promise<CorrectionOutcome> {
  const about = input.session.slice(0, 64);
  const state = box.committer.tentative();
  if (!state.synchronised) return { ok: false, code: 'clock-unset', about: null };
  const text = input.note?.trim() ?? '';
  if ([...text].length > noteLimit || unprintable.test(text))
    return { ok: false, code: 'note-unreadable', about: null };
  if (input.toMinor === null && input.costCode === undefined)
    return { ok: false, code: 'correction-empty', about: null };
  const correction = dryRun ? '' : box.newId();
  const note = text === '' ? null : { session: correction, text: text.toWellFormed(), salt: box.newSalt() };
  const { session: _, note: __, ...wanted } = input;
  const noteDigest = note && box.secrets.digest(noteDigestText(note));
  await box.committer.commit([]);
  const { session: asked } = input;
  const lately = await readCharge(box, { session: asked, sinceMs: box.committer.stamp().atMs - oldMs });
  const charge = lately ?? (await readCharge(box, { session: asked, sinceMs: 0 }));
  const decision = decideCorrection(state.workshop, charge, { ...wanted, correction, noteDigest });
  if (!decision.ok)
    return { ...decision, about: decision.code === 'cost-code-unknown' ? (input.costCode ?? null) : about };
  const { data, beforeMinor } = decision;
  const people: PeopleChange[] = note ? [{ kind: 'note', note: { ...note, member: data.member } }] : [];
  if (!dryRun) await box.committer.commit([{ type: 'charge-corrected', data }], { people });
  const { session, lines, currency } = data;
  return {
    ...{ ok: true, correction: dryRun ? null : correction, session, lines, currency, beforeMinor },
    name: box.people.byMember(data.member)?.name ?? data.member,
    afterMinor: (BigInt(beforeMinor) + BigInt(data.minor)).toString(),
    digits: currencyDigits(currency),
  };
}

/** Null where nothing was charged since then: what corrects an older charge is not all of it. */
async function readCharge(
  { journal }: CorrectCharge,
  { session, sinceMs }: { readonly session: string; readonly sinceMs: number },
): Promise<ChargeNow | null> {
  const entries = await journal.query({
    types: ['charge-made', 'charge-corrected', 'usage-withdrawn', 'material-withdrawn'],
    fromMs: Math.max(0, sinceMs),
    toMs: Number.MAX_SAFE_INTEGER,
  });
  let charge: ChargeNow | null = null;
  let isWithdrawn = false;
  for (const { type, data } of entries) {
    if (type === 'usage-withdrawn' && data.session === session) isWithdrawn = true;
    if (type === 'material-withdrawn' && data.entry === session) isWithdrawn = true;
    if ((type !== 'charge-made' && type !== 'charge-corrected') || data.session !== session) continue;
    if (type === 'charge-corrected' && charge === null) return null;
    const { machine, pool, member, team, currency } = data;
    const lines = added(charge?.lines ?? [], data.lines);
    const times: number = (charge?.times ?? 0) + 1;
    charge = { session, machine, pool, member, team, currency, lines, times, isWithdrawn: false };
  }
  return charge && { ...charge, isWithdrawn };
}

function added(lines: readonly ChargeLine[], more: readonly ChargeLine[]): readonly ChargeLine[] {
  const found = [...lines];
  for (const line of more) {
    const at = found.findIndex(
      ({ month, costCode, tariff }) =>
        month === line.month && costCode === line.costCode && tariff === line.tariff,
    );
    const known = found[at];
    if (known) found[at] = { ...known, minor: (BigInt(known.minor) + BigInt(line.minor)).toString() };
    else found.push(line);
  }
  return found;
}
