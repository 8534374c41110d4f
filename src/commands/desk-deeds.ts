// Carries out a deed of the desk, at a running gateway or on the journal itself: a material, or a correction of a charge.
// Either way a refusal is the same sentences, and an answer from outside is checked before it is believed.

import type { Config } from '../config/config.ts';
import { clip } from '../config/read-yaml.ts';
import type { CorrectionReport } from '../contract/desk.ts';
import { deskRefusals } from '../contract/desk-words.ts';
import type { UsageReport } from '../contract/usage.ts';
import { usageRefusals } from '../contract/usage-words.ts';
import type {
  CorrectionInput,
  Gateway,
  MaterialInput,
  MaterialOutcome,
  MaterialWithdrawal,
} from '../gateway/gateway.ts';
import { askGateway, fieldOf } from './ask-gateway.ts';
import { type Context, codeOf } from './command.ts';

export type DeskDeed =
  | { readonly kind: 'enter'; readonly what: Omit<MaterialInput, 'by'> }
  | { readonly kind: 'withdraw'; readonly what: Omit<MaterialWithdrawal, 'by'> }
  | { readonly kind: 'correct'; readonly what: Omit<CorrectionInput, 'by'> };

export type DeskDone =
  | { readonly ok: true; readonly kind: 'material'; readonly report: UsageReport }
  | { readonly ok: true; readonly kind: 'charge'; readonly report: CorrectionReport }
  /** Why not, and what to do. */
  | { readonly ok: false; readonly text: string };

type Wish = { readonly deed: DeskDeed; readonly dryRun: boolean };

export async function carryOutAtDesk({ boxes }: Context, config: Config, wish: Wish): Promise<DeskDone> {
  const running = await boxes.running(config);
  if (running) {
    const asked = await askGateway(running, { method: 'POST', ...requestOf(wish) });
    if (asked.ok) return checked(asked.said, { wish, url: running.url });
    const [about, readings] = [fieldOf(asked.said, 'about'), fieldOf(asked.said, 'readings')];
    const said = [fieldOf(asked.said, 'title'), fieldOf(asked.said, 'detail')];
    return refused({
      code: String(fieldOf(asked.said, 'code')),
      about: typeof about === 'string' ? about : null,
      readings: Array.isArray(readings) ? readings.map(String) : [],
      said: said.filter((one) => typeof one === 'string'),
    });
  }
  try {
    const { gateway, close } = await boxes.openOffline(config, { makes: false });
    try {
      return await here(gateway, wish);
    } finally {
      await close();
    }
  } catch (error) {
    if (codeOf(error) !== 'journal-locked') throw error;
    const text = `Another gateway holds the journal in ${config.dataDir} and does not answer; stop it and try again.`;
    return { ok: false, text };
  }
}

/** Whoever may open the data folder did it; the journal names them as the console. */
const by = 'console';

async function here(gateway: Gateway, { deed, dryRun }: Wish): Promise<DeskDone> {
  if (deed.kind === 'correct') {
    const outcome = await gateway.correctCharge({ ...deed.what, by }, { dryRun });
    if (!outcome.ok) return refused({ ...outcome, readings: [], said: [] });
    const { ok: _, lines, ...report } = outcome;
    return { ok: true, kind: 'charge', report: { ...report, lines: [...lines], dryRun } };
  }
  const outcome: MaterialOutcome =
    deed.kind === 'enter'
      ? await gateway.enterMaterial({ ...deed.what, by }, { dryRun })
      : await gateway.withdrawMaterial({ ...deed.what, by }, { dryRun });
  if (!outcome.ok) return refused({ ...outcome, said: [] });
  const { ok: _, warnings, ...report } = outcome;
  return { ok: true, kind: 'material', report: { ...report, warnings: [...warnings], dryRun } };
}

function requestOf({ deed, dryRun }: Wish): { path: string; body: object } {
  if (deed.kind === 'enter') {
    const { machine, ...body } = deed.what;
    return { path: `/api/machines/${machine}/materials`, body: { ...body, dryRun } };
  }
  if (deed.kind === 'withdraw') {
    const { entry, ...body } = deed.what;
    return { path: `/api/materials/${entry}/withdrawal`, body: { ...body, dryRun } };
  }
  const { session, toMinor, ...body } = deed.what;
  const price = toMinor === null ? {} : { toMinor };
  return { path: `/api/charges/${session}/correction`, body: { ...body, ...price, dryRun } };
}

async function checked(said: unknown, { wish, url }: { wish: Wish; url: string }): Promise<DeskDone> {
  if (wish.deed.kind === 'correct') {
    const { isCorrectionReport } = await import('../contract/is-correction-report.ts');
    if (isCorrectionReport(said)) return { ok: true, kind: 'charge', report: said };
  } else {
    const { isUsageReport } = await import('../contract/is-usage-report.ts');
    if (isUsageReport(said)) return { ok: true, kind: 'material', report: said };
  }
  throw new Error(
    `The gateway at ${url} answered what this command does not know; use that gateway's own version.`,
  );
}

type Refusal = {
  readonly code: string;
  readonly about: string | null;
  readonly readings: readonly string[];
  /** What the gateway said, for codes that are unknown here. */
  readonly said: readonly string[];
};

const ownWords = new Map<string, readonly [string, string]>([
  ...Object.entries(usageRefusals),
  ...Object.entries(deskRefusals),
  ['machine-unknown', ['No machine has this id.', 'officina.yaml lists the machines.']],
  ['member-unknown', ['No member has this handle.', 'The members file lists the handles.']],
  [
    'cost-code-unknown',
    ['This cost code is not here, or is not for the team of the member.', 'officina.yaml lists them.'],
  ],
]);

function refused({ code, about, readings, said }: Refusal): DeskDone {
  const [title, detail] = ownWords.get(code) ?? said;
  if (title === undefined)
    return { ok: false, text: `The gateway refused it (${clip(code)}); look at its log.` };
  const meant = readings.length === 0 ? '' : ` It may be ${readings.map((one) => clip(one)).join(' or ')}.`;
  const what = about === null ? title : `${title.replace(/\.$/, '')} (${clip(about, 120)}).`;
  return { ok: false, text: `${what}${meant} ${detail ?? ''}`.trim() };
}
