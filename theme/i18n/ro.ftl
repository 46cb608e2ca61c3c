### Ce spune interfața, în română. Fiecare cheie există în fișierul fiecărei limbi;
### `waymark check` le numește pe cele care lipsesc.

## Legături rapide și părăsirea site-ului
skip-label = Legături rapide
skip-main = Mergeți la textul principal
skip-leave = Părăsiți imediat acest site
leave = Părăsiți acest site
leave-hint = Butonul de părăsire sau tasta Shift, apăsată singură de trei ori, vă duce imediat pe alt site. Nu poate șterge istoricul browserului și nici ce au păstrat rețeaua sau un computer administrat de angajator.
urgent-help = Ajutor urgent

## Navigare
nav-main = Secțiunile principale
nav-menu = Meniu
nav-site = Toate paginile
nav-breadcrumb = Sunteți aici
nav-pager = Pagina anterioară și cea următoare
pager-previous = Înainte de aceasta
pager-next = Mai departe
toc-title = Pe această pagină
home = Prima pagină

## Limbi
language-label = Limba:
language-fallback = încă netradus
languages-title = Alegeți o limbă
languages-lede = Citiți acest ghid în limba:
languages-invitation = Citiți în română

## Ale cui sunt cuvintele, și casete
callout-source = Ce spun liniile directoare din 2001
callout-later = Ce spun texte mai noi
callout-ours = Sfatul nostru
callout-note = Notă
callout-tip = Bine de știut
callout-important = Important
callout-warning = Atenție
callout-caution = Pericol

## Anunțuri
notice-fallback = Această pagină nu este încă tradusă. Limba textului: { $language }.
notice-stale = Originalul acestei pagini s-a schimbat de când a fost tradus.
notice-stale-since = Originalul acestei pagini a fost modificat la { $date }; această traducere urmează un text mai vechi.
notice-stale-link = Citiți textul mai nou ({ $language })
notice-unchecked = Această traducere nu a fost verificată de un vorbitor nativ.
notice-draft = Această pagină este o ciornă. Nu este publicată.
notice-scheduled = Această pagină nu va fi publicată înainte de: { $date }
notice-restates = Acest site redă liniile directoare din 2001 cu propriile cuvinte; textul oficial în engleză este cel care decide.
notice-not-site = Acesta nu este un site al { $organisation }.
notice-preview = Aceasta este previzualizarea unei modificări, nu site-ul publicat. De aici nu se poate trimite nimic.

## Verificarea paginilor
reading-minutes =
    { $minutes ->
        [one] { $minutes } minut de citit
        [few] { $minutes } minute de citit
       *[other] { $minutes } de minute de citit
    }
references-restated = Prevederile liniilor directoare redate pe această pagină:
review-owner = De această pagină răspunde: { $owner }.
review-date = Ultima verificare: { $date }
text-changed = Ultima modificare a textului: { $date }
review-next = De verificat din nou până la: { $date }

## Grupuri de cititori și schimbări
audience-label = Mai ales pentru:
audience-everybody = Aceste pagini sunt mai ales pentru acest grup. Oricine poate citi toate paginile.
audience-others = Alte grupuri:
changes-title = Ce s-a schimbat
changes-description = Ce spune redacția despre schimbările din aceste pagini, întâi cele mai noi.
changes-feed = Aceeași listă ca flux (Atom)
edit-link = Îmbunătățiți această pagină
edit-public = Ce se scrie acolo este public: nu scrieți niciodată despre un caz.

## Glosar și lista de la A la Z
letters-label = Mergeți la o literă
glossary-also = De asemenea: { $words }
a-z-title = De la A la Z
a-z-description = Toate paginile și toți termenii acestui site, în ordine alfabetică.
a-z-link = De la A la Z
a-z-term = termen

## Foi de tipărit
sheet-print = Tipăriți această foaie

## Locuri
places-empty = Încă necompletat pentru acest loc.
places-desk = Punct de primire
places-languages = Limbi în care se citesc sesizările
places-reading-days = Zile în care se citesc mesajele
places-emergency = Numărul local de urgență
places-authority = Autoritate
places-procedure = Procedură convenită
places-owner = Cine răspunde
places-verified = Ultima verificare
places-review-by = De verificat din nou până la

## Cartonașe și afișe, pe hârtie
card-how = Tipăriți pe o singură față a unei coli A4, la 100 %. Îndoiți coala în două, cu tipăritura în exterior, apoi încă o dată în două, astfel încât numărul de urgență și pătratul să fie în față.
card-poster-how = Tipăriți pe hârtie A4, la 100 %.
card-address = Mai multe la această adresă
card-traces = Un telefon ține minte paginile pe care le-a deschis.
card-person = Persoana desemnată de misiunea dumneavoastră

## Căutare
search-title = Căutare
search-description = Căutați în tot site-ul. Ceea ce tastați rămâne pe acest dispozitiv.
search-label = Căutați pe acest site
search-button = Căutați
search-a-z = Căutare: de la A la Z
search-no-script = Pentru căutare este nevoie de JavaScript, care este oprit în acest browser. Lista de la A la Z cuprinde toate paginile și toți termenii.
search-query-empty = Tastați un cuvânt ca să începeți.
search-count = Pagini găsite: { $n }
search-none = Nu s-a găsit nimic pentru „{ $query }”.
search-none-hint = Încercați cu mai puține cuvinte sau cu altele, ori căutați în lista de la A la Z.
search-loading = Se caută…
search-failed = Căutarea nu a putut fi încărcată. Lista de la A la Z cuprinde toate paginile.
search-results = Rezultatele căutării
search-more = Arătați mai multe rezultate
search-all = Toate rezultatele pentru „{ $query }”
search-meant = Rezultate pentru „{ $query }”
search-literal = Căutați „{ $query }” exact cum ați tastat
search-unquoted = Căutați fără ghilimele
search-again = Încercați din nou
search-key = Tasta / duce la câmpul de căutare. Dacă o dezactivați, acest dispozitiv ține minte.

## Adresă negăsită
not-found-title = Aici nu este nicio pagină
not-found-text = Poate că adresa este veche sau scrisă greșit. Începeți din nou în limba dumneavoastră:
moved-title = Această pagină s-a mutat
moved-text = Acum se află aici:

## Formularul de sesizare
report-no-desk = Acest site nu primește sesizări. Anunțați persoana pe care a desemnat-o misiunea dumneavoastră.
report-no-script = Formularul nu este afișat, pentru că are nevoie de JavaScript ca să cripteze cuvintele dumneavoastră pe acest dispozitiv, iar JavaScript este oprit sau blocat în acest browser. Așa cum este acum, din această pagină nu se poate trimite nimic. Puteți activa JavaScript, puteți folosi alt dispozitiv sau puteți anunța persoana pe care a desemnat-o misiunea dumneavoastră.
report-write-title = Sesizarea dumneavoastră
report-errors = Este nevoie de atenția dumneavoastră
report-answer-yes = Da
report-answer-no = Nu
report-answer-unknown = Nu știu
report-danger = Este cineva în pericol acum?
report-urgent-title = Nu pierdeți timpul cu acest formular
report-urgent-text = Sunați acum la serviciul local de urgență sau rugați pe cineva din apropiere să sune. Nimeni nu citește o sesizare imediat, iar trimiterea ei nu alertează pe nimeni. O puteți scrie și după aceea.
report-place = Despre ce loc este vorba?
report-place-hint = Misiunea sau biroul. Puteți să nu răspundeți.
report-place-none = Prefer să nu spun
report-desk = Cine ar trebui să o citească?
report-desk-hint = Numai punctul de primire pe care îl alegeți poate deschide sesizarea. Dacă este vorba despre cineva de la un punct de primire, alegeți altul.
report-desk-one = Sesizarea dumneavoastră ajunge la: { $name }
report-desk-chosen = Ajunge la
desk-demo = Punct de primire demonstrativ
report-desk-demo = Punct de primire demonstrativ, pentru încercare. Nu scrieți nimic real.
report-desk-languages = Limbi în care se citește aici: { $languages }
report-desk-opened = Mesajele de la acest punct de primire au fost deschise ultima dată la: { $date }
report-desk-never = Acest punct de primire nu a spus când și-a deschis ultima dată mesajele.
report-desk-quiet = Nu știm dacă la acest punct de primire citește cineva acum.
report-questions-title = Ce știți
report-questions-text = Nicio întrebare nu este obligatorie. Separați ce ați văzut sau auzit de ce credeți. Nu este nevoie să aveți certitudinea.
report-about = Despre ce este vorba?
report-about-noticed = Ceva ce am observat
report-about-colleague = Un coleg sau persoana desemnată
report-about-myself = Mi se întâmplă mie
report-what = Ce ați văzut sau ce ați auzit?
report-what-hint = Spuneți cu propriile cuvinte și în orice ordine.
report-where = Unde?
report-where-hint = Atât de exact cât îndrăzniți. Un loc unde mergeți numai dumneavoastră poate duce la dumneavoastră.
report-when = Când?
report-when-hint = O zi, un anotimp, „în fiecare seară”: orice știți.
report-who = Despre cine este vorba?
report-who-hint = Oameni care poate au nevoie de ajutor și oameni care poate sunt răspunzători. Nu scrieți numele dumneavoastră, decât dacă doriți să fie cunoscut.
report-children = Este vorba despre cineva sub 18 ani?
report-children-hint = Dacă nu puteți spune, scrieți asta.
report-how = De unde știți?
report-how-hint = Ați văzut, ați auzit sau v-a spus cineva. Dacă foarte puțini oameni pot ști asta, poate duce la dumneavoastră.
report-wishes = Ce dorește persoana despre care este vorba?
report-wishes-hint = Dacă știți. Ce ar fi sigur pentru ea și ce nu?
report-room = Spațiu rămas, în octeți: { $n }
report-room-over = Prea lung. Octeți în plus: { $n }. Vă rugăm să scurtați oricare dintre răspunsuri.
report-room-hint = Fiecare sesizare este completată până la aceeași mărime înainte să plece, de aceea există o limită pentru toate răspunsurile împreună, socotită în octeți. O literă latină simplă ocupă un octet, una cu semn diacritic, grecească sau chirilică doi, literele celor mai multe alte scrieri trei, un emoji patru sau mai mulți.
report-continue = Verificați înainte de trimitere
report-continue-hint = Până acum nimic nu a plecat de pe acest dispozitiv și nimic nu este păstrat: dacă închideți pagina, ce ați scris se pierde.
report-error-desk = Alegeți cine ar trebui să citească sesizarea.
report-error-empty = Nu este scris încă nimic. Răspundeți la cel puțin o întrebare.
report-check-title = Verificați înainte să trimiteți
report-found-title = Ar putea duce aceasta la dumneavoastră?
report-found-phone = Pare un număr de telefon, la „{ $question }”:
report-found-email = Pare o adresă de e-mail, la „{ $question }”:
report-found-text = Dacă este al dumneavoastră sau dacă îl au numai puțini oameni, poate arăta cine a scris. Lăsați-l dacă punctul de primire are nevoie de el: dumneavoastră hotărâți.
report-found-nothing = În ce ați scris nu am găsit niciun număr de telefon și nicio adresă de e-mail.
report-found-limits = Această verificare nu caută nimic altceva și s-a făcut numai pe acest dispozitiv. Și numele, locurile, orele, felul dumneavoastră de a scrie și amănuntele pe care le știu numai puțini oameni pot duce la dumneavoastră. Citiți textul o dată așa cum l-ar citi cineva din biroul dumneavoastră.
report-summary-title = Ce ați scris
report-sends-also = Pe lângă cuvintele dumneavoastră, sesizarea criptată conține numele acestui site și al punctului de primire, limba acestei pagini și un număr aleatoriu. Nu conține numele sau adresa dumneavoastră și nici ora. Pe dinafară arată ziua în care este trimisă.
report-change = Schimbați ceva
report-send-title = Trimiteți sau păstrați pentru mai târziu
report-send-text = Cuvintele dumneavoastră sunt mai întâi criptate pe acest dispozitiv, ca să le poată deschide numai punctul de primire. Angajatorul sau rețeaua pot vedea totuși că acest dispozitiv a trimis ceva și când.
report-send = Trimiteți acum
report-save = Salvați ca să trimiteți mai târziu
report-no-relay = Această copie a formularului nu știe nicio adresă la care să trimită. Salvați sesizarea și trimiteți-o mai târziu chiar de pe site.
report-working = Se criptează și se trimite
report-cancel = Opriți
report-stage-stamp = Cuvintele dumneavoastră se criptează și se face un marcaj împotriva abuzurilor. Pe un dispozitiv lent poate dura un minut.
report-stage-send = Se trimite…
report-stopped = Oprit. De data aceasta nu s-a trimis nimic, iar cuvintele dumneavoastră sunt încă aici.
report-failed = Acest browser nu a putut cripta sau salva sesizarea. De data aceasta nu s-a trimis nimic, iar cuvintele dumneavoastră sunt încă aici. Încercați cu alt browser sau anunțați persoana pe care a desemnat-o misiunea dumneavoastră.
report-offline = Acest dispozitiv nu este conectat la rețea. De data aceasta nu s-a trimis nimic, iar cuvintele dumneavoastră sunt încă aici. Încercați mai târziu sau salvați sesizarea.
report-unavailable = Cutia poștală a punctului de primire nu poate primi acum sesizarea și nu a confirmat că a păstrat-o. Cuvintele dumneavoastră sunt încă aici: încercați din nou peste un timp sau salvați sesizarea ca să o trimiteți mai târziu.
report-unknown = Nu a venit niciun răspuns clar. Poate că sesizarea a ajuns, poate că nu. Cuvintele dumneavoastră sunt încă aici. O puteți trimite din nou fără grijă: aceeași sesizare se socotește o singură dată. O puteți și salva ca să o trimiteți mai târziu.
report-refused-faulty = Cutia poștală a punctului de primire a refuzat sesizarea: această copie a formularului pare defectă sau învechită. Cuvintele dumneavoastră sunt încă aici. Salvați sesizarea și trimiteți-o dintr-o copie nouă a acestui site.
report-refused-unknown-desk = Cutia poștală nu cunoaște acest punct de primire. Cuvintele dumneavoastră sunt încă aici. Alegeți alt punct de primire sau salvați sesizarea.
report-refused-desk-paused = Acest punct de primire nu primește deocamdată sesizări. Cuvintele dumneavoastră sunt încă aici. Alegeți alt punct de primire sau salvați sesizarea ca să o trimiteți mai târziu.
report-refused-desk-closed = Acest punct de primire a fost închis. Cuvintele dumneavoastră sunt încă aici. Alegeți alt punct de primire sau anunțați persoana pe care a desemnat-o misiunea dumneavoastră.
report-sent-title = Sesizarea dumneavoastră este în cutia poștală a punctului de primire
report-sent-queued = Este păstrată acolo, criptată. Numai punctul de primire o poate deschide.
report-sent-nobody = Nu a citit-o încă nimeni, iar trimiterea ei nu a alertat pe nimeni. Nu putem spune când o va citi cineva. Dacă cineva este în pericol, sunați la serviciul local de urgență.
report-sent-no-answer = Niciun răspuns nu vine înapoi prin acest site.
report-sent-cleared = Ceea ce ați tastat a fost șters de pe această pagină.
report-sent-traces = Istoricul acestui browser poate arăta încă pagina, iar rețeaua poate să fi văzut că s-a trimis ceva.
report-saved-title = I s-a cerut browserului să salveze un fișier
report-saved-name = Numele fișierului:
report-saved-look = Vedeți dacă este acolo, de obicei în folderul pentru descărcări. Dacă nu este, întoarceți-vă și salvați din nou.
report-saved-locked = Este criptat: numai punctul de primire îl poate deschide. Nici dumneavoastră nu îl mai puteți deschide.
report-saved-not-sent = Nu s-a trimis nimic.
report-saved-later = Ca să îl trimiteți, deschideți pe acest site pagina „Trimiteți o sesizare salvată” (în engleză: “Send a saved report”), pe acest dispozitiv sau pe altul, și alegeți același punct de primire.
report-saved-trace = Fișierul arată că s-a salvat ceva și când. Cuvintele dumneavoastră rămân în acest formular până când îl goliți.
report-clear = Am fișierul: goliți formularul
report-back = Înapoi

practice-no-script = Formularul de exercițiu are nevoie de JavaScript, care este oprit sau blocat în acest browser.
practice-banner = Exercițiu. Nimic din ce tastați aici nu este criptat, păstrat sau trimis.
practice-desk = Punct de primire pentru exercițiu (inventat)
practice-desk-hint = În formularul adevărat vedeți aici cine citește sesizarea dumneavoastră și puteți alege alt punct de primire, dacă sunt mai multe.
practice-send-text = În formularul adevărat, cuvintele dumneavoastră ar fi acum criptate pe acest dispozitiv. Aici nu se întâmplă nimic: butoanele arată numai ce urmează.
practice-stage-stamp = Exercițiu: formularul adevărat ar cripta acum cuvintele dumneavoastră și ar face un marcaj.
practice-stage-send = Exercițiu: formularul adevărat ar trimite acum sesizarea criptată.
practice-sent-title = Sfârșitul exercițiului: nu s-a trimis nimic
practice-sent-text = Formularul adevărat ar spune acum că sesizarea dumneavoastră este în cutia poștală a punctului de primire și că nu a citit-o încă nimeni. Ceea ce ați tastat a fost șters.
practice-saved-title = Sfârșitul exercițiului: nu s-a salvat nimic
practice-saved-text = Formularul adevărat i-ar fi cerut acum browserului să salveze un fișier criptat, ca să fie trimis mai târziu.
practice-again = Goliți și începeți din nou

send-no-script = Pentru trimiterea unei sesizări salvate este nevoie de JavaScript, care este oprit sau blocat în acest browser. Păstrați fișierul și încercați cu alt browser sau cu alt dispozitiv.
send-title = Trimiteți fișierul
send-file = Sesizarea salvată
send-file-hint = Numele lui începe cu „note-”, dacă nu l-ați schimbat.
send-desk-hint = Alegeți punctul de primire pe care l-ați ales când ați scris sesizarea. Alt punct de primire nu o poate deschide.
send-now = Trimiteți acum
send-another = Trimiteți alt fișier
send-no-relay = Această copie a site-ului nu știe nicio adresă la care să trimită. Deschideți această pagină chiar pe site, cu o conexiune la rețea. Nu s-a trimis nimic.
send-error-no-file = Alegeți fișierul pe care l-ați salvat.
send-error-not-a-report = Aceasta nu este o sesizare salvată de acest site sau fișierul este deteriorat. Nu s-a trimis nimic.
send-stopped = Oprit. De data aceasta nu s-a trimis nimic. Păstrați fișierul.
send-failed = Acest browser nu a putut trimite fișierul. De data aceasta nu s-a trimis nimic. Păstrați fișierul și încercați cu alt browser.
send-offline = Acest dispozitiv nu este conectat la rețea. De data aceasta nu s-a trimis nimic. Păstrați fișierul și încercați mai târziu.
send-unavailable = Cutia poștală a punctului de primire nu poate primi acum sesizarea și nu a confirmat că a păstrat-o. Păstrați fișierul și încercați din nou peste un timp.
send-unknown = Nu a venit niciun răspuns clar. Poate că sesizarea a ajuns, poate că nu. Păstrați fișierul. O puteți trimite din nou fără grijă: aceeași sesizare se socotește o singură dată.
send-refused-faulty = Cutia poștală a punctului de primire a refuzat sesizarea: această copie a paginii pare defectă sau învechită. Păstrați fișierul și trimiteți-l dintr-o copie nouă a acestui site.
send-refused-unknown-desk = Cutia poștală nu cunoaște acest punct de primire. Nu trimiteți fișierul la un punct de primire pentru care nu a fost scris: niciun altul nu îl poate deschide. Scrieți o sesizare nouă sau anunțați persoana pe care a desemnat-o misiunea dumneavoastră.
send-refused-desk-paused = Acest punct de primire nu primește deocamdată sesizări. Păstrați fișierul și trimiteți-l mai târziu. Niciun alt punct de primire nu îl poate deschide: ca să anunțați altul, scrieți o sesizare nouă.
send-refused-desk-closed = Acest punct de primire a fost închis. Niciun alt punct de primire nu poate deschide fișierul: ca să anunțați altul, scrieți o sesizare nouă sau anunțați persoana pe care a desemnat-o misiunea dumneavoastră.
send-sent-file = Fișierul este încă pe dispozitivul dumneavoastră. Nu mai aveți nevoie de el.

## În text
footnotes-label = Note
footnote-back = Înapoi la text, nota { $number }
table-label = Tabel
