// Romanian for what a steward should know, by code.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';
import { webhookNotices } from './webhook-notices.ts';

const icu = icuIn('ro');

export const notices: Words['notices'] = {
  'journal-full': icu(
    'Discul jurnalului este plin: cartelele sunt refuzate, mașinile pornite merg mai departe. Fă loc pe disc.',
  ),
  'journal-behind': icu(
    'Jurnalul nu a putut scrie: cartelele sunt refuzate până poate. Uită-te la disc și la log.',
  ),
  'journal-broken': icu(
    'Jurnalul nu poate scrie: cartelele sunt refuzate, mașinile pornite merg mai departe. Uită-te la disc și la log.',
  ),
  'clock-unset': icu(
    'Ceasul gateway-ului nu este potrivit, deci certificatele cu termen nu se pot verifica. Leagă-l la un server de timp; apoi merge singur mai departe.',
  ),
  'influx-behind': icu(
    'InfluxDB a rămas în urmă cu peste un minut: ce se desenează sau se adună acolo este vechi. Nu se pierde nimic și mașinile merg mai departe. Pornește-l, sau uită-te la discul lui și la log.',
  ),
  'tls-expires': icu(
    'Certificatul pentru browsere sau dispozitive expiră în 14 zile sau este în afara termenului; atunci nu se mai conectează. Reînnoiește-l; logul spune fișierul și ziua.',
  ),
  'tls-not-renewed': icu(
    'Fișierele unui certificat s-au schimbat și nu se pot folosi, deci rămâne cel dinainte. Logul spune ce nu este în regulă cu ele.',
  ),
  'switch-unsafe': icu(
    '{more, plural, =0 {{device} poate da curent cât lipsește gateway-ul, fiindcă {setting} este {value}. Repară asta pe pagina Dispozitive.} other {{device} poate da curent cât lipsește gateway-ul, fiindcă {setting} este {value}; poate și altele. Repară asta pe pagina Dispozitive.}}',
  ),
  'command-retained': icu(
    '{client} a trimis o comandă de comutare care se păstrează pentru mai târziu (topic {topic}); nu a fost transmisă. Oprește ce o reține și află a cui era comanda.',
  ),
  'meter-start-kept': icu(
    'Orele de la care a început un contor s-au schimbat în officina.yaml ({machines}); contează cele dintâi. Pune-le la loc, sau notează în registru o piesă înlocuită.',
  ),
  'policy-not-in-file': icu(
    'Membrii au hotărât altfel decât spune officina.yaml la „policy:”. Contează ce au hotărât ei, și nu se strică nimic dacă fișierul rămâne cum este. Ca să spună același lucru: {lines}.',
  ),
  'budget-nearly-spent': icu(
    'Bugetele {codes} sunt cheltuite în proporție de patru cincimi sau mai mult. Spune-i cui răspunde de proiecte.',
  ),
  'budget-spent': icu(
    'Bugetele {codes} sunt cheltuite: ce se folosește de acum pentru ele rămâne de plătit de proiecte. Altele mai mari se scriu la „costCodes:” în officina.yaml.',
  ),
  ...webhookNotices,
};
