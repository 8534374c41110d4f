// Which cost codes a member may charge: those for everybody, and those of their team.

import type { CostCode, Workshop } from '../machine/workshop.ts';

export type AllowedCode = { readonly code: string; readonly name: string };

/** In the order of their codes. */
export function allowedCostCodes(workshop: Workshop | null, team: string | null): readonly AllowedCode[] {
  return Object.entries(workshop?.costCodes ?? {})
    .filter(([, costCode]) => isAllowed(costCode, team))
    .map(([code, { name }]) => ({ code, name }))
    .sort((one, other) => (one.code < other.code ? -1 : 1));
}

export function mayCharge(
  workshop: Workshop | null,
  { code, team }: { readonly code: string; readonly team: string | null },
): boolean {
  const codes = workshop?.costCodes ?? {};
  const found = Object.hasOwn(codes, code) ? codes[code] : undefined;
  return found !== undefined && isAllowed(found, team);
}

const isAllowed = ({ teams }: CostCode, team: string | null): boolean =>
  teams === undefined || (team !== null && teams.includes(team));
