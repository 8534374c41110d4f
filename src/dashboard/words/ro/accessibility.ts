// Romanian for the page that says what people with disabilities may count on.

import type { accessibility as accessibilityEn } from '../en/accessibility.ts';

export const accessibility: typeof accessibilityEn = {
  title: 'Accesibilitate',
  intro:
    'Aceste pagini sunt pentru toți cei care folosesc atelierul. Aici scrie ce respectă, de unde știm și ce nu știm.',
  met: 'Ce este respectat',
  metStandard:
    'Ținta este WCAG 2.2 la nivelul AA, în fiecare încăpere: tablou, mașini, rezervări, pagina mea, birou, registre, ecranul de lângă o mașină și această pagină.',
  metKeys:
    'La toate se ajunge și toate se apasă doar cu tastele. Focalizarea se vede mereu, iar Escape închide ce s-a deschis.',
  metSmall:
    'La 400 % totul stă pe o coloană. Nimic nu trebuie mutat într-o parte, în afară de tabelele late, în cadrul lor.',
  metColour:
    'O stare este un cuvânt, o formă și o imagine înainte de a fi o culoare, pe deschis și pe închis.',
  metMotion: 'Nimic nu clipește mult, iar unde aparatul tău cere mai puțină mișcare nimic nu se mișcă.',
  metSpeech:
    'O alarmă nouă se citește imediat, o singură dată; rândul tău se citește la prima pauză. Progresul nu se citește niciodată.',
  tested: 'Cum se verifică',
  testedAxe:
    'La fiecare schimbare axe-core se uită la fiecare încăpere, cu fiecare rol, pe deschis și pe închis, și nu găsește abateri de la WCAG 2.2 A și AA.',
  testedKeys:
    'La fiecare schimbare un program trece prin fiecare încăpere cu tasta Tab și verifică dacă la toate se ajunge, se văd și nu sunt acoperite.',
  testedWide:
    'La fiecare schimbare fiecare încăpere se măsoară la 320 de pixeli lățime, iar fiecare țintă are cel puțin 24 de pixeli în înălțime și lățime; lângă o mașină, 20 de milimetri.',
  testedColours:
    'La fiecare schimbare se calculează contrastul fiecărei perechi de culori, și așa cum le văd cei care deosebesc altfel culorile.',
  unknown: 'Ce nu se știe',
  unknownReader:
    'Programele găsesc cam jumătate din ce poate merge rău. Nimeni nu a trecut încă prin toate încăperile cu un cititor de ecran ca mijloc de fiecare zi.',
  unknownPdf:
    'Facturile PDF nu au etichete. Aceeași factură se poate lua ca XML, iar sumele ei stau pe pagină.',
  unknownChart:
    'Graficele sunt imagini. Lângă fiecare stă un tabel cu aceleași cifre și o propoziție cu valoarea de acum.',
  unknownDocs:
    'Descrierea API-ului pentru programatori, la /api/docs, este făcută de alt proiect și nu a fost verificată.',
  tell: 'Cum ne spui',
  tellWho:
    'Spune-i unui responsabil al atelierului, cum ți-e mai ușor. La birou poate face și ce pagina nu te lasă să faci.',
  tellWhat: 'Spune ce pagină era, ce voiai să faci și ce folosești, de exemplu un cititor de ecran.',
  tellElse:
    'La mașină nimeni nu are nevoie de aceste pagini: un badge la cititorul ei începe și încheie o sesiune.',
};
