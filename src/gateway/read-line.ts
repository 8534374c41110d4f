// One line of a statement as people read it: times as RFC 3339, money as text, and names and notes from beside the
// journal. An erased member keeps their lines under their key alone.

import type { CorrectedByHand } from '../domain/billing/hand-lines.ts';
import type { HandedOut } from '../domain/billing/rate.ts';
import type { Line } from '../domain/billing/statement.ts';
import type { Component } from '../domain/billing/tally.ts';
import type { SegmentEnergy } from '../domain/journal/entry.ts';
import type { UsageReason, WithdrawalReason } from '../domain/journal/usage-entries.ts';
import type { Workshop } from '../domain/machine/workshop.ts';
import type { PaidRead } from './paid-lines.ts';

export type LineRead = {
  readonly session: string;
  readonly machine: string;
  readonly machineName: string;
  readonly pool: string;
  readonly from: string;
  readonly to: string;
  readonly clock: string;
  readonly billedMs: number;
  readonly gapMs: number;
  /** Milliwatt-hours are null where nothing was measured; all of it where the switch has no meter. */
  readonly energy: (Omit<SegmentEnergy, 'mwh'> & { readonly mwh: number | null }) | null;
  readonly perHourMinor: string | null;
  readonly costCode: string | null;
  /** Hash of the tariff; null where there was none. */
  readonly tariff: string | null;
  /** What the amount is made of. */
  readonly components: ComponentRead[];
  readonly minor: string;
  /** Who wrote it down where no reader could; null where it was metered. */
  readonly entered: (HandRead<UsageReason | 'material'> & { readonly note: string | null }) | null;
  /** On the line that takes an entered use back. */
  readonly withdrawn: HandRead<WithdrawalReason> | null;
  /** Key of who taught; left out where nobody did. */
  readonly trainer?: string;
  /** What was handed out, in thousandths of its unit, and for which session; left out of the use of machines. */
  readonly material?: HandedOut;
  /** On a line that corrects another by hand. */
  readonly corrected?: HandRead<CorrectedByHand['why']> & { readonly note: string | null };
  /** What paid for the whole use, on its first line; left out where no posting did. */
  readonly paid?: PaidRead[];
  /** Numbers that bill it, or credit it; left out without. */
  readonly invoices?: string[];
};

type ComponentRead = Omit<Component, 'minor'> & { readonly minor: string };

type HandRead<Why> = { readonly by: string; readonly at: string; readonly why: Why };

/** What stands beside the journal. */
export type Beside = {
  readonly workshop: Workshop | null;
  nameOf(member: string): string | undefined;
  noteOf(session: string): string | undefined;
};

export function readLine(line: Line, beside: Beside): LineRead {
  const { byHand, corrected } = line;
  const hand = <Why>({ by, atMs, why }: { by: string; atMs: number; why: Why }): HandRead<Why> => ({
    by: beside.nameOf(by) ?? by,
    at: new Date(atMs).toISOString(),
    why,
  });
  return {
    session: line.session,
    machine: line.machine,
    machineName: machineName(beside.workshop, line.machine),
    pool: line.pool,
    from: new Date(line.fromMs).toISOString(),
    to: new Date(line.toMs).toISOString(),
    clock: line.clock,
    billedMs: line.billedMs,
    gapMs: line.gapMs,
    energy: line.energy && {
      ...line.energy,
      mwh: line.energy.how === 'unmeasured' ? null : line.energy.mwh,
    },
    perHourMinor: line.perHourMinor,
    costCode: line.costCode,
    tariff: line.tariff,
    components: line.components.map((component) => ({ ...component, minor: component.minor.toString() })),
    minor: line.minor.toString(),
    entered: byHand && { ...hand(byHand.entered), note: beside.noteOf(line.session) ?? null },
    withdrawn: byHand?.withdrawn ? hand(byHand.withdrawn) : null,
    ...(line.trainer === undefined ? {} : { trainer: line.trainer }),
    ...(line.material && { material: line.material }),
    ...(corrected && {
      corrected: { ...hand(corrected), note: beside.noteOf(corrected.correction ?? '') ?? null },
    }),
  };
}

function machineName(workshop: Workshop | null, id: string): string {
  const machines = workshop?.machines ?? {};
  return Object.hasOwn(machines, id) ? (machines[id]?.name ?? id) : id;
}
