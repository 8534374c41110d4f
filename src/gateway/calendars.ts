// What the gateway asks of whoever writes calendars.

export type Calendars = { write(calendar: Calendar): string };

export type Calendar = { readonly name: string; readonly events: readonly CalendarEvent[] };

export type CalendarEvent = {
  /** The same over all changes. */
  readonly uid: string;
  /** Grows with each change. */
  readonly sequence: number;
  readonly fromMs: number;
  readonly toMs: number;
  readonly changedAtMs: number;
  readonly summary: string;
  readonly where: string;
  readonly cancelled: boolean;
};
