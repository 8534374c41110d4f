// German for what the gateway refuses and no room says better; in English these are the gateway's own sentences.

type Refusal = { readonly title: string; readonly detail: string };

/** Of requests that a page does not send by itself, of people and of devices. */
const ofPeople: Readonly<Record<string, Refusal>> = {
  'request-invalid': {
    title: 'Die Anfrage hat nicht die richtige Form.',
    detail: 'Vergleich die genannten Felder mit /api/docs.',
  },
  'json-broken': {
    title: 'Der Inhalt ist kein lesbares JSON.',
    detail: 'Sende ein JSON-Objekt, ohne Schlüssel __proto__.',
  },
  'url-broken': { title: 'Die Adresse ist nicht lesbar.', detail: 'Prüfe, wie sie geschrieben ist.' },
  'request-refused': { title: 'Die Anfrage lässt sich so nicht bedienen.', detail: 'Sieh /api/docs.' },
  'body-too-large': {
    title: 'Der Inhalt ist zu groß.',
    detail: 'Sende weniger auf einmal: 64 kB, 2 MB mit einem Bild, oder 6 MB für eine Liste.',
  },
  'media-type-wrong': { title: 'Hier gilt nur JSON.', detail: 'Sende content-type: application/json.' },
  'host-unknown': {
    title: 'Dieses Gateway antwortet nur auf Namen seines Rechners.',
    detail: 'Nimm http://localhost, oder schreib http.host in officina.yaml.',
  },
  'cross-site': { title: 'Die Anfrage kam von anderswo.', detail: 'Öffne die Seite dieses Gateways.' },
  'not-found': { title: 'Unter dieser Adresse ist nichts.', detail: 'Geh zurück zur Tafel.' },
  'range-wrong': {
    title: 'Dieser Zeitraum lässt sich nicht zeigen.',
    detail: 'Wähl einen Anfang vor dem Ende, höchstens 400 Tage.',
  },
  'reading-unknown': {
    title: 'Kein Messwert hat diesen Namen.',
    detail: 'Nimm einen Namen der Liste, zum Beispiel spindle.speed.',
  },
  'sign-in-needed': { title: 'Niemand ist angemeldet.', detail: 'Melde dich an, oder nimm ein Token.' },
  'sign-in-failed': {
    title: 'Anmeldename und Passwort gehören nicht zusammen.',
    detail: 'Versuch es noch einmal, oder frag die Aufsicht nach einem neuen Passwort.',
  },
  'token-unknown': {
    title:
      'Dieses Token ist hier nicht bekannt, ist abgelaufen, oder sein Mitglied darf sich nicht anmelden.',
    detail: 'Erzeug ein neues.',
  },
  'token-by-token': { title: 'Ein Token kann kein anderes erzeugen.', detail: 'Melde dich mit Passwort an.' },
  'token-none': { title: 'Du hast kein Token mit dieser ID.', detail: 'Sieh in deiner Liste nach.' },
  'token-limit': { title: 'Es gibt zu viele Token.', detail: 'Lösch eines, das niemand mehr braucht.' },
  'member-suspended': { title: 'Diese Mitgliedschaft ist ausgesetzt.', detail: 'Frag die Aufsicht.' },
  'member-none': { title: 'Dieses Token steht für kein Mitglied.', detail: 'Melde dich als Mitglied an.' },
  'member-in-session': {
    title: 'Dieses Mitglied hat eine Maschine.',
    detail: 'Beende zuerst seine Sitzung, und warte, bis der Strom aus ist.',
  },
  'import-refused': {
    title: 'Die Liste hat Fehler; nichts wurde übernommen.',
    detail: 'Berichtige die genannten Zeilen und sende alle noch einmal.',
  },
  'unassigned-unknown': {
    title: 'Kein Gerät mit dieser ID wartet auf Zuordnung.',
    detail: 'Lade die Seite neu; vielleicht hat es schon jemand zugeordnet.',
  },
  'box-unknown': {
    title: 'Kein beschriebener Kasten meldet sich mit dieser ID an.',
    detail: 'Wähl einen aus der Liste; ein eigenes Gerät hat nur einen Teil.',
  },
  'pairing-full': {
    title: 'Es sind schon sechzehn Kopplungscodes offen.',
    detail: 'Nimm einen davon, oder warte, bis einer zehn Minuten alt ist.',
  },
  'answers-missing': {
    title: 'Ein Schalter gibt einer Maschine nur Strom, wenn beide Fragen mit Ja beantwortet sind.',
    detail:
      'Eine Maschine, die von selbst anläuft, wenn der Strom wiederkommt, braucht ein Schütz mit Unterspannungsauslösung; und das hier ist kein Not-Halt.',
  },
  'assignment-wrong': {
    title: 'So lässt sich das Gerät nicht in officina.yaml schreiben; nichts wurde geändert.',
    detail: 'Berichtige die genannten Fehler, dann versuch es noch einmal.',
  },
  'config-none': {
    title: 'Es gibt kein officina.yaml: Das ist die Demo.',
    detail: 'Schreib eines mit `npx officina init` und starte das Gateway damit.',
  },
  'config-wrong': {
    title: 'Die Datei officina.yaml hat Fehler; nichts wurde geändert.',
    detail: 'Berichtige die genannten Fehler, dann lass sie neu lesen.',
  },
  'config-not-writable': {
    title: 'Das Gateway kann officina.yaml oder ein Passwort daneben nicht schreiben; nichts wurde geändert.',
    detail:
      'Füg die genannten Zeilen von Hand ein, schreib das Passwort in die Datei, die sie nennen, und lass sie neu lesen.',
  },
  'badge-unlisted': { title: 'Die Demo hat diesen Badge nicht.', detail: 'Wähl einen aus der Liste.' },
  'workshop-missing': {
    title: 'Die Werkstatt ist noch nicht beschrieben.',
    detail: 'Versuch es gleich noch einmal.',
  },
  'streams-full': {
    title: 'Es hören schon zu viele Bildschirme zu.',
    detail: 'Schließ einen, auf den niemand sieht.',
  },
  'dashboard-missing': {
    title: 'Die Seiten wurden nicht gebaut.',
    detail: 'Führ einmal `npm ci` im Ordner des Programms aus.',
  },
  fault: {
    title: 'Im Gateway ist etwas fehlgeschlagen.',
    detail: 'Gib der Aufsicht die ID; im Protokoll steht die Ursache daneben.',
  },
};

/** Of machines, bookings and policies. */
const ofMachines: Readonly<Record<string, Refusal>> = {
  'machine-unknown': { title: 'Keine Maschine hat diese ID.', detail: 'Wähl eine auf der Tafel.' },
  'alarm-unknown': {
    title: 'Kein offener Alarm hat diese ID.',
    detail: 'Vielleicht ist er schon vorbei: Sieh auf der Tafel nach.',
  },
  'alarm-answered': {
    title: 'Auf diesen Alarm hat schon jemand geantwortet.',
    detail: 'Auf der Tafel steht, wer und was.',
  },
  'latch-none': { title: 'Kein Wächter sperrt diese Maschine.', detail: 'Es gibt nichts freizugeben.' },
  'latch-holds': {
    title: 'Was diese Maschine gesperrt hat, ist noch außerhalb seiner Grenzen.',
    detail: 'Behebe es zuerst; die Karte der Maschine nennt den Wächter.',
  },
  'machine-locked-already': {
    title: 'Diese Maschine ist schon gesperrt.',
    detail: 'Die Aufsicht sieht nach und entsperrt sie.',
  },
  'machine-not-locked': {
    title: 'Niemand hat diese Maschine gesperrt.',
    detail: 'Nichts ist zu entsperren.',
  },
  'lock-limit': {
    title: 'Du hast in einer Stunde fünf Maschinen gesperrt.',
    detail: 'Bitte die Aufsicht, sie anzusehen; sie kann mehr sperren.',
  },
  'note-too-long': {
    title: 'Diese Notiz hat mehr als 500 Zeichen, oder welche, die sich nicht zeigen lassen.',
    detail: 'Schreib sie kürzer, auf eine Zeile.',
  },
  'photo-too-large': {
    title: 'Dieses Bild ist größer als ein Mebibyte.',
    detail: 'Verkleinere es, dann sende es noch einmal.',
  },
  'photo-unreadable': {
    title: 'Dieses Bild ist weder ein ganzes JPEG noch ein ganzes PNG.',
    detail: 'Sende es als eines von beiden; vielleicht hat es ein anderes Programm abgeschnitten.',
  },
  'photo-none': {
    title: 'Von dieser Maschine gibt es kein Bild.',
    detail: 'Die Aufsicht fügt eines mit der Betriebsart hinzu.',
  },
  'policy-unknown': { title: 'Kein Regelwerk hat diese Nummer.', detail: 'Wähl ein beschlossenes.' },
  'effect-early': {
    title: 'Es würde gelten, bevor der Vorlauf nach der Abstimmung vorbei ist.',
    detail: 'Nenn einen späteren Zeitpunkt, oder lass ihn leer.',
  },
  'effect-late': {
    title: 'Es würde so spät gelten, dass sich niemand mehr daran erinnert.',
    detail: 'Nenn einen Zeitpunkt innerhalb von 400 Tagen.',
  },
  'machine-not-booked': {
    title: 'Diese Maschine ist nicht in diesem Pool, oder kein Badge öffnet sie.',
    detail: 'Wähl eine der Maschinen des Pools.',
  },
  'booking-times': {
    title: 'Diese Zeiten lassen sich nicht reservieren.',
    detail: 'Nenn einen Anfang, der noch kommt, und ein Ende danach, beide auf volle fünf Minuten.',
  },
  'booking-length': {
    title: 'So kurz oder so lang darf eine Reservierung hier nicht sein.',
    detail: 'Wähl eine andere Dauer.',
  },
  'booking-horizon': { title: 'So weit voraus lässt sich nicht reservieren.', detail: 'Komm später wieder.' },
  'booking-closed': {
    title: 'Die Maschine ist nicht die ganze Zeit offen.',
    detail: 'Wähl eine Zeit innerhalb der Öffnungszeiten.',
  },
  'bookings-full': {
    title: 'Es gibt so viele Reservierungen, wie dieses Gateway führt.',
    detail: 'Bitte die Aufsicht, sie anzusehen.',
  },
  'booking-unknown': {
    title: 'Keine kommende Reservierung hat diese ID.',
    detail: 'Sieh bei deinen Reservierungen nach.',
  },
  'booking-not-yours': {
    title: 'Diese Reservierung gehört einem anderen Mitglied.',
    detail: 'Bitte darum, dass es sie dir weitergibt.',
  },
  'booking-not-offered': {
    title: 'Diese Reservierung ist dir nicht angeboten.',
    detail: 'Bitte ihr Mitglied, sie dir anzubieten.',
  },
  'gift-to-self': { title: 'Diese Reservierung ist schon deine.', detail: 'Nenn ein anderes Mitglied.' },
  'draft-none': { title: 'Keine Vergabe hier: Wer zuerst reserviert, hat sie.', detail: 'Reserviere.' },
  'wish-twice': { title: 'Diesen Wunsch hast du schon.', detail: 'Es ist nichts zu tun.' },
  'wish-unknown': { title: 'Du hast keinen Wunsch mit dieser ID.', detail: 'Sieh bei deinen nach.' },
  'calendar-unknown': {
    title: 'Unter dieser Adresse ist kein Kalender.',
    detail: 'Erzeug auf deiner Seite eine neue; alte gelten nicht mehr.',
  },
};

/** Of uses, materials and books. */
const ofMoney: Readonly<Record<string, Refusal>> = {
  'usage-not-entered': {
    title: 'Für diese Sitzung wurde keine Nutzung von Hand eingetragen.',
    detail: 'Nur eine solche lässt sich zurücknehmen; die Abrechnung kennzeichnet jede.',
  },
  'material-in-future': {
    title: 'Das Material würde in der Zukunft benutzt.',
    detail: 'Trag es ein, wenn es ausgegeben wird.',
  },
  'material-too-old': {
    title: 'Das Material wurde vor mehr als 92 Tagen benutzt.',
    detail: 'Es lässt sich nicht mehr eintragen; regle es mit dem Mitglied außerhalb der Abrechnung.',
  },
  'material-session-unknown': {
    title: 'Dieses Mitglied hatte diese Sitzung an dieser Maschine nicht.',
    detail: 'Lass die Sitzung leer, oder nimm sie aus der Abrechnung.',
  },
  'material-not-entered': {
    title: 'Unter dieser ID wurde kein Material eingetragen.',
    detail: 'Die Abrechnung zeigt die ID von jedem.',
  },
  'month-unreadable': { title: 'Das ist kein Monat.', detail: 'Schreib ihn wie 2026-11.' },
  'draft-unknown': {
    title: 'In diesem Monat gibt es keinen solchen Entwurf.',
    detail: 'Wähl einen aus der Liste.',
  },
  'invoice-unknown': {
    title: 'Keine Rechnung hat diese ID oder Nummer.',
    detail: 'Wähl eine aus der Liste.',
  },
  'lines-unknown': {
    title: 'Diese Zeilen lassen sich so nicht gutschreiben.',
    detail: 'Nenn Zeilen der Rechnung; neu berechnet wird nur eine ganze.',
  },
  'credited-already': { title: 'Das wurde schon gutgeschrieben.', detail: 'Die Liste zeigt Gutschriften.' },
  'payer-unknown': {
    title: 'Unter diesem Schlüssel wird niemandem berechnet.',
    detail: 'Nimm member:SCHLÜSSEL, team:ID oder einen Anmeldenamen.',
  },
  'payers-wrong': {
    title: 'Einer dieser Zahlenden ist hier nicht bekannt, oder zweimal genannt.',
    detail: 'Nimm member:SCHLÜSSEL, team:ID oder cost-code:CODE, jeden einmal, mit ganzen Teilen.',
  },
  'day-wrong': { title: 'Diesen Tag gibt es nicht.', detail: 'Schreib ihn wie 2026-11-20.' },
  'buyer-unreadable': {
    title: 'Diese Anschrift lässt sich nicht drucken.',
    detail: 'Berichtige das genannte Feld: druckbar, nicht zu lang, das Land wie DE.',
  },
  'format-none': {
    title: 'Rechnungen gibt es hier nicht in diesem Format.',
    detail: 'Wähl eines aus der Liste.',
  },
  'posting-unreadable': { title: 'Das lässt sich nicht buchen.', detail: 'Berichtige den Verweis.' },
  'posting-unbalanced': { title: 'Die Zeilen ergeben nicht null.', detail: 'Berichtige die Beträge.' },
  'posting-key-used': {
    title: 'Unter diesem Schlüssel wurde schon ein anderer Betrag bewegt.',
    detail: 'Wähl für eine neue Zahlung einen neuen Schlüssel; derselbe zählt einmal.',
  },
  'posting-refused': { title: 'Die Bücher nehmen das nicht an.', detail: 'Prüfe Betrag und Datum.' },
  'account-unknown': { title: 'Kein Konto hat diesen Namen.', detail: 'Wähl eines aus der Liste.' },
  'unit-unknown': { title: 'Das wird hier nicht gezählt.', detail: 'Nimm die Währung der Werkstatt.' },
  'amount-wrong': {
    title: 'Dieser Betrag lässt sich nicht buchen.',
    detail: 'Gib ganze kleinste Einheiten über null an, höchstens zehn Milliarden.',
  },
  'line-repeated': { title: 'Ein Konto steht zweimal darin.', detail: 'Zähl die Teile zusammen.' },
  'period-runs': { title: 'Dieser Monat ist nicht vorbei.', detail: 'Schließ ihn ab, wenn er es ist.' },
  'sale-repeated': {
    title: 'Unter dieser ID wurde schon etwas anderes verkauft.',
    detail: 'Wähl für einen neuen Verkauf eine neue ID; dieselbe verkauft einmal.',
  },
};

export const refusals: Readonly<Record<string, Refusal>> = { ...ofPeople, ...ofMachines, ...ofMoney };
