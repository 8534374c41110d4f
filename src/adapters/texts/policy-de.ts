// In German: a policy as members read it, one sentence for each thing that is decided.

export const policyDe: ReadonlyMap<string, string> = new Map([
  [
    'policy-turn',
    'Im Pool {pool} dauert ein Durchgang {length}, vom Badge an der Maschine bis zum Ende der Sitzung.',
  ],
  ['policy-cap', 'Kein Durchgang ist länger als {length}, was auch immer gewünscht wurde.'],
  ['policy-peak', 'Stoßzeit ist {days} von {from} bis {to}.'],
  [
    'policy-peak-turn',
    'Ein Durchgang, der zur Stoßzeit beginnt, dauert {length}. Der längste, den man sich wünschen kann, dauert dann {most} und sonst {otherwise}.',
  ],
  [
    'policy-order',
    'Wer diese Maschinen weniger genutzt hat, kommt zuerst dran. Was {halflife} her ist, zählt halb, und nach noch einmal so langer Zeit wieder die Hälfte davon.',
  ],
  [
    'policy-overtake',
    'Wer wartet, darf um so viel Maschinenzeit überholt werden und nicht mehr: {percent} dessen, was der eigene Anteil verlangt, mindestens {least}, höchstens {most}.',
  ],
  ['policy-overtake-fixed', 'Wer wartet, darf um {least} Maschinenzeit überholt werden und nicht mehr.'],
  ['policy-overtake-none', 'Niemand wird überholt: Wer zuerst kam, kommt zuerst dran.'],
  [
    'policy-promise',
    'Wer wartet, erfährt einen spätesten Anfang, der gehalten wird. Nur ein Ausfall, ein weit überzogener Durchgang oder ein neues Regelwerk hebt ihn auf; dann gibt es einen neuen, mit Grund.',
  ],
  ['policy-idle', 'Nutzung, während niemand wartete, zählt {percent}.'],
  [
    'policy-claim',
    'Wer aufgerufen wird, hat {length} Zeit, den Badge an die Maschine zu halten; dann kommt der nächste Aufruf. Wer einen zweiten verpasst, verliert den Platz.',
  ],
  [
    'policy-claim-once',
    'Wer aufgerufen wird, hat {length} Zeit, den Badge an die Maschine zu halten; dann kommt der nächste Aufruf.',
  ],
  ['policy-renew', 'Solange niemand wartet, geht ein Durchgang um jeweils {length} weiter.'],
  [
    'policy-turnover',
    'Solange jemand wartet, liegen {length} zwischen zwei Durchgängen, um die Maschine zu räumen.',
  ],
  ['policy-turnover-none', 'Der nächste Durchgang beginnt, sobald die Maschine frei ist.'],
  [
    'policy-overrun',
    'Die Zusage lässt einem Durchgang {length} nach seinem Ende. Zeit nach dem Ende zählt {percent} zusätzlich, solange jemand wartet. Kein laufender Auftrag wird abgebrochen.',
  ],
  [
    'policy-away',
    'Wer wartet, darf {length} hinausgehen und behält den Platz, und darf nach einem verpassten Aufruf ebenso spät kommen.',
  ],
  ['policy-away-none', 'Wer beim Warten hinausgeht oder einen Aufruf verpasst, verliert den Platz.'],
  [
    'policy-short',
    '{machine} ist für kurze Durchgänge: Ein Badge dort wünscht {length}, und einen längeren Durchgang gibt es dort nicht.',
  ],
  ['policy-bookings-none', 'Diese Maschinen lassen sich nicht reservieren.'],
  [
    'policy-bookings',
    'Diese Maschinen lassen sich bis zu {horizon} im Voraus reservieren, jeweils {least} bis {most}.',
  ],
  ['policy-bookings-future', 'Von einem Mitglied stehen höchstens {length} an Reservierungen noch bevor.'],
  [
    'policy-bookings-peak',
    'Reservierungen eines Mitglieds, die die Stoßzeit eines Tages berühren: {count}. Maschinen, die zur Stoßzeit niemand reservieren kann: {free}.',
  ],
  [
    'policy-bookings-away',
    'Eine Reservierung, zu der niemand kommt, wartet {length} und geht dann an die Warteschlange.',
  ],
  [
    'policy-bookings-late',
    'Eine Reservierung, die weniger als {length} vor ihrem Beginn storniert wird, zählt als genutzt, außer jemand anderes hat die Zeit genutzt.',
  ],
  [
    'policy-bookings-any-time',
    'Eine Reservierung lässt sich stornieren, bis sie beginnt, und zählt dann nicht.',
  ],
  [
    'policy-bookings-draft',
    'Wünsche für die nächste Woche werden {days} um {at} vergeben, reihum, wer weniger genutzt hat zuerst. Was übrig ist, bekommt, wer zuerst reserviert.',
  ],
  ['policy-bookings-first', 'Wer zuerst reserviert, hat sie.'],
  [
    'policy-no-pools',
    'Keine Maschine wird der Reihe nach benutzt: Wer den Badge an eine freie Maschine hält, fängt an.',
  ],
  [
    'policy-teams',
    'Anteile gehen zuerst an Teams, jedes nach der Zahl seiner Mitglieder, und dann innerhalb des Teams. Wer kein Team hat, zählt als eines.',
  ],
  ['policy-team', 'Ein Mitglied des Teams {team} wiegt {percent} des Üblichen.'],
  [
    'policy-care',
    'Pflegearbeit hebt das eigene Gewicht: {full} davon geben {percent} des Üblichen, und weniger gibt entsprechend weniger. Sie zählt {within} lang.',
  ],
  ['policy-care-none', 'Pflegearbeit hebt niemandes Gewicht.'],
  [
    'policy-votes',
    'Mitglieder ändern dieses Regelwerk durch Abstimmung. Sie ist {open} offen, {quorum} der aktiven Mitglieder müssen abstimmen, und von Ja und Nein müssen mehr als {majority} Ja sein.',
  ],
  [
    'policy-votes-secret',
    'Abstimmungen sind geheim: Aufbewahrt wird nur die Zählung, mit einer Quittung für jeden Stimmzettel.',
  ],
  ['policy-votes-named', 'Abstimmungen sind offen: Das Journal hält fest, wer wie gestimmt hat.'],
  ['policy-votes-notice', 'Was beschlossen wurde, gilt frühestens {notice} nach der Abstimmung.'],
  ['policy-votes-at-once', 'Was beschlossen wurde, gilt, wenn die Abstimmung vorbei ist.'],
  [
    'policy-votes-none',
    'Dieses Regelwerk wird in der Datei der Werkstatt geändert, und durch keine Abstimmung.',
  ],
]);
