// What is asked of the gateway at a kiosk, the screen beside a machine, and what comes of it. Shapes only; refusals are
// values with a code.

import type { AllowedCode } from '../domain/billing/cost-codes.ts';
import type { TapAnswer } from './ports.ts';

/** How a person says at a kiosk who they are: a handle and a PIN, or a badge, with a PIN where one was typed. */
export type IdentifyAsk =
  | { readonly handle: string; readonly pin: string }
  /** As a reader typed it. */
  | { readonly badge: string; readonly pin: string | null };

/** Who stands at a kiosk. Kept in memory for seconds; it never leaves the gateway. */
export type AtKioskNow = {
  readonly member: string;
  /** Badge id; null for whoever came with a PIN alone. */
  readonly badge: string | null;
  /** Whether the badge proved that it is no copy. */
  readonly proven: boolean;
  /** Whether the right PIN was typed. */
  readonly pinRight: boolean;
};

export type Identified =
  | { readonly ok: true; readonly who: AtKioskNow }
  | {
      readonly ok: false;
      readonly code:
        | 'kiosk-pin-wrong'
        | 'pin-locked'
        | 'secrets-busy'
        | 'member-suspended'
        | 'kiosk-badge-unknown';
    };

export type KioskStart = {
  readonly machine: string;
  readonly who: AtKioskNow;
  /** Null: the one of the last time. */
  readonly costCode: string | null;
  /** Minor units in a decimal string; null: no ceiling. */
  readonly ceilingMinor: string | null;
};

export type KioskStarted =
  | { readonly ok: true; readonly answer: TapAnswer }
  | { readonly ok: false; readonly code: 'machine-unknown' | 'session-held' };

/** What a member may choose before they begin. */
export type KioskChoices = {
  readonly costCodes: readonly AllowedCode[];
  /** The one of the last time, while it may be charged; null: oneself. */
  readonly costCode: string | null;
};

export type KioskFinished =
  | {
      readonly ok: true;
      readonly session: string;
      /** Since its start. */
      readonly lastedMs: number;
      /** What it cost up to now, minor units; null where nothing was counted. */
      readonly costMinor: string | null;
      /** A job may finish, or something hot cool, before the power goes off. */
      readonly isEnding: boolean;
    }
  | {
      readonly ok: false;
      readonly code: 'machine-unknown' | 'session-none' | 'session-not-yours' | 'session-ending';
    };
