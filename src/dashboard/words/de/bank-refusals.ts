// German for what the gateway refuses of the bank and of the post.

type Refusal = { readonly title: string; readonly detail: string };

export const bankRefusals: Readonly<Record<string, Refusal>> = {
  'statement-unfit': {
    title: 'Das ist kein Kontoauszug, der sich lesen lässt.',
    detail: 'Lass dir von der Bank camt.053 geben, eine Datei von höchstens 10 MiB, und sende sie ganz.',
  },
  'address-missing': {
    title: 'Von diesem Zahlenden ist keine Anschrift eingetragen.',
    detail: 'Trag sie zuerst ein: Das Mandat steht neben der Anschrift.',
  },
  'mandate-unreadable': {
    title: 'Dieses Mandat kann keine Bank verwenden.',
    detail:
      'Berichtige das genannte Feld: die ID mit höchstens 35 Buchstaben und Ziffern, ein vergangener Tag, eine IBAN ohne Leerzeichen.',
  },
  'mandate-none': { title: 'Hier hat niemand ein Mandat unterschrieben.', detail: 'Trag zuerst eines ein.' },
  'collection-unfit': {
    title: 'So lassen sich diese Rechnungen nicht einziehen; nichts wurde eingetragen.',
    detail: 'Berichtige, was genannt ist, dann versuch es noch einmal.',
  },
  'collection-none': {
    title: 'Davon wird nichts eingezogen.',
    detail: 'Die Liste zeigt, was eingezogen wird.',
  },
  'posting-key-used': {
    title: 'Unter diesem Schlüssel wurde schon ein anderer Betrag bewegt.',
    detail: 'Wähl für eine neue Zahlung einen neuen Schlüssel; derselbe zählt einmal.',
  },
  'posting-unknown': { title: 'Diese Buchung gibt es nicht.', detail: 'Wähl eine aus der Liste.' },
  'mail-none': {
    title: 'Hier ist kein Mailserver beschrieben.',
    detail: 'Schreib „mail:“ in officina.yaml und starte neu; manual/money.md zeigt, wie.',
  },
  'mail-full': {
    title: 'Zu viele Mails warten auf den Server.',
    detail: 'Warte, bis einige hinausgegangen sind.',
  },
  'mail-unfit': {
    title: 'Das lässt sich nicht als Mail senden.',
    detail: 'Berichtige, was genannt ist: eine einzige Adresse, ein kurzer Text, höchstens zehn Megabyte.',
  },
  'mail-failed': {
    title: 'Der Mailserver hat es nicht angenommen.',
    detail:
      'Vergleich host, port, secure, user und password unter „mail:“ in officina.yaml mit dem, was dein Anbieter sagt.',
  },
};
