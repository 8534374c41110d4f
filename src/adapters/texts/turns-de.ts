// In German: what members are told of queues and turns, at readers and on their pages, and what mends a no.

export const turnsDe: ReadonlyMap<string, string> = new Map([
  ['alarm-told', 'Alarm an {where}: {code}. Geh hin und sieh nach; die Seite Alarme sagt mehr.'],
  ['granted-turn', 'Du bist dran: {machine} gehört dir. Halt deinen Badge wieder hin, wenn du fertig bist.'],
  [
    'queued',
    '{machine} ist belegt. Du bist Nummer {place} in der Schlange, und du bist spätestens {at} dran.',
  ],
  [
    'queued-open',
    '{machine} ist belegt. Du bist Nummer {place} in der Schlange; ein spätester Anfang lässt sich gerade nicht zusagen.',
  ],
  [
    'queued-sooner-now',
    '{machine} ist belegt. Du bist Nummer {place}, spätestens {at}. Für {minutes} Minuten könntest du jetzt anfangen: Sag es auf deiner Seite.',
  ],
  [
    'queued-sooner-next',
    '{machine} ist belegt. Du bist Nummer {place}, spätestens {at}. Für {minutes} Minuten wärst du als Nächstes dran: Sag es auf deiner Seite.',
  ],
  [
    'presence-kept',
    'Bis gleich. Dein Platz in der Schlange bleibt bis {at}; halt deinen Badge hier hin, wenn du wieder da bist.',
  ],
  ['presence-back', 'Willkommen zurück. Du stehst wieder in der Schlange.'],
  ['queued-called', 'Du bist an {machine} dran: Halt dort vor {at} deinen Badge hin.'],
  [
    'queued-again',
    'Du hast einen Platz in der Schlange für {machine}. Halt deinen Badge wieder hin, um zu hören, wo du stehst.',
  ],
  [
    'machine-called',
    '{machine} ist für das Mitglied freigehalten, das dran ist. Du bist Nummer {place}, und du bist spätestens {at} dran.',
  ],
  [
    'machine-called-open',
    '{machine} ist für das Mitglied freigehalten, das dran ist. Du bist Nummer {place}; ein spätester Anfang lässt sich gerade nicht zusagen.',
  ],
  ['turn-held', 'Du hast schon {machine}, und es gibt einen Durchgang zur Zeit. Beende dort zuerst.'],
  [
    'ticket-elsewhere',
    'Andere warten auf {machine}, und du hast eine Maschine anderer Art. Beende dort zuerst, dann halt deinen Badge wieder hin.',
  ],
  ['queue-full', 'Die Schlange für {machine} ist voll. Komm später wieder.'],
  ['ticket-skipped-absent', 'Die Aufsicht hat dich aus der Schlange genommen: Du warst nicht da.'],
  ['ticket-skipped-asked', 'Die Aufsicht hat dich aus der Schlange genommen, wie du wolltest.'],
  ['ticket-skipped-rules', 'Die Aufsicht hat dich wegen der Regeln der Werkstatt aus der Schlange genommen.'],
  [
    'ticket-skipped-mistake',
    'Die Aufsicht hat dich aus der Schlange genommen: Dein Ticket war ein Versehen.',
  ],
  ['turn-called', 'Du bist an {machine} dran: Halt dort vor {at} deinen Badge hin.'],
  ['turn-called-here', '{machine} ist bis {at} für die Nächsten in der Schlange freigehalten.'],
  ['turn-renewed', 'Niemand wartet auf {machine}: Dein Durchgang geht bis {at} weiter.'],
  ['turn-renewed-here', 'Niemand wartet auf {machine}: Der Durchgang geht bis {at} weiter.'],
  ['rule.in-turn', 'Du bist dran, oder niemand wartet darauf.'],
  [
    'machine-booked',
    '{machine} ist von {at} bis {until} reserviert, und ein Durchgang wäre vorher nicht vorbei. Wähl eine andere Maschine, oder komm danach wieder.',
  ],
  [
    'booking-busy',
    'Deine Reservierung hat begonnen, und {machine} ist noch belegt: Die Person dort wird fertig. Sie bleibt für dich; halt deinen Badge hin, wenn sie frei ist.',
  ],
  [
    'booking-soon',
    '{machine} ist ab {at} für deine Reservierung freigehalten. Halt dort deinen Badge hin, um anzufangen.',
  ],
  [
    'booking-waits',
    'Deine Reservierung von {machine} hat begonnen, aber frei ist noch nicht. Du bist als Nächstes dran.',
  ],
  [
    'booking-missed',
    'Niemand kam zu deiner Reservierung von {machine}, also ist die Maschine jetzt für andere frei.',
  ],
  [
    'booking-lost',
    '{machine} lässt sich jetzt nicht benutzen, also wurde deine Reservierung storniert und kostet nichts.',
  ],
  ['booking-drawn', 'Dein Wunsch hat geklappt: {machine} gehört dir ab {at}.'],
  [
    'booking-offered',
    'Dir wird eine Reservierung von {machine} ab {at} angeboten. Auf deiner Seite kannst du sie annehmen.',
  ],
  ['ends-booking', '{machine} ist von einem anderen Mitglied reserviert. Deine Sitzung dort endet {at}.'],
  ['remedy.machine-booked', 'Wähl eine andere Maschine, oder komm nach der Reservierung wieder.'],
  ['remedy.booking-busy', 'Halt deinen Badge wieder hin, wenn {machine} frei ist.'],
  ['remedy.machine-called', 'Warte, bis du dran bist; deine Seite und der Leser sagen es dir.'],
  ['remedy.turn-held', 'Beende an {machine}, dann halt hier deinen Badge wieder hin.'],
  ['remedy.ticket-elsewhere', 'Beende an der anderen Maschine, dann halt hier deinen Badge wieder hin.'],
  ['remedy.queue-full', 'Warte, bis weniger Leute in der Schlange stehen.'],
]);
