// Enters or withdraws a use, at a running gateway or on the journal itself. Either way the refusal is the same sentences,
// and an answer from outside is checked before it is believed.

import { clip } from '../config/read-yaml.ts';
import type { UsageReport, UsageRequest, WithdrawalRequest } from '../contract/usage.ts';
import { usageRefusals } from '../contract/usage-words.ts';
import type { Gateway, UsageOutcome } from '../gateway/gateway.ts';
import { askGateway, fieldOf } from './ask-gateway.ts';
import type { RunningGateway } from './boxes.ts';

export type Deed =
  | ({ readonly kind: 'enter'; readonly machine: string; readonly dryRun: boolean } & Required<UsageRequest>)
  | ({ readonly kind: 'withdraw'; readonly session: string } & Required<WithdrawalRequest>);

export type Recorded =
  | { readonly ok: true; readonly report: UsageReport }
  /** Why not, and what to do. */
  | { readonly ok: false; readonly text: string };

export async function recordThere(running: RunningGateway, deed: Deed): Promise<Recorded> {
  const asked = await askGateway(running, { method: 'POST', ...requestOf(deed) });
  if (asked.ok) return { ok: true, report: await checked(asked.said, running.url) };
  const about = fieldOf(asked.said, 'about');
  const readings = fieldOf(asked.said, 'readings');
  return {
    ok: false,
    text: refusalText({
      code: String(fieldOf(asked.said, 'code')),
      about: typeof about === 'string' ? about : null,
      readings: Array.isArray(readings) ? readings.map(String) : [],
      said: [fieldOf(asked.said, 'title'), fieldOf(asked.said, 'detail')].filter(
        (one) => typeof one === 'string',
      ),
      status: asked.status,
    }),
  };
}

export async function recordHere(gateway: Gateway, deed: Deed): Promise<Recorded> {
  const { dryRun } = deed;
  const outcome = await carryOut(gateway, deed);
  if (outcome.ok) {
    const { ok: _, warnings, ...report } = outcome;
    return { ok: true, report: { ...report, warnings: [...warnings], dryRun } };
  }
  return { ok: false, text: refusalText({ ...outcome, said: [], status: 0 }) };
}

/** Whoever may open the data folder did it; the journal names them as the console. */
const by = 'console';

function carryOut(gateway: Gateway, deed: Deed): Promise<UsageOutcome> {
  const { kind, dryRun, ...what } = deed;
  return 'session' in what
    ? gateway.withdrawUsage({ ...what, by }, { dryRun })
    : gateway.enterUsage({ ...what, by }, { dryRun });
}

function requestOf(deed: Deed): { path: string; body: UsageRequest | WithdrawalRequest } {
  if (deed.kind === 'withdraw') {
    const { kind: _, session, ...body } = deed;
    return { path: `/api/usage/${session}/withdrawal`, body };
  }
  const { kind: _, machine, ...body } = deed;
  return { path: `/api/machines/${machine}/usage`, body };
}

async function checked(said: unknown, url: string): Promise<UsageReport> {
  const { isUsageReport } = await import('../contract/is-usage-report.ts');
  if (isUsageReport(said)) return said;
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
  readonly status: number;
};

const ownWords = new Map<string, readonly [string, string]>([
  ...Object.entries(usageRefusals),
  ['machine-unknown', ['No machine has this id.', 'officina.yaml lists the machines.']],
  ['member-unknown', ['No member has this handle.', 'The members file lists the handles.']],
]);

function refusalText({ code, about, readings, said, status }: Refusal): string {
  const [title, detail] = ownWords.get(code) ?? said;
  if (title === undefined)
    return `The gateway refused it (${clip(code)}, status ${status}); look at its log.`;
  const meant = readings.length === 0 ? '' : ` It may be ${readings.map((one) => clip(one)).join(' or ')}.`;
  const what = about === null ? title : `${title.replace(/\.$/, '')} (${clip(about, 120)}).`;
  return `${what}${meant} ${detail ?? ''}`.trim();
}
