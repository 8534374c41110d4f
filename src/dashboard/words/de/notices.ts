// German for what a steward should know, by code.

import type { notices as noticesEn } from '../en/notices.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('de');

export const notices: typeof noticesEn = {
  'journal-full': icu(
    'Die Platte des Journals ist voll: Badges werden abgewiesen, laufende Maschinen laufen weiter. Schaff Platz auf der Platte.',
  ),
  'journal-behind': icu(
    'Das Journal konnte nicht schreiben: Badges werden abgewiesen, bis es wieder geht. Sieh dir die Platte und das Protokoll an.',
  ),
  'journal-broken': icu(
    'Das Journal kann nicht schreiben: Badges werden abgewiesen, laufende Maschinen laufen weiter. Sieh dir die Platte und das Protokoll an.',
  ),
  'clock-unset': icu(
    'Die Uhr des Gateways ist nicht gestellt, also lassen sich befristete Einweisungen nicht prüfen. Verbinde es mit einem Zeitserver; dann geht es von selbst weiter.',
  ),
  'influx-behind': icu(
    'InfluxDB liegt mehr als eine Minute zurück: Was dort gezeichnet oder addiert wird, ist alt. Nichts geht verloren, und die Maschinen laufen weiter. Starte es, oder sieh dir seine Platte und das Protokoll an.',
  ),
  'tls-expires': icu(
    'Das Zertifikat für Browser oder Geräte läuft in 14 Tagen ab oder gilt nicht mehr oder noch nicht; dann kehren sie um. Erneuere es; das Protokoll nennt Datei und Tag.',
  ),
  'tls-not-renewed': icu(
    'Die Dateien eines Zertifikats wurden geändert und sind nicht brauchbar, also gilt das vorige weiter. Das Protokoll sagt, was ihnen fehlt.',
  ),
  'switch-unsafe': icu(
    '{more, plural, =0 {{device} kann Strom geben, während das Gateway weg ist, weil {setting} auf {value} steht. Beheb es auf der Seite Geräte.} other {{device} kann Strom geben, während das Gateway weg ist, weil {setting} auf {value} steht; andere auch. Beheb es auf der Seite Geräte.}}',
  ),
  'command-retained': icu(
    '{client} hat einen Schaltbefehl gesendet, der für später aufbewahrt wird (Topic {topic}); er wurde nicht weitergegeben. Schalte ab, was ihn aufbewahren lässt, und finde heraus, wessen Befehl es war.',
  ),
  'meter-start-kept': icu(
    'Die Stunden, mit denen ein Zähler begann, wurden in officina.yaml geändert ({machines}); die ersten gelten. Setz sie zurück, oder trag ein ersetztes Teil ins Pflegebuch ein.',
  ),
  'policy-not-in-file': icu(
    'Die Mitglieder haben anders entschieden, als officina.yaml unter „policy:“ sagt. Es gilt, was sie entschieden haben, und nichts geht kaputt, wenn die Datei so bleibt. Damit sie dasselbe sagt: {lines}.',
  ),
  'budget-nearly-spent': icu(
    'Die Budgets von {codes} sind zu vier Fünfteln oder mehr verbraucht. Sag es denen, die für die Projekte verantwortlich sind.',
  ),
  'budget-spent': icu(
    'Die Budgets von {codes} sind verbraucht: Was ab jetzt dafür genutzt wird, schulden die Projekte. Größere stehen unter „costCodes:“ in officina.yaml.',
  ),
};
