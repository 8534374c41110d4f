// German for bookings: choosing a start, one's own bookings, wishes for a draft, and what stands against one.

import type { booking as bookingEn } from '../en/booking.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('de');

export const booking: typeof bookingEn = {
  refusals: {
    'pool-not-booked': {
      title: 'Diese Maschinen lassen sich nicht reservieren.',
      detail: 'Halt deinen Badge an eine von ihnen, um anzufangen.',
    },
    'booking-draft': { title: 'Diese Woche ist noch nicht vergeben.', detail: 'Wünsch dir eine Zeit.' },
    'booking-taken': { title: 'Jemand war schneller.', detail: 'Wähl eine andere Zeit.' },
    'booking-own-overlap': {
      title: 'Du hast dann schon eine andere Reservierung.',
      detail: 'Storniere oder verschieb sie zuerst.',
    },
    'booking-future': {
      title: 'Du hast so viel im Voraus reserviert, wie ein Mitglied darf.',
      detail: 'Nutze oder storniere zuerst eine Reservierung.',
    },
    'booking-peak-day': {
      title: 'Du hast die Stoßzeit dieses Tages schon reserviert.',
      detail: 'Wähl einen anderen Tag.',
    },
    'booking-peak-free': {
      title: 'Zur Stoßzeit bleiben genug Maschinen frei für alle, die einfach kommen.',
      detail: 'Wähl eine andere Stunde, oder komm dann vorbei.',
    },
    'booking-promised': {
      title: 'Bis dahin ist diese Maschine anderen zugesagt.',
      detail: 'Wähl eine spätere Zeit.',
    },
    'booking-rights': {
      title: 'Zu dieser Zeit darfst du diese Maschine nicht benutzen.',
      detail: 'Frag die Kursleitung oder die Aufsicht.',
    },
    'booking-runs': {
      title: 'Es ist zu kurz davor, um sie kostenlos zu ändern.',
      detail: 'Stornieren kannst du sie noch.',
    },
    'member-unknown': {
      title: 'Niemand hat diesen Anmeldenamen.',
      detail: 'Frag die Person, wie sie sich anmeldet.',
    },
    'draft-over': { title: 'Diese Woche ist schon vergeben.', detail: 'Reserviere, was übrig ist.' },
    'wishes-full': {
      title: 'Du hast so viele Wünsche, wie ein Mitglied haben darf.',
      detail: 'Nimm zuerst einen zurück.',
    },
  },
  title: icu('Reservieren: {pool}'),
  open: 'Zeit reservieren',
  length: 'Wie lange',
  machine: 'Maschine',
  anyMachine: 'Egal welche',
  earlier: 'Frühere Woche',
  later: 'Spätere Woche',
  week: 'Tage',
  noStart: 'Nichts frei',
  freeStarts: icu('Freie Anfänge am {day}'),
  startAt: icu('{time}, {machine}'),
  taken: 'reserviert',
  mine: 'deine',
  loading: 'Suche freie Zeiten …',
  chosen: icu('{machine}, {day}, von {from} bis {to}.'),
  latestCancel: icu('Kostenlos stornieren bis: {time}.'),
  noFreeCancel: 'So kurz davor lässt sie sich nicht mehr kostenlos stornieren.',
  hint: 'Die Maschine wird für dich freigehalten. Halt dort ab zehn Minuten davor deinen Badge hin; wer nicht rechtzeitig kommt, verliert sie an andere.',
  book: 'Reservieren',
  booking: 'Reserviere …',
  booked: 'Reserviert. Du findest sie bei deinen Reservierungen.',
  other: 'Andere Zeit wählen',
  nextFree: icu('Der nächste freie Anfang ist {time}.'),
  nextAt: icu('reserviert ab {time}'),
  nextMine: icu('deine ab {time}'),
  own: 'Meine Reservierungen',
  none: 'Du hast keine Reservierungen.',
  runs: 'jetzt in Nutzung',
  offeredToMe: icu('{member} bietet dir diese Reservierung an.'),
  offeredByMe: 'Einem anderen Mitglied angeboten.',
  drawn: icu('Aus der Vergabe: Runde {round}, Platz {place}: dein Wunsch {rank}.'),
  cancel: { offer: 'Stornieren', keep: 'Behalten', confirm: 'Stornieren', working: 'Storniere …' },
  cancelFree: 'Es kostet jetzt nichts.',
  cancelLate: 'Es ist spät: Sie zählt als genutzt, abzüglich dessen, was andere davon nutzen.',
  give: { offer: 'Weitergeben', keep: 'Behalten', confirm: 'Anbieten', working: 'Biete an …' },
  giveTo: 'Anmeldename des Mitglieds',
  giveAsk: 'Das Mitglied muss sie auf der eigenen Seite annehmen; bis dahin bleibt sie deine.',
  accept: { offer: 'Annehmen', keep: 'Jetzt nicht', confirm: 'Annehmen', working: 'Nehme an …' },
  acceptAsk: 'Sie zählt dann als deine, nach denselben Regeln.',
  wishes: 'Meine Wünsche',
  draft: icu(
    'Die Woche ab {week} wird {time} vergeben. Das geht in Runden, wer wenig genutzt hat zuerst; nenn deinen besten Wunsch zuerst.',
  ),
  wishDay: 'Tag',
  wishTime: 'Von',
  wish: 'Wunsch äußern',
  wished: 'Dein Wunsch ist notiert.',
  wishRank: icu('Wunsch {rank}'),
  withdraw: {
    offer: 'Zurücknehmen',
    keep: 'Behalten',
    confirm: 'Zurücknehmen',
    working: 'Nehme zurück …',
  },
  withdrawAsk: 'Die Wünsche danach rücken auf.',
  calendar: 'Kalender',
  calendarHint: 'Eine Adresse für dein Kalenderprogramm. Wer sie kennt, sieht deine Reservierungen.',
  calendarOn: 'Eine Adresse ist in Gebrauch. Eine neue ersetzt sie.',
  calendarMake: 'Adresse erzeugen',
  calendarDrop: 'Adresse löschen',
};
