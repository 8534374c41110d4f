// What is wrong with the link to a machine, in German.

import type { troubles as troublesEn } from '../en/troubles.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('de');

export const troubles: typeof troublesEn = {
  'host-unknown': icu(
    'Der Name ihres Servers ist hier nicht bekannt. Berichtige seine Adresse in officina.yaml.',
  ),
  'host-refused': icu('Ihr Rechner ist da, aber ihr Server läuft nicht. Starte den Server.'),
  'host-unreachable': icu('Ihr Rechner antwortet nicht. Prüfe, ob er eingeschaltet und im Netz ist.'),
  'server-silent': icu('Ihr Server sagt nichts. Sieh auf seine Anzeige; starte ihn neu, wenn er hängt.'),
  'link-lost': icu('Die Verbindung ist abgerissen. Wir versuchen es, bis sie wieder da ist.'),
  'link-broken': icu('Unser eigener Teil, der mit ihr spricht, ist ausgefallen und startet neu.'),
  'controller-away': icu(
    '{state, select, none {Ihr Server antwortet, aber die Steuerung dahinter nicht. Schalte die Maschine ein, oder sieh auf ihren Bildschirm.} other {Ihr Server antwortet, aber die Steuerung dahinter nicht ({state}). Schalte die Maschine ein, oder sieh auf ihren Bildschirm.}}',
  ),
  'wrong-device': icu(
    'Unter ihrer Adresse ist ein anderes Gerät: {found}. Berichtige ihre Verbindung in officina.yaml.',
  ),
  'no-free-session': icu(
    'Sie lässt keine weiteren Programme herein. Schließ eines, das ihr zusieht; wir versuchen es, bis eines geht.',
  ),
  'answer-unfit': icu(
    'Sie antwortet auf eine Art, die wir nicht verstehen. Prüfe, ob die Art ihrer Verbindung stimmt, und ihre Version.',
  ),
  'security-missing': icu(
    'Ihr Server bietet keine so geschützte Verbindung, wie die Datei verlangt ({wanted}), nur: {offered}. Schalte sie am Server ein, oder schreib als security in officina.yaml, was du annimmst.',
  ),
  'certificate-unknown': icu(
    '{sha1, select, none {Noch hat niemand ihrem Zertifikat vertraut: SHA-256 {sha256}. Wenn du sicher bist, dass diese Maschine es zeigt, schreib es als fingerprint in ihre Verbindung in officina.yaml.} other {Noch hat niemand ihrem Server vertraut. Vergleich den Fingerabdruck mit dem, den er selbst zeigt: SHA-1 {sha1}, SHA-256 {sha256}. Sind sie gleich, führ aus: npx officina trust {sha1}}}',
  ),
  'certificate-expired': icu(
    'Das Zertifikat ihres Servers ist am {since} abgelaufen. Erneuere es an der Maschine.',
  ),
  'certificate-early': icu(
    'Das Zertifikat ihres Servers gilt erst ab {from}. Eine Uhr geht falsch: Stell die der Maschine oder die des Gateways.',
  ),
  'certificate-unfit': icu(
    'Das Zertifikat ihres Servers ist nicht brauchbar. Erzeug dort ein neues, RSA mit 2048 Bit oder mehr.',
  ),
  'gateway-untrusted': icu(
    'Ihr Server nimmt dieses Gateway nicht an. Vertrau dort unserem Zertifikat: SHA-1 {sha1}.',
  ),
  'sign-in-refused': icu(
    'Ihr Server lässt uns nicht herein. Berichtige den Schlüssel, oder Namen und Passwort, in officina.yaml, oder erlaub dort das Lesen ohne Namen.',
  ),
  'not-machinery': icu(
    'Ihr Server spricht kein OPC UA for Machinery. Schalte das ein, oder binde sie anders an.',
  ),
  'machine-missing': icu(
    '{wanted, select, none {Ihr Server zeigt keine Maschine. Richte dort eine ein.} other {Ihr Server zeigt keine Maschine „{wanted}“. Schreib eine von diesen in officina.yaml: {found}.}}',
  ),
  'machine-ambiguous': icu(
    'Ihr Server zeigt mehrere Maschinen. Schreib in officina.yaml, welche es ist: {found}.',
  ),
  'state-missing': icu(
    'Ihr Server meldet seinen Zustand nicht (OPC UA: MachineryItemState; MTConnect: EXECUTION). Schalte das dort ein.',
  ),
  'nodes-missing': icu(
    'Ihr Server meldet nicht: {nodes}. Schlag die Knoten dort nach und berichtige sie in officina.yaml.',
  ),
  'certificate-ending': icu(
    'Das Zertifikat ihres Servers läuft am {on} ab, in {days} Tagen. Erneuere es an der Maschine.',
  ),
  'clock-off': icu(
    '{way, select, ahead {Die Uhr ihrer Steuerung geht {minutes} Minuten vor. Stell sie; ihre Zeiten werden hier nicht benutzt.} other {Die Uhr ihrer Steuerung geht {minutes} Minuten nach. Stell sie; ihre Zeiten werden hier nicht benutzt.}}',
  ),
  unprotected: icu(
    'Ihre Verbindung ist nicht geschützt: Was sie meldet, lässt sich unterwegs lesen und ändern. Schalte den Schutz am Server ein.',
  ),
  'read-only': icu(
    'Wir lesen sie nur: Das Ende des Zugangs kann ihren Auftrag nicht beenden, das müssen ihr Schalter und ihre Leute tun.',
  ),
  'orders-locked': icu(
    'Ihre Firmware nimmt nur von den Programmen des Herstellers Befehle an, also lesen wir sie nur. Schalte ihren Entwicklermodus ein, um das zu ändern.',
  ),
  'readings-lost': icu(
    'Sie hat mehr gemeldet, als wir hören konnten; {count} Werte gingen verloren und sind eine Lücke.',
  ),
  'host-letters': icu(
    'Ihr Host hat {count} Bytes gesendet, die keine einfachen Buchstaben sind; sie wurden herausgenommen, weil die Steuerung sie für Befehle hält. Schreib Kommentare ohne Akzente und Umlaute.',
  ),
  'controller-warns': icu(
    'Sie warnt ({severity}): {what}. Ihre Anzeige und die Liste des Herstellers sagen mehr: {warning}.',
  ),
};
