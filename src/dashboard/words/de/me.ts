// German for My page: what is due, the month in three figures, and the parts of it that open one by one.

import type { me as meEn } from '../en/me.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('de');

const refusals: typeof meEn.refusals = {
  'erase-stale': {
    title: 'Das lässt sich nicht zurücknehmen, und deine Anmeldung ist älter als fünfzehn Minuten.',
    detail: 'Melde dich ab, melde dich neu an und wiederhole es.',
  },
  'erase-handle-wrong': {
    title: 'Das ist nicht dein Anmeldename.',
    detail: 'Schreib es so, wie du dich anmeldest.',
  },
  'erase-owing': {
    title: 'Eine Rechnung ist offen, oder etwas, das du genutzt hast, ist noch nicht berechnet.',
    detail: 'Bezahl zuerst, oder bitte die Aufsicht: sie kann dich trotzdem löschen.',
  },
};

export const me: typeof meEn = {
  due: {
    title: 'Was ansteht',
    nothing: 'Gerade braucht dich nichts.',
    come: 'Ich komme',
    pass: {
      offer: 'Aussetzen',
      keep: 'Meinen Durchgang behalten',
      confirm: 'Meinen Durchgang abgeben',
      working: 'Gebe ab …',
    },
    running: icu('Du hältst {machine} seit {time}.'),
    soFar: icu('{amount} bisher'),
    look: 'Ansehen',
    vote: icu('Abstimmung „{title}“: {left}.'),
    read: 'Lesen',
    offered: icu('Dir wird eine Buchung angeboten: {machine}, {time}.'),
    answer: 'Antworten',
    invoice: icu('Rechnung {number} über {amount} war am {day} fällig.'),
    ends: icu('Deine Einweisung {name} endet am {day}.'),
  },
  month: {
    title: 'Dieser Monat in drei Zahlen',
    hours: 'an Maschinen',
    share: 'meines Anteils',
    noShare: 'noch nichts',
    toPay: 'zu zahlen',
    wallet: 'Guthaben',
    soFar: 'bisher genutzt',
    how: 'Wie sie zustande kommen',
    howHours: icu(
      '{count, plural, one {Aus # Sitzung, die diesen Monat endete.} other {Aus # Sitzungen, die diesen Monat endeten.}}',
    ),
    howShare: icu('{pool}: {used} an Durchgängen genutzt; {part} wären dein Anteil. Älteres zählt weniger.'),
    howPart:
      'Dein Anteil ist, was alle genutzt haben, geteilt unter denen, die etwas genutzt haben. Wer weniger genutzt hat, kommt zuerst.',
    howMonth: icu('Diesen Monat genutzt: {amount}.'),
    howPay: icu('Offen auf Rechnungen: {amount}.'),
    howWallet: icu('In deinem Guthaben: {amount}.'),
    rules: 'Wie Durchgänge geteilt werden',
  },
  lines: {
    all: 'Die ganze Abrechnung',
    none: 'In diesem Monat wurde nichts genutzt.',
    time: icu('{time} × {rate}'),
    paid: 'Bezahlt aus',
    code: icu('Kostenstelle {code}'),
    private: 'Ohne Kostenstelle: von dir allein',
    price: 'Der Preis dieser Maschine',
    tariff: icu('Tarif {tariff}'),
    byHand: 'Von Hand eingetragen oder berichtigt; die Abrechnung sagt, von wem.',
  },
  all: icu('Alle {count}'),
  parts: {
    turns: 'Tickets und Buchungen',
    certificates: 'Einweisungen',
    shown: 'Wie ich gezeigt werde',
    paying: 'Wer zahlt, und Rechnungen',
    signing: 'Anmelden',
    votes: 'Abstimmungen',
    data: 'Meine Daten',
  },
  brief: {
    tickets: icu('{count, plural, =0 {kein Ticket} one {# Ticket} other {# Tickets}}'),
    open: icu(
      '{count, plural, =0 {keine Maschine offen} one {öffnen # Maschine} other {öffnen # Maschinen}}',
    ),
    lost: 'einen verloren melden',
    named: 'mit Namen',
    unnamed: 'ohne Namen',
    invoices: icu(
      '{count, plural, =0 {keine offene Rechnung} one {# offene Rechnung} other {# offene Rechnungen}}',
    ),
    places: 'Passkeys, und wo du angemeldet bist',
    votes: icu('{count, plural, =0 {keine offen} one {# offen} other {# offen}}'),
    data: 'Kopie nehmen oder gelöscht werden',
  },
  noTickets:
    'Keine Tickets. Ist eine Maschine besetzt, stellst du dich auf ihrer Seite an, und wir rufen dich.',
  certificates: {
    none: 'Du hast noch keine Einweisung.',
    opens: icu('Zählt für {machines}.'),
    opensNone: 'Keine Maschine verlangt sie allein.',
    lapsed: 'Gilt nicht.',
    free: icu('Offen für dich: {machines}.'),
    more: 'Was mehr öffnen würde',
    missing: icu('{machine} verlangt {certificates}.'),
    ask: 'Frag jemanden, der hier einweist, nach einem Platz im Kurs.',
  },
  shown: {
    said: 'Tafel, Wand und Schlange zeigen deinen Namen nur, wenn du es willst. Aufsicht und Einweisende sehen ihn immer.',
    done: 'Gespeichert: dein Name wird gezeigt.',
    gone: 'Gespeichert: dein Name wird nicht gezeigt.',
    undo: 'Rückgängig',
  },
  paying: {
    self: 'Ohne Kostenstelle zahlst du selbst.',
    sources: icu('In dieser Reihenfolge: {sources}.'),
    code: icu('Mit der Kostenstelle {name}: {payers}.'),
    me: 'du',
    team: 'dein Team',
    parts: icu('{payer} {percent}'),
    choose: 'Die Kostenstelle wählst du für jede Sitzung am Kiosk oder auf der Seite der Maschine.',
  },
  votes: { none: 'Noch keine Abstimmung.', all: 'Alle Abstimmungen' },
  erase: {
    title: 'Gelöscht werden',
    said: 'Name, Badges, PIN, Passkeys und deine Worte verschwinden für immer. Nutzungen und Rechnungen bleiben unter einem Schlüssel, der niemanden nennt.',
    look: 'Zeigen, was verschwinden würde',
    looking: 'Sehe nach …',
    goes: 'Was verschwindet',
    goesList: icu(
      '{badges, plural, =0 {{name}, dein Anmeldename und deine E-Mail, Passwort und PIN, kein Badge, Passkeys und Tokens.} one {{name}, dein Anmeldename und deine E-Mail, Passwort und PIN, # Badge, Passkeys und Tokens.} other {{name}, dein Anmeldename und deine E-Mail, Passwort und PIN, # Badges, Passkeys und Tokens.}}',
    ),
    stays: 'Was bleibt, und warum',
    staysNone: 'Von dir steht nichts in den Büchern.',
    kept: {
      sessions: icu('{count, plural, one {# Sitzung} other {# Sitzungen}}'),
      charges: icu('{count, plural, one {# Posten} other {# Posten}}'),
      postings: icu('{count, plural, one {# Buchung} other {# Buchungen}}'),
      disputes: icu('{count, plural, one {# beanstandeter Posten} other {# beanstandete Posten}}'),
      invoices: icu(
        '{count, plural, one {# Rechnung, mit Namen und Anschrift, auf die sie ausgestellt ist} other {# Rechnungen, mit Namen und Anschrift, auf die sie ausgestellt sind}}',
      ),
      payments: icu('{count, plural, one {# Zahlung oder Mahnung} other {# Zahlungen und Mahnungen}}'),
    },
    why: {
      bills: 'damit Rechnungen stimmen',
      law: 'weil das Gesetz verlangt, dass Bücher aufbewahrt werden',
    },
    line: icu('{what}, {why}.'),
    lineUntil: icu('{what}, {why}, bis {day}.'),
    type: 'Dein Anmeldename',
    typeHint: icu('Tippe {handle}. Es gibt keinen Weg zurück; eine neue Mitgliedschaft beginnt von vorn.'),
    act: {
      offer: 'Mich löschen',
      keep: 'Mitglied bleiben',
      confirm: 'Mich für immer löschen',
      working: 'Lösche …',
    },
  },
  refusals,
};
