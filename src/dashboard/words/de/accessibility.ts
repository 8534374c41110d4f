// German for the page that says what people with disabilities may count on.

import type { accessibility as accessibilityEn } from '../en/accessibility.ts';

export const accessibility: typeof accessibilityEn = {
  title: 'Barrierefreiheit',
  intro:
    'Diese Seiten sind für alle da, die die Werkstatt nutzen. Hier steht, woran sie sich halten, woher wir das wissen und was wir nicht wissen.',
  met: 'Was erfüllt ist',
  metStandard:
    'Das Ziel ist WCAG 2.2 auf Stufe AA, in jedem Raum: Tafel, Maschinen, Reservierungen, meine Seite, Theke, Bücher, der Bildschirm an der Maschine und diese Seite.',
  metKeys:
    'Alles lässt sich mit den Tasten allein erreichen und drücken. Der Fokus ist immer zu sehen, und Esc schließt, was offen ist.',
  metSmall:
    'Bei 400 % steht alles in einer Spalte. Nichts muss seitwärts bewegt werden außer breiten Tabellen, in einem eigenen Rahmen.',
  metColour: 'Ein Zustand ist ein Wort, eine Form und ein Bild, bevor er eine Farbe ist, hell und dunkel.',
  metMotion: 'Nichts blinkt lange, und wo dein Gerät weniger Bewegung wünscht, bewegt sich nichts.',
  metSpeech:
    'Ein neuer Alarm wird sofort vorgelesen, und nur einmal; dass du dran bist, in der nächsten Pause. Fortschritt wird nie vorgelesen.',
  tested: 'Wie es geprüft wird',
  testedAxe:
    'Bei jeder Änderung sieht axe-core jeden Raum an, in jeder Rolle, hell und dunkel, und findet keinen Verstoß gegen WCAG 2.2 A und AA.',
  testedKeys:
    'Bei jeder Änderung geht ein Programm mit der Tab-Taste durch jeden Raum und prüft, dass alles erreicht wird, zu sehen und nicht verdeckt ist.',
  testedWide:
    'Bei jeder Änderung wird jeder Raum mit 320 Pixeln Breite gemessen, und jedes Ziel ist mindestens 24 Pixel hoch und breit; an der Maschine 20 Millimeter.',
  testedColours:
    'Bei jeder Änderung wird der Kontrast aller Farbpaare berechnet, auch so, wie Menschen sie sehen, die Farben anders unterscheiden.',
  unknown: 'Was nicht bekannt ist',
  unknownReader:
    'Programme finden etwa die Hälfte dessen, was schiefgehen kann. Noch ist niemand mit einem Screenreader, der das tägliche Mittel ist, durch alle Räume gegangen.',
  unknownPdf:
    'Rechnungen als PDF haben keine Tags. Dieselbe Rechnung gibt es als XML, und ihre Beträge stehen auf der Seite.',
  unknownChart:
    'Diagramme sind Bilder. Neben jedem steht eine Tabelle mit denselben Zahlen und ein Satz mit dem Wert von jetzt.',
  unknownDocs:
    'Die Beschreibung der API für Programmierende unter /api/docs stammt aus einem anderen Projekt und wurde nicht geprüft.',
  tell: 'Wie du es uns sagst',
  tellWho:
    'Sag es einem Steward dieser Werkstatt, wie es dir am besten passt. An der Theke lässt sich auch tun, was die Seite dich nicht tun lässt.',
  tellWhat:
    'Sag, welche Seite es war, was du tun wolltest und was du benutzt, zum Beispiel einen Screenreader.',
  tellElse:
    'An der Maschine braucht niemand diese Seiten: Ein Badge am Leser beginnt und beendet eine Sitzung.',
};
