// What the API may do with tariffs: tell them, judge a new one by writing it into a copy of officina.yaml, run the past under it, and
// write it. A tariff begins tomorrow at the earliest: nobody pays otherwise for what they have begun.

import { isDeepStrictEqual } from 'node:util';
import type { TariffDesk, TariffJudged, TariffRefused } from '../api/options.ts';
import { addTariff } from '../config/add-tariff.ts';
import type { Config } from '../config/config.ts';
import { tariffFields, tariffText } from '../config/tariff-fields.ts';
import { addDays } from '../domain/access/week.ts';
import { tariffOn } from '../domain/billing/bands.ts';
import { tariffHash } from '../domain/billing/tariff-hash.ts';
import { typicalUses } from '../domain/billing/typical-uses.ts';
import { isOfSame } from '../domain/billing/with-tariff.ts';
import type { Tariff } from '../domain/machine/tariff.ts';
import { currencyDigits } from '../domain/money.ts';
import { localDate } from '../domain/time.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { Clock, Journal, Log } from '../gateway/ports.ts';
import { replayTariff } from '../gateway/replay-tariff.ts';
import type { LiveConfig } from './live-config.ts';
import { readConfigText } from './read-config-text.ts';
import { type EntryPlan, writeEntry } from './write-entry.ts';

type Box = {
  readonly live: LiveConfig;
  readonly gateway: Pick<Gateway, 'state'>;
  readonly journal: Pick<Journal, 'query'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly pause: () => Promise<void>;
};

export function openTariffDesk(box: Box): TariffDesk {
  const firstDay = (): string => addDays(localDate(box.clock.wallMs(), timezoneOf(box)), 1);
  return {
    firstDay,
    list: () => (box.gateway.state().workshop?.tariffs ?? []).map((tariff) => told(tariff, digitsOf(box))),
    judge: async (text) => strip(await plan(box, text, firstDay())),
    add: (text, by) =>
      box.live.inTurn(async () => {
        const planned = await plan(box, text, firstDay());
        if (!planned.ok) return planned;
        const written = await writeEntry(box, planned.entry);
        if (!written.ok)
          return 'lines' in written ? written : wrong('officina.yaml could not be written; try again.');
        const { hash, tariff } = planned;
        box.log.info(
          { hash, pool: tariff.pool, from: tariff.from, by },
          'a tariff was added to officina.yaml',
        );
        return strip(planned);
      }),
    async replay({ text, from, to }) {
      const planned = await plan(box, text, firstDay());
      if (!planned.ok) return planned;
      const wish = { tariff: planned.tariff, timezone: timezoneOf(box), from, to };
      return { ok: true, ...(await replayTariff(box, wish)) };
    },
  };
}

type Planned = TariffJudged & { readonly entry: EntryPlan };

const timezoneOf = ({ gateway }: Box): string => gateway.state().workshop?.space.timezone ?? 'UTC';
const digitsOf = ({ gateway }: Box): number =>
  currencyDigits(gateway.state().workshop?.space.currency ?? 'EUR');

async function plan(box: Box, text: string, firstDay: string): Promise<Planned | TariffRefused> {
  const { file } = box.live;
  if (file === null) return { ok: false, code: 'config-none' };
  const before = readConfigText(file);
  if (before === null) return wrong(`${file} is not there any more; put it back, then try again.`);
  const added = addTariff(before, text);
  if (!added.ok) return wrong(added.text);
  const none: ReadonlyMap<string, string> = new Map();
  const [was, judged] = [
    await box.live.judge(file, before, none),
    await box.live.judge(file, added.text, none),
  ];
  if (!judged.ok) return { ok: false, code: 'config-wrong', mistakes: judged.mistakes };
  if (!was.ok) return { ok: false, code: 'config-wrong', mistakes: was.mistakes };
  const mistake = mistakeOf(was.config, judged.config, firstDay);
  const tariff = judged.config.workshop.tariffs.at(-1);
  if (mistake !== null || !tariff) return wrong(mistake ?? 'Nothing was added.');
  const tariffs = box.gateway.state().workshop?.tariffs ?? [];
  const rates = { tariffs, timezone: timezoneOf(box) };
  const user = {
    pool: tariff.pool,
    team: tariff.for?.team ?? null,
    ...(tariff.for?.plan && { plan: tariff.for.plan }),
  };
  const replaced = tariffOn(tariffs, { ...user, date: addDays(tariff.from, -1) });
  const after = typicalUses(tariff, { ...rates, tariffs: [...tariffs, tariff] });
  const typical = typicalUses(tariff, rates).map(({ use, minor }, index) => ({
    ...{ use, beforeMinor: minor, afterMinor: after[index]?.minor ?? 0n },
  }));
  const { lines } = added;
  const entry = {
    ok: true,
    file,
    before,
    text: added.text,
    lines,
    config: judged.config,
    secret: null,
  } as const;
  const replaces = replaced && tariffHash(replaced);
  return { ok: true, ...told(tariff, digitsOf(box)), replaces, typical, entry };
}

/** A sentence; null where it may stand so. */
function mistakeOf(was: Config, now: Config, firstDay: string): string | null {
  const { tariffs: before, ...rest } = was.workshop;
  const { tariffs, ...next } = now.workshop;
  const tariff = tariffs.at(-1);
  if (!tariff || tariffs.length !== before.length + 1 || !isDeepStrictEqual(rest, next))
    return 'That is more than one tariff; write the keys of one.';
  if (tariff.from < firstDay)
    return `"from" must be ${firstDay} or later: nobody pays otherwise for what they have begun.`;
  const twin = before.find((one) => isOfSame(one, tariff) && one.from === tariff.from);
  return twin
    ? `${tariff.pool} has a tariff for the same people from ${tariff.from} on; choose another day.`
    : null;
}

const told = (tariff: Tariff, digits: number) => {
  const fields = tariffFields(tariff, digits);
  return { tariff, hash: tariffHash(tariff), fields, text: tariffText(fields) };
};

function strip(planned: Planned | TariffRefused): TariffJudged | TariffRefused {
  if (!planned.ok) return planned;
  const { entry: _, ...judged } = planned;
  return judged;
}

const wrong = (text: string): TariffRefused => ({
  ok: false,
  code: 'config-wrong',
  mistakes: [{ line: null, column: null, text }],
});
