// Italian for the page that says what people with disabilities may count on.

import type { accessibility as accessibilityEn } from '../en/accessibility.ts';

export const accessibility: typeof accessibilityEn = {
  title: 'Accessibilità',
  intro:
    'Queste pagine sono per tutte le persone che usano l’officina. Qui c’è scritto a che cosa si attengono, come lo sappiamo e che cosa non sappiamo.',
  met: 'Che cosa è rispettato',
  metStandard:
    'L’obiettivo è WCAG 2.2 al livello AA, in ogni stanza: tabellone, macchine, prenotazioni, la mia pagina, banco, libri, lo schermo accanto a una macchina e questa pagina.',
  metKeys:
    'Tutto si raggiunge e si preme con i soli tasti. Il fuoco si vede sempre, ed Esc chiude ciò che è stato aperto.',
  metSmall:
    'Al 400 % tutto sta in una colonna. Niente va spostato di lato, tranne le tabelle larghe, nel loro riquadro.',
  metColour: 'Uno stato è una parola, una forma e un’immagine prima che un colore, in chiaro e in scuro.',
  metMotion: 'Niente lampeggia a lungo, e dove il tuo dispositivo chiede meno movimento niente si muove.',
  metSpeech:
    'Un nuovo allarme viene letto subito, e una volta sola; il tuo turno viene letto alla prima pausa. L’avanzamento non viene mai letto.',
  tested: 'Come si prova',
  testedAxe:
    'A ogni modifica axe-core guarda ogni stanza, in ogni ruolo, in chiaro e in scuro, e non trova violazioni di WCAG 2.2 A e AA.',
  testedKeys:
    'A ogni modifica un programma attraversa ogni stanza con il tasto Tab e controlla che tutto si raggiunga, si veda e non sia coperto.',
  testedWide:
    'A ogni modifica ogni stanza è misurata a 320 pixel di larghezza, e ogni bersaglio è alto e largo almeno 24 pixel; accanto a una macchina 20 millimetri.',
  testedColours:
    'A ogni modifica si calcola il contrasto di ogni coppia di colori, anche come li vede chi distingue i colori in altro modo.',
  unknown: 'Che cosa non si sa',
  unknownReader:
    'I programmi trovano circa la metà di ciò che può andare storto. Nessuno ha ancora attraversato tutte le stanze con un lettore di schermo come mezzo di ogni giorno.',
  unknownPdf:
    'Le fatture in PDF non hanno etichette. La stessa fattura si può avere in XML, e i suoi importi stanno sulla pagina.',
  unknownChart:
    'I grafici sono immagini. Accanto a ognuno c’è una tabella con le stesse cifre, e una frase con il valore di adesso.',
  unknownDocs:
    'La descrizione dell’API per chi programma, in /api/docs, è fatta da un altro progetto e non è stata provata.',
  tell: 'Come dircelo',
  tellWho:
    'Dillo a un responsabile di questa officina, nel modo che preferisci. Al banco può anche fare ciò che la pagina non ti lascia fare.',
  tellWhat: 'Di’ quale pagina era, che cosa volevi fare e che cosa usi, per esempio un lettore di schermo.',
  tellElse:
    'Alla macchina nessuno ha bisogno di queste pagine: un badge al suo lettore inizia e finisce una sessione.',
};
