// Calendars as iCalendar text (RFC 5545): times in UTC, so that no calendar needs to know our zone; the same event keeps its
// UID and its SEQUENCE only grows, so that a moved or cancelled one is understood as such.

import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Calendars } from '../../gateway/ports.ts';

export const calendars: Calendars = {
  write({ name, events }) {
    const calendar = ical({
      name,
      prodId: { company: 'officina', product: 'gateway', language: 'EN' },
      method: ICalCalendarMethod.PUBLISH,
      ttl: 15 * 60,
    });
    for (const { uid, sequence, fromMs, toMs, changedAtMs, summary, where, cancelled } of events)
      calendar.createEvent({
        id: uid,
        sequence,
        start: new Date(fromMs),
        end: new Date(toMs),
        stamp: new Date(changedAtMs),
        lastModified: new Date(changedAtMs),
        summary,
        location: where,
        status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      });
    return calendar.toString();
  },
};
