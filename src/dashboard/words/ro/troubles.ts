// What is wrong with the link to a machine, in Romanian; every code of `domain/machine/trouble.ts` has its sentence.

import { icuIn, type Sentence } from '../icu.ts';

const icu = icuIn('ro');

/** What is wrong with the link to a machine, by code; what was not told is `none`. */
export const troubles: Readonly<Record<string, Sentence>> = {
  'host-unknown': icu('Numele serverului ei nu este cunoscut aici. Corectează-i adresa în officina.yaml.'),
  'host-refused': icu('Calculatorul ei este prezent, dar serverul nu merge. Pornește serverul.'),
  'host-unreachable': icu('Calculatorul ei nu răspunde. Verifică dacă este pornit și în rețea.'),
  'server-silent': icu('Serverul ei nu spune nimic. Uită-te la ecranul lui; repornește-l dacă s-a blocat.'),
  'link-lost': icu('Legătura s-a întrerupt. Încercăm din nou până revine.'),
  'link-broken': icu('Partea noastră care vorbește cu ea s-a oprit și pornește din nou.'),
  'controller-away': icu(
    '{state, select, none {Serverul ei răspunde, dar controlerul din spate nu. Pornește mașina, sau uită-te la ecranul ei.} other {Serverul ei răspunde, dar controlerul din spate nu ({state}). Pornește mașina, sau uită-te la ecranul ei.}}',
  ),
  'wrong-device': icu('La adresa ei este alt dispozitiv: {found}. Corectează-i legătura în officina.yaml.'),
  'no-free-session': icu(
    'Nu mai lasă alte programe să se conecteze. Închide unul care o urmărește; încercăm din nou până iese unul.',
  ),
  'answer-unfit': icu('Răspunde într-un fel pe care nu îl înțelegem. Verifică tipul legăturii și versiunea.'),
  'security-missing': icu(
    'Serverul ei nu oferă o conexiune protejată cum cere fișierul ({wanted}), ci doar: {offered}. Pornește protecția la server, sau scrie ce accepți la security în officina.yaml.',
  ),
  'certificate-unknown': icu(
    '{sha1, select, none {Nimeni nu i-a acceptat încă certificatul: SHA-256 {sha256}. Dacă ai verificat că mașina aceasta îl arată, scrie-l ca fingerprint la legătura ei în officina.yaml.} other {Nimeni nu i-a acceptat încă serverul. Compară amprenta cu cea pe care o arată el: SHA-1 {sha1}, SHA-256 {sha256}. Dacă sunt la fel, rulează: npx officina trust {sha1}}}',
  ),
  'certificate-expired': icu('Certificatul serverului ei a expirat la {since}. Reînnoiește-l la mașină.'),
  'certificate-early': icu(
    'Certificatul serverului ei este valabil abia din {from}. Un ceas este greșit: potrivește-l pe al mașinii, sau pe al gateway-ului.',
  ),
  'certificate-unfit': icu(
    'Certificatul serverului ei nu se poate folosi. Fă acolo unul nou, RSA cu cel puțin 2048 de biți.',
  ),
  'gateway-untrusted': icu(
    'Serverul ei nu acceptă acest gateway. Acceptă acolo certificatul nostru: SHA-1 {sha1}.',
  ),
  'sign-in-refused': icu(
    'Serverul ei nu ne lasă să intrăm. Corectează în officina.yaml cheia, sau numele și parola, ori permite acolo citirea fără nume.',
  ),
  'not-machinery': icu(
    'Serverul ei nu vorbește OPC UA for Machinery. Pornește asta acolo, sau leagă mașina altfel.',
  ),
  'machine-missing': icu(
    '{wanted, select, none {Serverul ei nu arată nicio mașină. Adaugă acolo una.} other {Serverul ei nu arată nicio mașină „{wanted}”. Scrie în officina.yaml una dintre acestea: {found}.}}',
  ),
  'machine-ambiguous': icu(
    'Serverul ei arată mai multe mașini. Scrie în officina.yaml care dintre ele este: {found}.',
  ),
  'state-missing': icu(
    'Serverul ei nu îi spune starea (OPC UA: MachineryItemState; MTConnect: EXECUTION). Pornește asta acolo.',
  ),
  'nodes-missing': icu(
    'Serverul ei nu spune: {nodes}. Caută nodurile acolo și corectează-le în officina.yaml.',
  ),
  'certificate-ending': icu(
    'Certificatul serverului ei expiră la {on} (zile rămase: {days}). Reînnoiește-l la mașină.',
  ),
  'clock-off': icu(
    '{way, select, ahead {Ceasul controlerului ei este înainte cu {minutes} min. Potrivește-l; orele lui nu se folosesc aici.} other {Ceasul controlerului ei este în urmă cu {minutes} min. Potrivește-l; orele lui nu se folosesc aici.}}',
  ),
  unprotected: icu(
    'Conexiunea ei nu este protejată: ce raportează se poate citi și schimba pe drum. Pornește protecția la server.',
  ),
  'read-only': icu(
    'O citim doar: sfârșitul accesului nu îi poate opri lucrarea, deci trebuie s-o facă întrerupătorul și oamenii ei.',
  ),
  'orders-locked': icu(
    'Firmware-ul ei ascultă doar de programele producătorului, deci o citim doar. Ca să schimbi asta, pornește-i modul pentru dezvoltatori.',
  ),
  'readings-lost': icu('A spus mai mult decât am putut auzi; valori pierdute: {count}, rămâne un gol.'),
  'host-letters': icu(
    'Gazda ei a trimis octeți care nu sunt litere simple ({count}); i-am scos, fiindcă controlerul îi ia drept comenzi. Scrie comentariile fără diacritice.',
  ),
  'controller-warns': icu(
    'Avertizează ({severity}): {what}. Ecranul ei și lista producătorului spun mai multe: {warning}.',
  ),
};
