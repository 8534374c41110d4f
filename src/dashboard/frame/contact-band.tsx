// The band that tells that the gateway is away, since when, and for four seconds that it is back.

import { formatSince, formatTime } from '../format.ts';
import { Icon } from '../look/icon.tsx';
import { live, nowMs, place, words } from '../store.ts';

export function ContactBand() {
  const { contact } = live.value;
  const { contact: say } = words.value;
  switch (contact.kind) {
    case 'connecting':
    case 'live':
      return null;
    case 'back':
      return (
        <p class="band band-back" role="status">
          <Icon name="circle-check" />
          {say.back({ time: formatTime(contact.atMs, place.value) })}
        </p>
      );
    case 'away': {
      const since =
        contact.sinceMs === null
          ? say.never
          : say.away({ time: formatSince(contact.sinceMs, { nowMs: nowMs.value, place: place.value }) });
      return (
        <p class="band band-away" role="alert">
          <Icon name="wifi-off" />
          {since}
        </p>
      );
    }
  }
}
