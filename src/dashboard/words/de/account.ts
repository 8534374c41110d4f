// German for how one signs in, with what and where.

import type { account as accountEn } from '../en/account.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('de');

export const account: typeof accountEn = {
  withPasskey: 'Mit Passkey anmelden',
  withProvider: icu('Mit {label} anmelden'),
  elsewhere: 'Passkeys gelten unter einer anderen Adresse:',
  passkeys: 'Passkeys',
  passkeysSaid:
    'Ein Passkey öffnet diese Seite mit deinem Finger, deinem Gesicht oder einem Schlüssel statt mit einem Passwort. Niemand kann ihn erraten oder mit einer falschen Seite stehlen.',
  noPasskeys: 'Du hast noch keinen.',
  noAddress:
    'Sie brauchen HTTPS und einen Namen für dieses Gateway. Die Administration findet unter Einrichtung, was fehlt.',
  unsupported: 'Dieser Browser kennt keine Passkeys. Nimm einen anderen.',
  stale: 'Um einen hinzuzufügen, melde dich zuerst ab und wieder an: Es ändert, wie du dich anmeldest.',
  added: icu('Hinzugefügt {time}.'),
  lastUsed: icu('Zuletzt benutzt {time}.'),
  neverUsed: 'Noch nie benutzt.',
  name: 'Wie nennst du ihn?',
  nameExample: 'Mein Telefon',
  add: 'Passkey hinzufügen',
  adding: 'Warte auf dich …',
  remove: 'Entfernen',
  removeOf: icu('Passkey {name} entfernen'),
  removeAsk:
    'Er meldet niemanden mehr an. Wo er es tat, bist du abgemeldet. Lösch ihn auch auf deinem Gerät.',
  removeKeep: 'Behalten',
  removeConfirm: 'Entfernen',
  removing: 'Entferne …',
  places: 'Wo du angemeldet bist',
  placesSaid: 'Eine Anmeldung endet von selbst nach zwölf Stunden, und wenn das Gateway neu startet.',
  here: 'hier',
  someBrowser: 'Ein Browser',
  how: { password: 'Mit Passwort', passkey: 'Mit Passkey', provider: 'Mit dem Anmeldedienst' },
  seen: icu('zuletzt gesehen {time}'),
  until: icu('endet {time}'),
  leave: 'Dort abmelden',
  leaveOf: icu('Dort abmelden: {browser}'),
  leaveAll: 'Überall abmelden',
  leaveAllAsk: 'Jeder Browser, in dem du angemeldet bist, geht zurück zur Anmeldung, auch dieser.',
  leaveAllKeep: 'Angemeldet bleiben',
  leaveAllConfirm: 'Jetzt überall abmelden',
  leaving: 'Melde ab …',
  setup: 'Einrichtung',
  refusals: {
    'passkey-cancelled': {
      title: 'Kein Passkey wurde benutzt.',
      detail:
        'Du hast die Frage geschlossen, oder es dauerte zu lange. Versuch es noch einmal, oder nimm dein Passwort.',
    },
    'passkey-failed': {
      title: 'Dieser Browser konnte den Passkey nicht benutzen.',
      detail: 'Versuch es noch einmal, oder nimm dein Passwort.',
    },
    'passkey-elsewhere': {
      title: 'Ein Passkey gilt nur unter einer Adresse, und das ist eine andere.',
      detail: 'Öffne die Seite unter der Adresse, unter der er hinzugefügt wurde.',
    },
    'passkey-unsupported': {
      title: 'Dieses Gerät hat keine Passkeys der nötigen Art.',
      detail: 'Nimm ein anderes Gerät oder dein Passwort.',
    },
    'passkey-known': {
      title: 'Dieser Passkey ist schon da.',
      detail: 'Benutze ihn, oder entfern ihn zuerst.',
    },
    'passkey-limit': {
      title: 'Du hast zehn Passkeys, und mehr gehen nicht.',
      detail: 'Entfern einen, den du nicht mehr brauchst.',
    },
    'passkey-none': {
      title: 'Diesen Passkey hast du nicht mehr.',
      detail: 'Lade die Seite neu, um deine zu sehen.',
    },
    'passkey-unknown': {
      title: 'Dieser Passkey öffnet diese Seite nicht.',
      detail: 'Melde dich mit deinem Passwort an, oder füg ihn auf deiner Seite neu hinzu.',
    },
    'passkey-copied': {
      title: 'Dieser Passkey zählt rückwärts, wie es eine Kopie täte.',
      detail: 'Melde dich mit deinem Passwort an, entfern ihn auf deiner Seite und füg ihn neu hinzu.',
    },
    'passkey-unproven': {
      title: 'Was der Browser sandte, beweist nicht, dass er diesen Passkey hat.',
      detail: 'Versuch es noch einmal; bleibt es so, prüfe die Adresse: Ein Passkey gilt nur unter einer.',
    },
    'passkeys-away': {
      title: 'Das Gateway kennt keine Adresse, unter der Passkeys gelten könnten.',
      detail: 'Frag die Administration: Die Seite Einrichtung sagt, was fehlt.',
    },
    'sign-in-stale': {
      title: 'Das ändert, wie du dich anmeldest, und deine Anmeldung ist älter als fünfzehn Minuten.',
      detail: 'Melde dich ab und wieder an, dann versuch es noch einmal.',
    },
    'place-none': { title: 'Dort bist du nicht mehr angemeldet.', detail: 'Es ist nichts zu tun.' },
    'provider-none': {
      title: 'Kein Anmeldedienst ist beschrieben.',
      detail: 'Nimm dein Passwort oder einen Passkey.',
    },
    'provider-away': {
      title: 'Der Anmeldedienst antwortet nicht.',
      detail: 'Passwort und Passkeys gehen wie immer. Oder versuch es gleich noch einmal.',
    },
    'provider-refused': {
      title: 'Der Anmeldedienst hat dich nicht hineingelassen.',
      detail: 'Versuch es noch einmal, oder frag, wer ihn betreibt.',
    },
    'provider-answer': {
      title: 'Was der Anmeldedienst zurücksandte, beweist nichts.',
      detail:
        'Versuch es noch einmal. Bleibt es so, findet die Administration den Grund im Protokoll des Gateways.',
    },
    'vouched-unknown': {
      title: 'Der Anmeldedienst kennt dich, diese Werkstatt nicht.',
      detail: 'Bitte die Aufsicht, dich mit deinem dortigen Anmeldenamen aufzunehmen.',
    },
    'attempt-over': {
      title: 'Das dauerte länger als fünf Minuten, oder es wurde schon benutzt.',
      detail: 'Fang noch einmal an.',
    },
  },
};
