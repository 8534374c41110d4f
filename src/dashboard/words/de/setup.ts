// German for what is missing so that browsers trust the gateway.

import type { setup as setupEn } from '../en/setup.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('de');

export const setup: typeof setupEn = {
  said: 'Was Browser brauchen, bevor sie Passkeys anbieten, die Seite installieren oder Nachrichten bringen.',
  refused: 'Diese Seite ist Sache der Administration.',
  address: 'Adresse dieses Gateways',
  from: {
    file: 'Sie steht in officina.yaml.',
    certificate: 'Es ist der erste Name im Zertifikat.',
    local: 'Nur dieser Rechner selbst kommt dorthin.',
    none: 'Das Gateway kennt noch keine eigene Adresse.',
  },
  openedElsewhere: icu('Du hast diese Seite als {opened} geöffnet. Was folgt, gilt nur unter'),
  notSecure: 'Dieser Browser traut der Verbindung nicht, die du gerade benutzt.',
  parts: 'Was dort geht',
  part: { passkeys: 'Passkeys', install: 'Seite installieren', push: 'Push-Nachrichten' },
  partSaid: {
    passkeys: 'Anmelden mit Finger, Gesicht oder Schlüssel.',
    install: 'Die Seite als App auf Telefonen und Bildschirmen.',
    push: 'Nachrichten, während die Seite geschlossen ist. Sie brauchen auch einen Weg ins Internet.',
  },
  ready: 'bereit',
  readyHere: 'nur auf diesem Rechner',
  notReady: 'noch nicht',
  missing: 'Was fehlt',
  lacks: {
    https: 'HTTPS. Browser bieten das nur auf einer Verbindung an, die niemand mithören kann.',
    name: 'Ein Name. Passkeys sind an einen Rechnernamen gebunden; eine Adresse aus Zahlen ist keiner.',
    certificate:
      'Ein Zertifikat von einer Stelle, die Browser kennen. Dieses hat sich selbst ausgestellt, also warnen sie.',
    local:
      'Eine Adresse, die andere Rechner und Telefone erreichen. Hier kommt nur dieser Rechner selbst hinein.',
  },
  lines: 'Füg diese Zeilen in officina.yaml ein, mit deinem eigenen Namen und deinen Dateien:',
  restart: 'Sie gelten ab dem nächsten Start des Gateways.',
  provider: 'Anmeldedienst',
  hasProvider: icu('Mitglieder können sich mit {label} anmelden, neben ihrem Passwort.'),
  noProvider:
    'Keiner ist beschrieben. Mit einem melden sich Mitglieder mit dem Konto an, das sie anderswo haben (OpenID Connect); Passwörter bleiben.',
  providerLines: 'Für einen füg diese Zeilen in officina.yaml ein:',
  back: 'Der Rückweg, der beim Dienst anzugeben ist:',
};
