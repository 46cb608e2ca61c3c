### Šta kaže interfejs, na bosanskom. Svaki ključ stoji u datoteci svakog jezika;
### `waymark check` navodi one koji nedostaju.

## Brzi prelazi i izlaz
skip-label = Brzi prelazi
skip-main = Pređite na glavni tekst
skip-leave = Odmah napustite ovu web-stranicu
leave = Napustite web-stranicu
leave-hint = Dugme za izlaz, ili tipka Shift pritisnuta sama tri puta, odmah vas vodi na drugu web-stranicu. To ne može izbrisati historiju preglednika, ni ono što su sačuvali mreža ili računar kojim upravlja poslodavac.
urgent-help = Ako je hitno

## Kretanje
nav-main = Glavni dijelovi
nav-menu = Meni
nav-site = Sve stranice
nav-breadcrumb = Ovdje ste
nav-pager = Prethodna i sljedeća stranica
pager-previous = Prije ove
pager-next = Dalje
toc-title = Na ovoj stranici
home = Početna

## Jezici
language-label = Jezik:
language-fallback = još nije prevedeno
languages-title = Izaberite jezik
languages-lede = Čitajte ovaj vodič na jeziku:
languages-invitation = Čitajte na bosanskom

## Čije su ovo riječi, i istaknuti dijelovi
callout-source = Šta kažu smjernice iz 2001. godine
callout-later = Šta kažu kasniji tekstovi
callout-ours = Naš savjet
callout-note = Napomena
callout-tip = Dobro je znati
callout-important = Važno
callout-warning = Budite oprezni
callout-caution = Opasnost

## Obavijesti
notice-fallback = Ova stranica još nije prevedena. Jezik teksta: { $language }.
notice-stale = Izvornik ove stranice se promijenio otkako je prevedena.
notice-stale-since = Izvornik ove stranice je izmijenjen (datum: { $date }); ovaj prijevod prati stariji tekst.
notice-stale-link = Pročitajte noviji tekst ({ $language })
notice-unchecked = Ovaj prijevod nije provjerio izvorni govornik.
notice-draft = Ova stranica je nacrt. Nije objavljena.
notice-scheduled = Ova stranica se ne objavljuje prije dana: { $date }
notice-restates = Ova web-stranica prenosi smjernice iz 2001. godine svojim riječima; mjerodavan je zvanični tekst na engleskom.
notice-not-site =
    Ovo nije web-stranica { $organisation ->
        [OSCE] OSCE-a
       *[other] organizacije { $organisation }
    }.
notice-preview = Ovo je pregled izmjene, a ne objavljena web-stranica. Odavde se ništa ne može poslati.

## Provjera stranica
reading-minutes =
    { $minutes ->
        [one] { $minutes } minuta čitanja
        [few] { $minutes } minute čitanja
       *[other] { $minutes } minuta čitanja
    }
references-restated = Odredbe smjernica koje se prenose na ovoj stranici:
review-owner = Za stranicu odgovara: { $owner }.
review-date = Posljednja provjera: { $date }
text-changed = Posljednja izmjena teksta: { $date }
review-next = Ponovo provjeriti do: { $date }

## Grupe čitalaca i izmjene
audience-label = Prije svega za:
audience-everybody = Ove stranice su prije svega za ovu grupu. Svako može čitati sve stranice.
audience-others = Druge grupe:
changes-title = Šta se promijenilo
changes-description = Šta uredništvo kaže o izmjenama na ovim stranicama, najnovije na početku.
changes-feed = Isto kao fid (Atom)
edit-link = Poboljšajte ovu stranicu
edit-public = Ono što se tamo napiše javno je: nikada ne pišite o slučaju.

## Rječnik i popis od A do Ž
letters-label = Pređite na slovo
glossary-also = Također: { $words }
a-z-title = Od A do Ž
a-z-description = Sve stranice i svi pojmovi ove web-stranice, po abecednom redu.
a-z-link = Od A do Ž
a-z-term = pojam

## Listovi za štampu
sheet-print = Odštampajte ovaj list

## Mjesta
places-empty = Za ovo mjesto još nije popunjeno.
places-desk = Prijemno mjesto
places-languages = Jezici na kojima se čita
places-reading-days = Dani kada se poruke čitaju
places-emergency = Lokalni broj za hitne slučajeve
places-authority = Nadležni organ
places-procedure = Dogovoreni postupak
places-owner = Ko odgovara
places-verified = Posljednja provjera
places-review-by = Ponovo provjeriti do

## Kartice i plakati, na papiru
card-how = Odštampajte na jednoj strani lista A4, u omjeru 100 %. Presavijte list napola tako da odštampana strana bude spolja, zatim još jednom napola, tako da broj za hitne slučajeve i kvadrat budu sprijeda.
card-poster-how = Odštampajte na papiru A4, u omjeru 100 %.
card-address = Više na ovoj adresi
card-traces = Telefon pamti koje su stranice na njemu otvarane.
card-person = Osoba koju je odredila vaša misija

## Pretraga
search-title = Pretraga
search-description = Pretražite cijelu web-stranicu. Ono što ukucate ostaje na ovom uređaju.
search-label = Pretražite ovu web-stranicu
search-button = Traži
search-a-z = Pretraga: od A do Ž
search-no-script = Za pretragu je potreban JavaScript, koji je isključen u ovom pregledniku. Popis od A do Ž sadrži sve stranice i sve pojmove.
search-query-empty = Ukucajte riječ da biste počeli.
search-count = Pronađeno stranica: { $n }
search-none = Ništa nije pronađeno za „{ $query }”.
search-none-hint = Pokušajte s manje riječi ili s drugim riječima, ili pogledajte popis od A do Ž.
search-loading = Pretraga je u toku…
search-failed = Pretraga se nije mogla učitati. Popis od A do Ž sadrži sve stranice.
search-results = Rezultati pretrage
search-more = Prikaži još rezultata
search-all = Svi rezultati za „{ $query }”
search-meant = Rezultati za „{ $query }”
search-literal = Traži „{ $query }” tačno kako je napisano
search-unquoted = Traži bez navodnika
search-again = Pokušajte ponovo
search-key = Tipka / vodi u polje za pretragu. Ako to isključite, ovaj uređaj to pamti.

## Adresa nije nađena
not-found-title = Ovdje nema stranice
not-found-text = Adresa je možda stara ili pogrešno ukucana. Počnite ponovo na svom jeziku:
moved-title = Ova stranica je premještena
moved-text = Sada je ovdje:

## Obrazac za prijavu
report-no-desk = Ova web-stranica ne prima prijave. Obavijestite osobu koju je vaša misija zadužila za takve slučajeve.
report-no-script = Obrazac za prijavu nije prikazan, jer mu je potreban JavaScript da bi na ovom uređaju šifrirao vaše riječi, a JavaScript je u ovom pregledniku isključen ili blokiran. Ovako se s ove stranice ništa ne može poslati. Možete uključiti JavaScript, upotrijebiti drugi uređaj ili obavijestiti osobu koju je vaša misija zadužila za takve slučajeve.
report-write-title = Vaša prijava
report-errors = Ovdje je potrebna vaša pažnja
report-answer-yes = Da
report-answer-no = Ne
report-answer-unknown = Ne znam
report-danger = Je li neko sada u opasnosti?
report-urgent-title = Ne gubite vrijeme na ovaj obrazac
report-urgent-text = Odmah pozovite lokalnu službu za hitne slučajeve, ili zamolite nekoga u blizini da pozove. Niko ne čita prijavu odmah, a njeno slanje ne pokreće uzbunu. Možete je napisati i poslije.
report-place = Na koje mjesto se odnosi?
report-place-hint = Misija ili ured. Ovo možete ostaviti bez odgovora.
report-place-none = Ne želim reći
report-desk = Ko treba da je pročita?
report-desk-hint = Samo prijemno mjesto koje izaberete može otvoriti vašu prijavu. Ako se tiče nekoga na jednom prijemnom mjestu, izaberite drugo.
report-desk-one = Vaša prijava stiže na: { $name }
report-desk-chosen = Stiže na
desk-demo = Demonstracijsko prijemno mjesto
report-desk-demo = Demonstracijsko prijemno mjesto, za isprobavanje. Ne pišite ništa stvarno.
report-desk-languages = Jezici na kojima se ovdje čita: { $languages }
report-desk-opened = Datum kada je ovo prijemno mjesto posljednji put otvorilo poruke: { $date }
report-desk-never = Ovo prijemno mjesto nije navelo kada je posljednji put otvorilo poruke.
report-desk-quiet = Ne znamo da li na ovom prijemnom mjestu sada iko čita.
report-questions-title = Šta znate
report-questions-text = Nijedno pitanje nije obavezno. Odvojite ono što ste vidjeli ili čuli od onoga što mislite. Ne morate biti sigurni.
report-about = O čemu je riječ?
report-about-noticed = O nečemu što mi je privuklo pažnju
report-about-colleague = O kolegi ili o zaduženoj osobi
report-about-myself = Ovo se dešava meni
report-what = Šta ste vidjeli ili čuli?
report-what-hint = Recite svojim riječima i bilo kojim redom.
report-where = Gdje?
report-where-hint = Onoliko tačno koliko smijete. Mjesto na koje samo vi odlazite može ukazati na vas.
report-when = Kada?
report-when-hint = Dan, godišnje doba, „svako veče”: sve što znate.
report-who = O kome je riječ?
report-who-hint = Ljudi kojima je možda potrebna pomoć i ljudi koji su možda odgovorni. Ne navodite svoje ime, osim ako želite da se zna.
report-children = Tiče li se to nekoga mlađeg od 18 godina?
report-children-hint = Ako ne možete procijeniti, napišite to.
report-how = Kako to znate?
report-how-hint = Vidjeli ste, čuli ste ili vam je neko rekao. Ako bi to moglo znati vrlo malo ljudi, može ukazati na vas.
report-wishes = Šta želi osoba o kojoj je riječ?
report-wishes-hint = Ako to znate. Šta bi za nju bilo sigurno, a šta ne?
report-room = Preostalo mjesta, u bajtovima: { $n }
report-room-over = Predugačko. Bajtova viška: { $n }. Molimo vas da skratite bilo koji odgovor.
report-room-hint = Svaka prijava se prije slanja dopunjava do iste veličine, zato postoji ograničenje za sve odgovore zajedno, koje se računa u bajtovima. Obično latinično slovo zauzima jedan bajt, slovo s dijakritičkim znakom, grčko ili ćirilično slovo dva, slova većine drugih pisama tri, a emodži četiri ili više.
report-continue = Provjerite prije slanja
report-continue-hint = Do sada ništa nije napustilo ovaj uređaj i ništa nije sačuvano: ako zatvorite ovu stranicu, ono što ste napisali nestaje.
report-error-desk = Izaberite ko treba da pročita vašu prijavu.
report-error-empty = Još ništa nije napisano. Odgovorite bar na jedno pitanje.
report-check-title = Provjerite prije nego što pošaljete
report-found-title = Može li ovo ukazati na vas?
report-found-phone = Izgleda kao broj telefona, kod pitanja „{ $question }”:
report-found-email = Izgleda kao e-mail adresa, kod pitanja „{ $question }”:
report-found-text = Ako je vaše, ili ako to ima samo malo ljudi, može pokazati ko je ovo napisao. Ostavite ako je potrebno prijemnom mjestu: vi odlučujete.
report-found-nothing = U onome što ste napisali nismo našli nijedan broj telefona i nijednu e-mail adresu.
report-found-limits = Ova provjera ne traži ništa drugo i obavljena je samo na ovom uređaju. I imena, mjesta, vrijeme, vaš način pisanja i pojedinosti koje zna samo malo ljudi mogu ukazati na vas. Pročitajte tekst jednom onako kako bi ga pročitao neko iz vašeg ureda.
report-summary-title = Šta ste napisali
report-sends-also = Pored vaših riječi, šifrirana prijava sadrži ime ove web-stranice i prijemnog mjesta, jezik ove stranice i jedan nasumičan broj. Ne sadrži vaše ime, ni vašu adresu, ni vrijeme. Izvana pokazuje dan kada je poslana.
report-change = Izmijenite nešto
report-send-title = Pošaljite, ili sačuvajte za kasnije
report-send-text = Vaše riječi se prvo šifriraju na ovom uređaju, tako da ih može otvoriti samo prijemno mjesto. Vaš poslodavac ili mreža ipak mogu vidjeti da je ovaj uređaj nešto poslao i kada.
report-send = Pošaljite sada
report-save = Sačuvajte za kasnije slanje
report-no-relay = Ova kopija obrasca ne zna nijednu adresu na koju bi slala. Sačuvajte prijavu i pošaljite je kasnije sa same web-stranice.
report-working = Šifriranje i slanje
report-cancel = Zaustavite
report-stage-stamp = Vaše riječi se šifriraju i pravi se oznaka protiv zloupotrebe. Na sporom uređaju to može potrajati minutu.
report-stage-send = Slanje…
report-stopped = Zaustavljeno. Ovaj put ništa nije poslano, a vaše riječi su još ovdje.
report-failed = Ovaj preglednik nije mogao šifrirati ili sačuvati prijavu. Ovaj put ništa nije poslano, a vaše riječi su još ovdje. Pokušajte s drugim preglednikom, ili obavijestite osobu koju je vaša misija zadužila za takve slučajeve.
report-offline = Ovaj uređaj nije povezan s mrežom. Ovaj put ništa nije poslano, a vaše riječi su još ovdje. Pokušajte ponovo kasnije, ili sačuvajte prijavu.
report-unavailable = Poštanski sandučić prijemnog mjesta trenutno ne može primiti prijavu i nije potvrdio da ju je sačuvao. Vaše riječi su još ovdje: pokušajte ponovo za neko vrijeme, ili sačuvajte prijavu da biste je poslali kasnije.
report-unknown = Nije stigao jasan odgovor. Prijava je možda stigla, a možda i nije. Vaše riječi su još ovdje. Možete je bez brige poslati ponovo: ista prijava se računa jednom. Možete je i sačuvati da biste je poslali kasnije.
report-refused-faulty = Poštanski sandučić prijemnog mjesta je odbio prijavu: izgleda da je ova kopija obrasca neispravna ili zastarjela. Vaše riječi su još ovdje. Sačuvajte prijavu i pošaljite je sa svježe kopije ove web-stranice.
report-refused-unknown-desk = Poštanski sandučić ne poznaje ovo prijemno mjesto. Vaše riječi su još ovdje. Izaberite drugo prijemno mjesto, ili sačuvajte prijavu.
report-refused-desk-paused = Ovo prijemno mjesto zasad ne prima prijave. Vaše riječi su još ovdje. Izaberite drugo prijemno mjesto, ili sačuvajte prijavu da biste je poslali kasnije.
report-refused-desk-closed = Ovo prijemno mjesto je zatvoreno. Vaše riječi su još ovdje. Izaberite drugo prijemno mjesto, ili obavijestite osobu koju je vaša misija zadužila za takve slučajeve.
report-sent-title = Vaša prijava je u poštanskom sandučiću prijemnog mjesta
report-sent-queued = Tamo se čuva, šifrirana. Samo prijemno mjesto je može otvoriti.
report-sent-nobody = Još je niko nije pročitao, a njeno slanje nije pokrenulo nikakvu uzbunu. Ne možemo reći kada će je neko pročitati. Ako je neko u opasnosti, pozovite lokalnu službu za hitne slučajeve.
report-sent-no-answer = Nikakav odgovor ne stiže preko ove web-stranice.
report-sent-cleared = Ono što ste ukucali izbrisano je s ove stranice.
report-sent-traces = Historija ovog preglednika možda još pokazuje stranicu, a na mreži je možda viđeno da je nešto poslano.
report-saved-title = Od vašeg preglednika je zatraženo da sačuva datoteku
report-saved-name = Ime datoteke:
report-saved-look = Pogledajte da li je tamo, obično u fascikli za preuzimanja. Ako nije, vratite se i sačuvajte ponovo.
report-saved-locked = Šifrirana je: samo prijemno mjesto je može otvoriti. Ni vi je više ne možete otvoriti.
report-saved-not-sent = Ništa nije poslano.
report-saved-later = Da biste je poslali, otvorite ovdje stranicu „Pošaljite sačuvanu prijavu” (na engleskom: “Send a saved report”), na ovom ili na drugom uređaju, i izaberite isto prijemno mjesto.
report-saved-trace = Datoteka pokazuje da je nešto sačuvano i kada. Vaše riječi ostaju u ovom obrascu dok ga ne ispraznite.
report-clear = Imam datoteku: ispraznite obrazac
report-back = Nazad

practice-no-script = Za obrazac za vježbu potreban je JavaScript, koji je u ovom pregledniku isključen ili blokiran.
practice-banner = Vježba. Ništa što ovdje ukucate ne šifrira se, ne čuva se i ne šalje se.
practice-desk = Prijemno mjesto za vježbu (izmišljeno)
practice-desk-hint = U pravom obrascu ovdje vidite ko čita vašu prijavu, i možete izabrati drugo prijemno mjesto ako ih ima više.
practice-send-text = U pravom obrascu vaše riječi bi sada bile šifrirane na ovom uređaju. Ovdje se ništa ne dešava: dugmad samo pokazuju kako se nastavlja.
practice-stage-stamp = Vježba: pravi obrazac bi sada šifrirao vaše riječi i napravio oznaku.
practice-stage-send = Vježba: pravi obrazac bi sada poslao šifriranu prijavu.
practice-sent-title = Kraj vježbe: ništa nije poslano
practice-sent-text = Pravi obrazac bi sada rekao da je vaša prijava u poštanskom sandučiću prijemnog mjesta i da je još niko nije pročitao. Ono što ste ukucali je izbrisano.
practice-saved-title = Kraj vježbe: ništa nije sačuvano
practice-saved-text = Pravi obrazac bi sada zatražio od vašeg preglednika da sačuva šifriranu datoteku, za kasnije slanje.
practice-again = Ispraznite i počnite ponovo

send-no-script = Za slanje sačuvane prijave potreban je JavaScript, koji je u ovom pregledniku isključen ili blokiran. Zadržite datoteku i pokušajte s drugim preglednikom ili uređajem.
send-title = Pošaljite datoteku
send-file = Sačuvana prijava
send-file-hint = Njeno ime počinje s „note-”, osim ako ste ga promijenili.
send-desk-hint = Izaberite prijemno mjesto koje ste izabrali kada ste pisali prijavu. Drugo prijemno mjesto je ne može otvoriti.
send-now = Pošaljite sada
send-another = Pošaljite drugu datoteku
send-no-relay = Ova kopija web-stranice ne zna nijednu adresu na koju bi slala. Otvorite ovu stranicu na samoj web-stranici, uz vezu s mrežom. Ništa nije poslano.
send-error-no-file = Izaberite datoteku koju ste sačuvali.
send-error-not-a-report = Ovo nije prijava koju je sačuvala ova web-stranica, ili je datoteka oštećena. Ništa nije poslano.
send-stopped = Zaustavljeno. Ovaj put ništa nije poslano. Zadržite datoteku.
send-failed = Ovaj preglednik nije mogao poslati datoteku. Ovaj put ništa nije poslano. Zadržite datoteku i pokušajte s drugim preglednikom.
send-offline = Ovaj uređaj nije povezan s mrežom. Ovaj put ništa nije poslano. Zadržite datoteku i pokušajte ponovo kasnije.
send-unavailable = Poštanski sandučić prijemnog mjesta trenutno ne može primiti prijavu i nije potvrdio da ju je sačuvao. Zadržite datoteku i pokušajte ponovo za neko vrijeme.
send-unknown = Nije stigao jasan odgovor. Prijava je možda stigla, a možda i nije. Zadržite datoteku. Možete je bez brige poslati ponovo: ista prijava se računa jednom.
send-refused-faulty = Poštanski sandučić prijemnog mjesta je odbio prijavu: izgleda da je ova kopija stranice neispravna ili zastarjela. Zadržite datoteku i pošaljite je sa svježe kopije ove web-stranice.
send-refused-unknown-desk = Poštanski sandučić ne poznaje ovo prijemno mjesto. Ne šaljite datoteku prijemnom mjestu za koje nije napisana: nijedno drugo je ne može otvoriti. Napišite novu prijavu, ili obavijestite osobu koju je vaša misija zadužila za takve slučajeve.
send-refused-desk-paused = Ovo prijemno mjesto zasad ne prima prijave. Zadržite datoteku i pošaljite je kasnije. Nijedno drugo prijemno mjesto je ne može otvoriti: da biste obavijestili drugo, napišite novu prijavu.
send-refused-desk-closed = Ovo prijemno mjesto je zatvoreno. Nijedno drugo prijemno mjesto ne može otvoriti datoteku: da biste obavijestili drugo, napišite novu prijavu, ili obavijestite osobu koju je vaša misija zadužila za takve slučajeve.
send-sent-file = Datoteka je još na vašem uređaju. Više vam nije potrebna.

## U tekstu
footnotes-label = Napomene
footnote-back = Nazad na tekst, napomena { $number }
table-label = Tabela
