// Stock devices that share a client id are one box: its entries must agree on how it signs in, and no two of them may mean
// the same relay, nor two readers the same cards.

import type { ReaderConfig, SwitchConfig } from './config.ts';
import { isStock } from './devices-of.ts';
import type { Findings } from './findings.ts';
import type { StockDevice } from './stock.ts';

export type AccountHolders = {
  readonly readers: ReadonlyMap<string, ReaderConfig>;
  readonly switches: ReadonlyMap<string, SwitchConfig>;
};

type Holder = { readonly name: string; readonly role: 'reader' | 'switch'; readonly device: StockDevice };

export function checkAccounts({ readers, switches }: AccountHolders, findings: Findings): void {
  const holders: Holder[] = [];
  for (const [id, one] of readers)
    if (isStock(one)) holders.push({ name: `readers.${id}`, role: 'reader', device: one });
  for (const [id, one] of switches)
    if (isStock(one)) holders.push({ name: `switches.${id}`, role: 'switch', device: one });
  const boxes = Map.groupBy(holders, ({ device }) => device.account.client);
  for (const [client, [first, ...others]] of boxes) {
    // An entry without a client id has its mistake already.
    if (first === undefined || client === '') continue;
    for (const [index, other] of others.entries()) {
      const before = [first, ...others.slice(0, index)];
      const text = disagreement(first, other) ?? sameThing(before, other);
      if (text !== null) findings.mistake(null, text);
    }
  }
}

function disagreement(one: Holder, other: Holder): string | null {
  const [a, b] = [one.device.account, other.device.account];
  const what = a.user !== b.user ? 'user name' : a.password !== b.password ? 'password' : null;
  if (what === null) return null;
  return `${one.name} and ${other.name} are one box, "${a.client}", and have another ${what} each; give both the same.`;
}

function sameThing(before: readonly Holder[], { name, role, device }: Holder): string | null {
  const twin = before.find(
    (one) => one.role === role && (role === 'reader' || isSameRelay(one.device, device)),
  );
  if (twin === undefined) return null;
  const what = role === 'reader' ? 'the one reader' : 'the same relay';
  return `${twin.name} and ${name} both mean ${what} of the box "${device.account.client}"; keep one.`;
}

const isSameRelay = (one: StockDevice, other: StockDevice): boolean =>
  one.kind === other.kind && JSON.stringify(one.entry) === JSON.stringify(other.entry);
