// German for the queue of a pool: who waits, one's own place, and why it is where it is.

import type { queue as queueEn } from '../en/queue.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('de');

export const queue: typeof queueEn = {
  title: 'Warteschlange',
  nobody: 'Niemand wartet. Halt deinen Badge an die Maschine, und du bist dran.',
  waiting: icu('{count, plural, one {# Person wartet.} other {# Personen warten.}}'),
  allBy: icu('Alle, die warten, fangen spätestens um {time} an.'),
  line: 'Wer in der Schlange steht',
  you: 'Du',
  somebody: 'Jemand',
  waits: 'wartet',
  waitsUntil: icu('wartet, spätestens bis {time}'),
  isCalled: icu('aufgerufen an {machine} bis {time}'),
  isAway: icu('draußen; der Platz bleibt bis {time}'),
  isParked: icu('Aufruf verpasst; der Platz bleibt bis {time}'),
  keptFor: icu('Freigehalten für {who} bis {time}.'),
  keptForYou: icu('Du bist dran: Badge hinhalten vor {time}.'),
  youOf: icu('Du bist Nummer {place} von {waiting}.'),
  place: icu('Du bist Nummer {place}.'),
  asked: icu('Du hast {minutes} Minuten gewünscht.'),
  latest: icu('Du bist spätestens um {time} dran.'),
  noLatest: 'Ein spätester Anfang lässt sich gerade nicht zusagen.',
  likely: icu('Wahrscheinlich gegen {time}.'),
  called: icu('Du bist an {machine} dran: Halt dort vor {time} deinen Badge hin.'),
  running: icu('Dein Durchgang an {machine} dauert bis {time}, länger, wenn niemand wartet.'),
  parked: icu(
    'Du wurdest aufgerufen und kamst nicht. Dein Platz bleibt bis {time}: Sag, dass du wieder da bist, oder halt deinen Badge an die Maschine.',
  ),
  away: icu('Du bist draußen. Dein Platz bleibt bis {time}.'),
  goOut: { offer: 'Ich gehe kurz hinaus', working: 'Einen Moment …' },
  amBack: { offer: 'Ich bin wieder da', working: 'Einen Moment …' },
  askFor: icu('{minutes} Minuten wünschen'),
  shorter: { keep: 'So lassen', working: 'Frage …' },
  shorterAsk: icu(
    'Dein Platz bleibt, und dein Durchgang dauert {minutes} Minuten. Wieder ein längerer ist ein neues Ticket, am Ende der Schlange.',
  ),
  why: icu('{count, plural, one {Warum # Person vor dir ist} other {Warum # Personen vor dir sind}}'),
  cameEarlier: icu('hat so viel genutzt wie du und kam früher: {theirs}, du {mine}.'),
  turn: icu('{length} am {day}'),
  weighsTheirs: icu('Dort wiegt am meisten: {turns}.'),
  weighsMine: icu('Bei dir wiegt am meisten: {turns}.'),
  usedLess: {
    members: icu('hat zuletzt weniger genutzt: Dort zählt {theirs}, bei dir {mine}.'),
    teams: icu(
      'gehört zu einem Team, das zuletzt weniger genutzt hat: Dort zählt {theirs} für jedes Mitglied, bei euch {mine}.',
    ),
  },
  usedLittleLess: 'hat zuletzt etwas weniger genutzt als du.',
  budget: {
    'earlier-and-budget-spent': icu(
      'kam früher. {of} darf noch um {left} überholt werden, und dein Durchgang braucht {takes}.',
    ),
    'fits-budget': icu(
      'wünscht weniger. {of} darf noch um {left} überholt werden: Dieser Durchgang passt, deiner braucht {takes}.',
    ),
  },
  sooner: {
    'starts-now': icu('Wünsch dir {minutes} Minuten oder weniger und fang jetzt an.'),
    'is-next': icu('Wünsch dir {minutes} Minuten oder weniger, und du bist als Nächstes dran.'),
  },
  weight: icu('Dein Gewicht ist {weight}, wegen {hours} h Pflege.'),
  refusals: {
    'queue-unknown': {
      title: 'Diese Maschine wird nicht mehr der Reihe nach benutzt.',
      detail: 'Halt deinen Badge hin, um anzufangen.',
    },
    'ticket-none': {
      title: 'Du hast hier kein Ticket.',
      detail: 'Halt deinen Badge an die Maschine, um eines zu bekommen.',
    },
    'ticket-called': {
      title: 'Du bist dran.',
      detail: 'Halt deinen Badge an die Maschine, oder verlass die Schlange.',
    },
    'ticket-absent': {
      title: 'Laut Eingang bist du nicht da.',
      detail: 'Halt deinen Badge an den Eingang oder an die Maschine: Das bringt dich zurück.',
    },
    'ticket-elsewhere': {
      title: 'Du hast eine Maschine anderer Art.',
      detail: 'Beende dort zuerst; du hast einen Durchgang zur Zeit.',
    },
    'turn-longer': {
      title: 'Ein längerer Durchgang ist ein neues Ticket.',
      detail: 'Verlass die Schlange und halt deinen Badge an die Maschine.',
    },
    'turn-length': { title: 'Dieser Durchgang ist zu kurz.', detail: 'Wünsch dir fünf Minuten oder mehr.' },
    'turn-runs': {
      title: 'Dein Durchgang läuft.',
      detail: 'Halt deinen Badge an die Maschine, um zu beenden.',
    },
  },
  leave: {
    offer: 'Schlange verlassen',
    keep: 'In der Schlange bleiben',
    confirm: 'Verlassen',
    working: 'Verlasse …',
  },
  skip: {
    offer: 'Herausnehmen',
    keep: 'Lassen',
    confirm: 'Aus der Schlange nehmen',
    working: 'Nehme heraus …',
  },
  skipWhy: 'Warum; die Person erfährt es, und es steht im Journal',
  skipReasons: {
    absent: 'Nicht da',
    asked: 'Hat darum gebeten',
    rules: 'Gegen die Regeln der Werkstatt',
    mistake: 'Ein Versehen',
  },
  leaveAsk:
    'Du gibst dein Ticket zurück. Wer wiederkommt, steht in der Schlange wie jemand, der gerade gekommen ist.',
};
