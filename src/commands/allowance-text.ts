// What the gateway told of packs and of what a member has left, as lines for a terminal.

import type { AllowancesView, PackList } from '../contract/allowances.ts';
import { hoursText } from '../domain/allowance/hours-text.ts';
import { formatLocal } from '../domain/local-time.ts';
import { toDecimal } from './to-decimal.ts';

export function packLines({ packs, currency, digits }: PackList): readonly string[] {
  if (packs.length === 0) return ['No packs are described; add them under "packs:" in officina.yaml.'];
  return packs.map(({ pack, name, ms, minor, pools, price, validDays }) => {
    const holds =
      ms === null ? `${toDecimal(minor ?? '0', digits)} ${currency}` : `${hoursText(BigInt(ms))} h`;
    const where = pools === null ? 'all pools' : pools.join(', ');
    return `${pack}  ${name}: ${holds} in ${where}, ${validDays} days, for ${toDecimal(price, digits)} ${currency}`;
  });
}

export function walletLines(said: AllowancesView, timezone: string): readonly string[] {
  const { wallet, currency, digits, lots, uses } = said;
  const figure = (amount: string, unit: string): string =>
    unit === currency ? `${toDecimal(amount, digits)} ${currency}` : `${hoursText(BigInt(amount))} h`;
  const held = wallet.heldMinor === '0' ? '' : `, of which ${figure(wallet.heldMinor, currency)} are held`;
  return [
    `Wallet: ${figure(wallet.minor, currency)}${held}`,
    ...lots.map(
      ({ name, left, amount, unit, pools, expires }) =>
        `${name}: ${figure(left, unit)} of ${figure(amount, unit)} left until ${formatLocal(Date.parse(expires), timezone)} (${pools?.join(', ') ?? 'all pools'})`,
    ),
    ...uses.flatMap(({ from, machine, minor, session, parts }) => [
      `${formatLocal(Date.parse(from), timezone)}  ${machine}  ${figure(minor, currency)}  ${session}`,
      ...parts.map(
        ({ kind, amount, unit, payer, minor: paid }) =>
          `  ${kind} ${figure(amount, unit)}${unit === currency ? '' : ` for ${figure(paid, currency)}`} (${payer})`,
      ),
    ]),
  ];
}
