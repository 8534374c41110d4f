// The sentences in German, informal: what happened, why, what to do. Whole sentences only; a value stands in braces.

export const de: ReadonlyMap<string, string> = new Map([
  ['granted', '{machine} gehört dir. Halt deinen Badge wieder hin, wenn du fertig bist.'],
  [
    'granted-bypassed',
    '{machine} gehört dir, weil du zur Aufsicht gehörst. Andere würden abgewiesen ({codes}); das wird festgehalten.',
  ],
  [
    'granted-lesson',
    '{machine} ist für eine Kursstunde offen. Zum Beenden hält eine der beiden Personen wieder den Badge hin.',
  ],
  [
    'certificate-earned',
    'Fertig an {machine}. Du hast jetzt die Einweisung {certificate} und darfst allein daran arbeiten.',
  ],
  ['ended', 'Fertig an {machine}. Der Strom geht jetzt aus.'],
  [
    'ending-job',
    'Deine Sitzung an {machine} ist vorbei. Der Auftrag darf fertig werden; er wird dir nicht berechnet.',
  ],
  [
    'tap-late',
    'Dieser Badge kam zu spät an, um noch deiner zu sein. Halt ihn noch einmal hin, wenn du an der Maschine bist.',
  ],
  ['badge-unknown', 'Wir kennen diesen Badge nicht. Ist es deiner, bitte die Aufsicht, ihn hinzuzufügen.'],
  [
    'badge-ambiguous',
    'Dieser Leser kann deinen Badge nicht von einem anderen unterscheiden. Nimm einen anderen Leser, oder bitte die Aufsicht um einen anderen Badge.',
  ],
  ['badge-enrolled', 'Dieser Badge ist jetzt deiner. Ab jetzt öffnet er, was du benutzen darfst.'],
  ['spelling-learnt', 'Danke. Das Gateway weiß jetzt, wie dieser Leser Badges schreibt.'],
  [
    'badge-random',
    'Diese Karte zeigt jedes Mal eine neue Nummer, wie Telefone es tun. Bring eine andere Karte.',
  ],
  [
    'badge-partial',
    'Dieser Leser sieht zu wenig von der Karte, um sie einzulesen. Lies sie an einem anderen Leser ein.',
  ],
  [
    'badge-taken',
    'Diese Karte ist schon der Badge von jemandem. Bring eine andere, oder bitte die Aufsicht, sie zuerst zu entziehen.',
  ],
  ['badge-limit', 'Du hast schon acht Badges. Bitte die Aufsicht, zuerst einen zu entziehen.'],
  ['badge-strange', 'Das ist nicht der verlangte Badge. Halt diesen an den Leser.'],
  ['pin-missing', '{machine} verlangt auch deine PIN. Gib sie ein, dann halt deinen Badge wieder hin.'],
  ['pin-wrong', 'Diese PIN stimmt nicht. Nach fünf falschen ist sie einen Tag gesperrt.'],
  [
    'pin-locked',
    'Deine PIN ist nach fünf falschen gesperrt. Nach einem Tag öffnet sie sich wieder, oder bitte die Aufsicht um eine neue.',
  ],
  [
    'pin-unset',
    '{machine} verlangt eine PIN, und du hast noch keine. Setz eine auf deiner Seite, oder frag die Aufsicht.',
  ],
  [
    'pin-unchecked',
    'Zu viele PINs werden gleichzeitig geprüft. Warte einen Moment und halt deinen Badge wieder hin.',
  ],
  [
    'badge-unproven',
    'Dieser Badge konnte nicht beweisen, dass er einer von unseren ist. Halt ihn still an den Leser, oder frag die Aufsicht.',
  ],
  ['tap-replayed', 'Dieser Badge wurde so schon einmal gemeldet. Halt ihn noch einmal an den Leser.'],
  [
    'badge-replayed',
    'Diese Lesung deines Badges wurde schon einmal benutzt. Halt ihn noch einmal an den Leser.',
  ],
  [
    'badge-weak',
    '{machine} verlangt einen Badge, der sich nicht kopieren lässt. Bitte die Aufsicht um einen.',
  ],
  ['badge-unreadable', 'Dieser Badge ließ sich nicht lesen. Halt ihn eine Sekunde lang still an den Leser.'],
  [
    'member-suspended',
    'Deine Mitgliedschaft ist ausgesetzt, also bleiben Maschinen für dich gesperrt. Die Aufsicht sagt dir mehr.',
  ],
  [
    'certificate-missing',
    '{machine} braucht die Einweisung {certificate}. Du hast sie noch nicht; frag die Kursleitung nach einem Kurs.',
  ],
  [
    'certificate-expired',
    '{machine} braucht die Einweisung {certificate}. Deine ist abgelaufen ({until}); frag die Kursleitung nach einer Auffrischung.',
  ],
  [
    'lesson-offered',
    '{machine} braucht die Einweisung {certificate}. Du hast sie noch nicht; die Kursleitung kann hier binnen 60 Sekunden ihren Badge hinhalten.',
  ],
  [
    'certificate-unused',
    '{machine} braucht die Einweisung {certificate}. Deine ist verfallen ({until}), nach {days} Tagen ohne Nutzung; frag die Kursleitung nach einer Auffrischung.',
  ],
  [
    'certificate-level',
    '{machine} braucht die Einweisung {certificate} auf der Stufe {level}, und deine ist niedriger. Frag die Kursleitung.',
  ],
  [
    'membership-not-begun',
    'Deine Mitgliedschaft beginnt am {from}. Komm dann wieder, oder frag die Aufsicht.',
  ],
  ['membership-ended', 'Deine Mitgliedschaft endete am {until}. Bitte die Aufsicht, sie zu verlängern.'],
  [
    'nothing-left',
    'Es ist nichts übrig, womit du zahlen könntest. Lade am Tresen auf: mindestens {missing}.',
  ],
  ['plan-hours', 'Dein Plan {plan} gilt zu dieser Stunde nicht. Er gilt wieder ab {from}.'],
  ['plan-unknown', 'Dein Plan {plan} ist hier nicht mehr beschrieben. Sag es der Aufsicht.'],
  [
    'clock-unset',
    'Die Uhr des Gateways ist nicht gestellt, also können wir keine Daten prüfen. Sag es der Aufsicht; laufende Maschinen laufen weiter.',
  ],
  [
    'machine-locked',
    'Jemand hat {machine} gesperrt, weil etwas nicht stimmt. Die Aufsicht sieht nach und entsperrt die Maschine.',
  ],
  ['machine-out-of-order', '{machine} ist defekt. Die Aufsicht sagt dir, wann es behoben wird.'],
  ['machine-out-of-order-note', '{machine} ist defekt: {note}. Die Aufsicht sagt dir mehr.'],
  [
    'machine-retired',
    '{machine} wird nicht mehr benutzt. Wähl eine andere Maschine, oder frag die Aufsicht.',
  ],
  [
    'machine-in-maintenance',
    '{machine} wird gerade gewartet, also darf nur die Aufsicht starten. Komm wieder, wenn die Maschine im Betrieb ist.',
  ],
  ['space-closed', '{space} ist jetzt geschlossen. Offen ist wieder ab {until}.'],
  ['machine-closed', '{machine} darf zu dieser Stunde nicht benutzt werden. Erst wieder ab {until}.'],
  [
    'closed-for-long',
    'Hier ist mindestens zwei Wochen geschlossen. Frag die Aufsicht, wann wieder offen ist.',
  ],
  ['quiet-hours', '{machine} ist zu laut für die Ruhezeit. Erst wieder ab {until}.'],
  [
    'space-full',
    '{space} ist voll: {present} Leute sind da. Auf deiner Seite hier siehst du, wenn ein Platz frei wird.',
  ],
  [
    'people-missing',
    '{machine} braucht {needed} Leute, und {present} wären da. Bitte jemanden, am Eingang den Badge hinzuhalten.',
  ],
  [
    'people-asked',
    '{machine} braucht eine zweite Person. Lass ein anderes Mitglied binnen einer Minute hier den Badge hinhalten.',
  ],
  [
    'people-short',
    '{machine} braucht {needed} Leute, und {present} sind da. In einer Minute ist Schluss, wenn niemand zurückkommt.',
  ],
  [
    'granted-witness',
    '{machine} startet für das Mitglied vor dir, und du stehst dabei. Bleib, solange die Maschine läuft.',
  ],
  ['presence-entered', 'Willkommen. Du zählst jetzt als da; halt deinen Badge wieder hin, wenn du gehst.'],
  [
    'presence-bypassed',
    'Willkommen, weil du zur Aufsicht gehörst. Andere würden abgewiesen ({codes}); das wird festgehalten. Halt deinen Badge wieder hin, wenn du gehst.',
  ],
  ['presence-left', 'Bis bald. Du zählst jetzt als draußen.'],
  [
    'entrance-leave-only',
    'Dieser Leser ist zum Gehen, und du bist nicht da. Halt deinen Badge am Eingang hin.',
  ],
  [
    'machine-in-use',
    'Ein anderes Mitglied hat {machine} seit {since}. Komm wieder, wenn die Maschine frei ist.',
  ],
  [
    'machine-ending',
    '{machine} beendet noch die Sitzung vor deiner. Halt deinen Badge wieder hin, wenn der Strom aus ist.',
  ],
  [
    'machine-unknown',
    'Dieser Leser fragte nach einer Maschine, die hier nicht beschrieben ist. Sag es der Aufsicht.',
  ],
  ['reader-unassigned', 'Dieser Leser gehört noch zu keiner Maschine. Sag es der Aufsicht.'],
  [
    'machine-ambiguous',
    'Dieser Leser dient mehreren Maschinen. Wähl zuerst deine, dann halt deinen Badge hin.',
  ],
  [
    'job-held',
    'An {machine} steht noch der angehaltene Auftrag eines anderen Mitglieds. Bitte die Aufsicht, ihn zu löschen, bevor du anfängst.',
  ],
  [
    'machine-latched',
    '{machine} wurde angehalten wegen {monitor} und bleibt gesperrt. Bitte die Aufsicht, nachzusehen und die Maschine freizugeben.',
  ],
  [
    'monitor-bad',
    '{machine} bleibt gesperrt: {monitor} außerhalb der Grenzen ({value}). Wird das wieder gut, öffnet die Maschine; hält es an, sag es der Aufsicht.',
  ],
  [
    'monitor-silent',
    '{machine} bleibt gesperrt: {monitor} ist nicht zu hören. Warte kurz und halt deinen Badge wieder hin; hält es an, sag es der Aufsicht.',
  ],
  [
    'self-check-failed',
    '{machine} läuft schon, obwohl niemand sie hat. Halt Abstand und sag es der Aufsicht.',
  ],
  [
    'machine-problem',
    'Jemand fand {machine} unsicher, also kann niemand dort anfangen. Die Aufsicht sieht zuerst nach; frag dort.',
  ],
  [
    'journal-full',
    'Die Platte des Gateways ist voll, also kann nichts Neues starten. Sag es der Aufsicht; laufende Maschinen laufen weiter.',
  ],
  [
    'journal-behind',
    'Das Gateway konnte noch nicht aufschreiben, was vorher kam. Warte einen Moment und halt deinen Badge wieder hin.',
  ],
  [
    'journal-broken',
    'Das Gateway kann sein Journal nicht schreiben, also kann nichts Neues starten. Sag es der Aufsicht; laufende Maschinen laufen weiter.',
  ],
  [
    'tap-invalid',
    'Der Leser hat etwas gesendet, was wir nicht verstehen. Halt deinen Badge wieder hin; bleibt es so, sag es der Aufsicht.',
  ],
  [
    'cost-code-unknown',
    'Die Kostenstelle {code} gibt es hier nicht, oder sie ist nicht für dich. Wähl eine andere, oder halt deinen Badge ohne sie hin.',
  ],
  ['handed-over', '{machine} gehört ab jetzt dir. Halt deinen Badge wieder hin, wenn du fertig bist.'],
  ['handed-over-job', '{machine} gehört jetzt dir, samt dem Auftrag darauf. Du zahlst ab diesem Moment.'],
  ['handed-over-from', '{machine} ist jetzt in anderen Händen. Du zahlst bis zu diesem Moment.'],
  [
    'hand-over-opened',
    'Wer binnen einer Minute den Badge an {machine} hält, übernimmt. Halt deinen wieder hin, wenn du lieber beenden willst.',
  ],
  ['kept', '{machine} bleibt deine. Halt deinen Badge wieder hin, wenn du fertig bist.'],
  [
    'ends-idle',
    'An {machine} bewegt sich seit einer Weile nichts. Deine Sitzung endet {at}; halt deinen Badge hin, um sie zu behalten.',
  ],
  ['ends-longest', 'Deine Sitzung an {machine} endet {at}: Sie hat die längste erlaubte Dauer erreicht.'],
  ['ends-hours', 'Die Werkstatt schließt. Deine Sitzung an {machine} endet {at}.'],
  ['ends-ceiling', 'Deine Sitzung an {machine} endet etwa {at}: Dann kostet sie, was du ausgeben wolltest.'],
  [
    'ends-certificate',
    'Deine Sitzung an {machine} endet {at}: Dann läuft eine Einweisung ab, die sie braucht.',
  ],
  [
    'ends-trainer-certificate',
    'Deine Kursstunde an {machine} endet {at}: Dann läuft ab, was deine Kursleitung zum Unterrichten braucht.',
  ],
  [
    'ends-trainer-membership',
    'Deine Kursstunde an {machine} endet {at}: Dann endet die Mitgliedschaft deiner Kursleitung.',
  ],
  [
    'lesson-over',
    'Deine Kursstunde an {machine} ist vorbei: Deine Kursleitung darf sie nicht mehr geben. Mach mit einer anderen weiter, oder frag die Aufsicht.',
  ],
  ['ends-turn', 'Dein Durchgang an {machine} endet {at}.'],
  ['other', 'Das geht gerade nicht. Sag der Aufsicht den Code {code}.'],
]);
