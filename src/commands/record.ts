// `officina record`: writes down a use that no reader could see, or takes it back. It talks to the gateway that runs on
// the data folder, or opens the journal itself when none does.

import type { Config } from '../config/config.ts';
import { clip } from '../config/read-yaml.ts';
import type { UsageReport } from '../contract/usage.ts';
import { usageReasons, withdrawalReasons } from '../contract/usage-words.ts';
import { chooseConfig } from './choose-config.ts';
import { type Command, type Context, codeOf, type ExitCode, exitCodes, refuse, textOf } from './command.ts';
import { type Deed, recordHere, recordThere } from './record-usage.ts';
import { lineTable } from './statement-text.ts';
import { toDecimal } from './to-decimal.ts';

export const record: Command = {
  name: 'record',
  summary: 'Enters a use that no reader saw, after an outage, or takes it back.',
  usage: '--member HANDLE --machine ID --from TIME --to TIME --why REASON | --withdraw SESSION',
  help: `
  --member HANDLE     who used it
  --machine ID        which machine, as in officina.yaml
  --from T, --to T    2026-11-20 18:00 in the time zone of the space, or RFC 3339 with an offset
  --why REASON        ${usageReasons.join(', ')}
  --note TEXT         at most 280 characters; it stands on the statement and can be erased
  --withdraw SESSION  takes an entered use back; --why is then ${withdrawalReasons.join(', ')}
  --dry-run           says what would be written and what it costs, and writes nothing

The use is billed like any other, with its time on every clock, and marked on the statement with who entered it.

Examples:
  officina record --member ada --machine laser --from "2026-11-20 18:00" --to "2026-11-20 19:30" --why gateway-away
  officina record --withdraw 01kahr7v2m8x5c0e9q4tzn3wbd`,
  options: {
    member: { type: 'string' },
    machine: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    why: { type: 'string' },
    note: { type: 'string' },
    withdraw: { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  words: { least: 0, most: 0 },
  async run(context) {
    const deed = readDeed(context);
    if (typeof deed === 'string') return refuse(context, deed, exitCodes.wrongUse);
    const chosen = await chooseConfig(context);
    if (!chosen) return exitCodes.refused;
    const told = await carryOut(context, chosen.config, deed);
    if (!told.ok) return refuse(context, told.text);
    return tell(context, { report: told.report, config: chosen.config, deed });
  },
};

/** A text instead of a deed says what is missing. */
function readDeed({ values }: Context): Deed | string {
  const dryRun = values.has('dry-run');
  const why = textOf(values, 'why');
  const session = textOf(values, 'withdraw');
  if (session !== undefined) {
    const beside = ['member', 'machine', 'from', 'to', 'note'].find((name) => values.has(name));
    if (beside) return `--${beside} does not go with --withdraw; leave it out.`;
    if (!/^[a-z0-9-]{1,64}$/.test(session)) return 'A session is written as the statement shows it.';
    const reason = withdrawalReasons.find((one) => one === (why ?? 'mistake'));
    if (!reason) return `--why of a withdrawal must be one of ${withdrawalReasons.join(', ')}.`;
    return { kind: 'withdraw', session, why: reason, dryRun };
  }
  const text = (name: string): string => textOf(values, name) ?? '';
  const missing = ['member', 'machine', 'from', 'to'].find((name) => text(name) === '');
  if (missing) return `--${missing} is missing; officina record --help shows an example.`;
  const badId = ['member', 'machine'].find((name) => !/^[a-z0-9-]{1,64}$/.test(text(name)));
  if (badId) return `"${clip(text(badId))}" is no ${badId}: ids have a-z, 0-9 and -, at most 64.`;
  const reason = usageReasons.find((one) => one === why);
  if (!reason) return `--why must be one of ${usageReasons.join(', ')}.`;
  const what = { member: text('member'), machine: text('machine'), from: text('from'), to: text('to') };
  return { kind: 'enter', ...what, why: reason, note: textOf(values, 'note') ?? null, dryRun };
}

async function carryOut({ boxes }: Context, config: Config, deed: Deed) {
  const running = await boxes.running(config);
  if (running) return recordThere(running, deed);
  try {
    const { gateway, close } = await boxes.openOffline(config, { makes: false });
    try {
      return await recordHere(gateway, deed);
    } finally {
      await close();
    }
  } catch (error) {
    if (codeOf(error) !== 'journal-locked') throw error;
    const text = `Another gateway holds the journal in ${config.dataDir} and does not answer; stop it and try again.`;
    return { ok: false, text } as const;
  }
}

const warnings: Readonly<Record<UsageReport['warnings'][number]['code'], (certificate: string) => string>> = {
  'member-suspended': () => 'is suspended',
  'certificate-missing': (certificate) => `does not hold the certificate ${certificate}`,
  'certificate-expired': (certificate) => `held the certificate ${certificate} no longer on that day`,
};

type Done = { readonly report: UsageReport; readonly config: Config; readonly deed: Deed };

function tell({ stdout }: Context, { report, config, deed }: Done): ExitCode {
  const { line, digits, currency, month, session } = report;
  const name = clip(report.name, 80);
  const timezone = config.workshop.space.timezone;
  const verb = deed.kind === 'enter' ? 'Entered' : 'Withdrawn';
  const head = report.dryRun ? `It would be ${verb.toLowerCase()}` : verb;
  const sum = `${toDecimal(line.minor, digits)} ${currency}`;
  stdout.write(`${head} for ${name}, on the statement of ${month}: ${sum}\n`);
  stdout.write(`${lineTable([line], { digits, timezone }).join('\n')}\n`);
  for (const { code, certificate } of report.warnings) {
    stdout.write(`Note: ${name} ${warnings[code](clip(certificate ?? ''))}.\n`);
  }
  if (report.dryRun) stdout.write('Nothing was written.\n');
  else if (deed.kind === 'enter' && session !== null)
    stdout.write(`To take it back: officina record --withdraw ${session}\n`);
  return exitCodes.ok;
}
