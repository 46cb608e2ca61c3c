### Šta kaže interfejs, na srpskom (latinica). Svaki ključ stoji u datoteci svakog jezika;
### `waymark check` navodi one koji nedostaju.

## Brzi prelazi i izlaz
skip-label = Brzi prelazi
skip-main = Pređite na glavni tekst
skip-leave = Odmah napustite ovaj sajt
leave = Napustite ovaj sajt
leave-hint = Dugme za izlaz, ili taster Shift pritisnut sam tri puta, odmah vas vodi na drugi sajt. To ne može da izbriše istoriju pregledača, ni ono što su sačuvali mreža ili računar kojim upravlja poslodavac.
urgent-help = Ako je hitno

## Kretanje
nav-main = Glavni delovi
nav-menu = Meni
nav-site = Sve stranice
nav-breadcrumb = Ovde ste
nav-pager = Prethodna i sledeća stranica
pager-previous = Pre ove
pager-next = Dalje
toc-title = Na ovoj stranici
home = Početna

## Jezici
language-label = Jezik:
language-fallback = još nije prevedeno
languages-title = Izaberite jezik
languages-lede = Čitajte ovaj vodič na jeziku:
languages-invitation = Čitajte na srpskom (latinica)

## Čije su ovo reči, i istaknuti delovi
callout-source = Šta kažu smernice iz 2001. godine
callout-later = Šta kažu kasniji tekstovi
callout-ours = Naš savet
callout-note = Napomena
callout-tip = Dobro je znati
callout-important = Važno
callout-warning = Budite oprezni
callout-caution = Opasnost

## Obaveštenja
notice-fallback = Ova stranica još nije prevedena. Jezik teksta: { $language }.
notice-stale = Izvornik ove stranice se promenio od kada je prevedena.
notice-stale-since = Izvornik ove stranice je izmenjen (datum: { $date }); ovaj prevod prati stariji tekst.
notice-stale-link = Pročitajte noviji tekst ({ $language })
notice-unchecked = Ovaj prevod nije proverio izvorni govornik.
notice-draft = Ova stranica je nacrt. Nije objavljena.
notice-scheduled = Ova stranica se ne objavljuje pre dana: { $date }
notice-restates = Ovaj sajt prenosi smernice iz 2001. godine svojim rečima; merodavan je zvanični tekst na engleskom.
notice-not-site =
    Ovo nije sajt { $organisation ->
        [OSCE] OEBS-a
       *[other] organizacije { $organisation }
    }.
notice-preview = Ovo je pregled izmene, a ne objavljeni sajt. Odavde se ništa ne može poslati.

## Provera stranica
reading-minutes =
    { $minutes ->
        [one] { $minutes } minut čitanja
        [few] { $minutes } minuta čitanja
       *[other] { $minutes } minuta čitanja
    }
references-restated = Odredbe smernica koje se prenose na ovoj stranici:
review-owner = Za stranicu odgovara: { $owner }.
review-date = Poslednja provera: { $date }
text-changed = Poslednja izmena teksta: { $date }
review-next = Ponovo proveriti do: { $date }

## Grupe čitalaca i izmene
audience-label = Pre svega za:
audience-everybody = Ove stranice su pre svega za ovu grupu. Svako može da čita sve stranice.
audience-others = Druge grupe:
changes-title = Šta se promenilo
changes-description = Šta uredništvo kaže o izmenama na ovim stranicama, najnovije na početku.
changes-feed = Isto kao fid (Atom)
edit-link = Poboljšajte ovu stranicu
edit-public = Ono što se tamo napiše javno je: nikada ne pišite o slučaju.

## Rečnik i spisak od A do Ž
letters-label = Pređite na slovo
glossary-also = Takođe: { $words }
a-z-title = Od A do Ž
a-z-description = Sve stranice i svi pojmovi ovog sajta, po abecednom redu.
a-z-link = Od A do Ž
a-z-term = pojam

## Listovi za štampu
sheet-print = Odštampajte ovaj list

## Mesta
places-empty = Za ovo mesto još nije popunjeno.
places-desk = Prijemno mesto
places-languages = Jezici na kojima se čita
places-reading-days = Dani kada se poruke čitaju
places-emergency = Lokalni broj za hitne slučajeve
places-authority = Nadležni organ
places-procedure = Dogovoreni postupak
places-owner = Ko odgovara
places-verified = Poslednja provera
places-review-by = Ponovo proveriti do

## Kartice i plakati, na papiru
card-how = Odštampajte na jednoj strani lista A4, u razmeri 100 %. Presavijte list napola tako da odštampana strana bude spolja, zatim još jednom napola, tako da broj za hitne slučajeve i kvadrat budu spreda.
card-poster-how = Odštampajte na papiru A4, u razmeri 100 %.
card-address = Više na ovoj adresi
card-traces = Telefon pamti koje su stranice na njemu otvarane.
card-person = Osoba koju je odredila vaša misija

## Pretraga
search-title = Pretraga
search-description = Pretražite ceo sajt. Ono što ukucate ostaje na ovom uređaju.
search-label = Pretražite ovaj sajt
search-button = Traži
search-a-z = Pretraga: od A do Ž
search-no-script = Za pretragu je potreban JavaScript, koji je isključen u ovom pregledaču. Spisak od A do Ž sadrži sve stranice i sve pojmove.
search-query-empty = Ukucajte reč da biste počeli.
search-count = Pronađeno stranica: { $n }
search-none = Ništa nije pronađeno za „{ $query }”.
search-none-hint = Pokušajte s manje reči ili s drugim rečima, ili pogledajte spisak od A do Ž.
search-loading = Pretraga je u toku…
search-failed = Pretraga nije mogla da se učita. Spisak od A do Ž sadrži sve stranice.
search-results = Rezultati pretrage
search-more = Prikaži još rezultata
search-all = Svi rezultati za „{ $query }”
search-meant = Rezultati za „{ $query }”
search-literal = Traži „{ $query }” tačno kako je napisano
search-unquoted = Traži bez navodnika
search-again = Pokušajte ponovo
search-key = Taster / vodi u polje za pretragu. Ako to isključite, ovaj uređaj to pamti.

## Adresa nije nađena
not-found-title = Ovde nema stranice
not-found-text = Adresa je možda stara ili pogrešno ukucana. Počnite ponovo na svom jeziku:
moved-title = Ova stranica je premeštena
moved-text = Sada je ovde:

## Obrazac za prijavu
report-no-desk = Ovaj sajt ne prima prijave. Obavestite osobu koju je vaša misija zadužila za takve slučajeve.
report-no-script = Obrazac za prijavu nije prikazan, jer mu je potreban JavaScript da bi na ovom uređaju šifrovao vaše reči, a JavaScript je u ovom pregledaču isključen ili blokiran. Ovako se s ove stranice ništa ne može poslati. Možete da uključite JavaScript, da upotrebite drugi uređaj ili da obavestite osobu koju je vaša misija zadužila za takve slučajeve.
report-write-title = Vaša prijava
report-errors = Ovde je potrebna vaša pažnja
report-answer-yes = Da
report-answer-no = Ne
report-answer-unknown = Ne znam
report-danger = Da li je neko sada u opasnosti?
report-urgent-title = Ne gubite vreme na ovaj obrazac
report-urgent-text = Odmah pozovite lokalnu službu za hitne slučajeve, ili zamolite nekoga u blizini da pozove. Niko ne čita prijavu odmah, a njeno slanje ne pokreće uzbunu. Možete je napisati i posle.
report-place = Na koje mesto se odnosi?
report-place-hint = Misija ili kancelarija. Ovo možete ostaviti bez odgovora.
report-place-none = Radije ne bih da kažem
report-desk = Ko treba da je pročita?
report-desk-hint = Samo prijemno mesto koje izaberete može da otvori vašu prijavu. Ako se tiče nekoga na jednom prijemnom mestu, izaberite drugo.
report-desk-one = Vaša prijava stiže na: { $name }
report-desk-chosen = Stiže na
desk-demo = Demonstraciono prijemno mesto
report-desk-demo = Demonstraciono prijemno mesto, za isprobavanje. Ne pišite ništa stvarno.
report-desk-languages = Jezici na kojima se ovde čita: { $languages }
report-desk-opened = Datum kada je ovo prijemno mesto poslednji put otvorilo poruke: { $date }
report-desk-never = Ovo prijemno mesto nije navelo kada je poslednji put otvorilo poruke.
report-desk-quiet = Ne znamo da li na ovom prijemnom mestu sada iko čita.
report-questions-title = Šta znate
report-questions-text = Nijedno pitanje nije obavezno. Odvojite ono što ste videli ili čuli od onoga što mislite. Ne morate biti sigurni.
report-about = O čemu je reč?
report-about-noticed = O nečemu što mi je privuklo pažnju
report-about-colleague = O kolegi ili o zaduženoj osobi
report-about-myself = Ovo se dešava meni
report-what = Šta ste videli ili čuli?
report-what-hint = Recite svojim rečima i bilo kojim redom.
report-where = Gde?
report-where-hint = Onoliko tačno koliko smete. Mesto na koje samo vi odlazite može da ukaže na vas.
report-when = Kada?
report-when-hint = Dan, godišnje doba, „svako veče”: sve što znate.
report-who = O kome je reč?
report-who-hint = Ljudi kojima je možda potrebna pomoć i ljudi koji su možda odgovorni. Ne navodite svoje ime, osim ako želite da se zna.
report-children = Da li se tiče nekoga mlađeg od 18 godina?
report-children-hint = Ako ne možete da procenite, napišite to.
report-how = Kako to znate?
report-how-hint = Videli ste, čuli ste ili vam je neko rekao. Ako bi to moglo da zna vrlo malo ljudi, može da ukaže na vas.
report-wishes = Šta želi osoba o kojoj je reč?
report-wishes-hint = Ako to znate. Šta bi za nju bilo bezbedno, a šta ne?
report-room = Preostalo mesta, u bajtovima: { $n }
report-room-over = Predugačko. Bajtova viška: { $n }. Molimo vas da skratite bilo koji odgovor.
report-room-hint = Svaka prijava se pre slanja dopunjava do iste veličine, zato postoji ograničenje za sve odgovore zajedno, koje se računa u bajtovima. Obično latinično slovo zauzima jedan bajt, slovo s dijakritičkim znakom, grčko ili ćirilično slovo dva, slova većine drugih pisama tri, a emodži četiri ili više.
report-continue = Proverite pre slanja
report-continue-hint = Do sada ništa nije napustilo ovaj uređaj i ništa nije sačuvano: ako zatvorite ovu stranicu, ono što ste napisali nestaje.
report-error-desk = Izaberite ko treba da pročita vašu prijavu.
report-error-empty = Još ništa nije napisano. Odgovorite bar na jedno pitanje.
report-check-title = Proverite pre nego što pošaljete
report-found-title = Može li ovo da ukaže na vas?
report-found-phone = Izgleda kao broj telefona, kod pitanja „{ $question }”:
report-found-email = Izgleda kao imejl-adresa, kod pitanja „{ $question }”:
report-found-text = Ako je vaše, ili ako to ima samo malo ljudi, može da pokaže ko je ovo napisao. Ostavite ako je potrebno prijemnom mestu: vi odlučujete.
report-found-nothing = U onome što ste napisali nismo našli nijedan broj telefona i nijednu imejl-adresu.
report-found-limits = Ova provera ne traži ništa drugo i obavljena je samo na ovom uređaju. I imena, mesta, vreme, vaš način pisanja i pojedinosti koje zna samo malo ljudi mogu da ukažu na vas. Pročitajte tekst jednom onako kako bi ga pročitao neko iz vaše kancelarije.
report-summary-title = Šta ste napisali
report-sends-also = Pored vaših reči, šifrovana prijava sadrži ime ovog sajta i prijemnog mesta, jezik ove stranice i jedan nasumičan broj. Ne sadrži vaše ime, ni vašu adresu, ni vreme. Spolja pokazuje dan kada je poslata.
report-change = Izmenite nešto
report-send-title = Pošaljite, ili sačuvajte za kasnije
report-send-text = Vaše reči se prvo šifruju na ovom uređaju, tako da može da ih otvori samo prijemno mesto. Vaš poslodavac ili mreža ipak mogu da vide da je ovaj uređaj nešto poslao i kada.
report-send = Pošaljite sada
report-save = Sačuvajte za kasnije slanje
report-no-relay = Ova kopija obrasca ne zna nijednu adresu na koju bi slala. Sačuvajte prijavu i pošaljite je kasnije sa samog sajta.
report-working = Šifrovanje i slanje
report-cancel = Zaustavite
report-stage-stamp = Vaše reči se šifruju i pravi se oznaka protiv zloupotrebe. Na sporom uređaju to može da potraje minut.
report-stage-send = Slanje…
report-stopped = Zaustavljeno. Ovog puta ništa nije poslato, a vaše reči su još ovde.
report-failed = Ovaj pregledač nije mogao da šifruje ili sačuva prijavu. Ovog puta ništa nije poslato, a vaše reči su još ovde. Pokušajte s drugim pregledačem, ili obavestite osobu koju je vaša misija zadužila za takve slučajeve.
report-offline = Ovaj uređaj nije povezan s mrežom. Ovog puta ništa nije poslato, a vaše reči su još ovde. Pokušajte ponovo kasnije, ili sačuvajte prijavu.
report-unavailable = Poštansko sanduče prijemnog mesta trenutno ne može da primi prijavu i nije potvrdilo da ju je sačuvalo. Vaše reči su još ovde: pokušajte ponovo za neko vreme, ili sačuvajte prijavu da biste je poslali kasnije.
report-unknown = Nije stigao jasan odgovor. Prijava je možda stigla, a možda i nije. Vaše reči su još ovde. Bezbedno je poslati je ponovo: ista prijava se računa jednom. Možete je i sačuvati da biste je poslali kasnije.
report-refused-faulty = Poštansko sanduče prijemnog mesta je odbilo prijavu: izgleda da je ova kopija obrasca neispravna ili zastarela. Vaše reči su još ovde. Sačuvajte prijavu i pošaljite je sa sveže kopije ovog sajta.
report-refused-unknown-desk = Poštansko sanduče ne poznaje ovo prijemno mesto. Vaše reči su još ovde. Izaberite drugo prijemno mesto, ili sačuvajte prijavu.
report-refused-desk-paused = Ovo prijemno mesto za sada ne prima prijave. Vaše reči su još ovde. Izaberite drugo prijemno mesto, ili sačuvajte prijavu da biste je poslali kasnije.
report-refused-desk-closed = Ovo prijemno mesto je zatvoreno. Vaše reči su još ovde. Izaberite drugo prijemno mesto, ili obavestite osobu koju je vaša misija zadužila za takve slučajeve.
report-sent-title = Vaša prijava je u poštanskom sandučetu prijemnog mesta
report-sent-queued = Tamo se čuva, šifrovana. Samo prijemno mesto može da je otvori.
report-sent-nobody = Još je niko nije pročitao, a njeno slanje nije pokrenulo nikakvu uzbunu. Ne možemo da kažemo kada će je neko pročitati. Ako je neko u opasnosti, pozovite lokalnu službu za hitne slučajeve.
report-sent-no-answer = Nikakav odgovor ne stiže preko ovog sajta.
report-sent-cleared = Ono što ste ukucali obrisano je s ove stranice.
report-sent-traces = Istorija ovog pregledača možda još pokazuje stranicu, a na mreži je možda viđeno da je nešto poslato.
report-saved-title = Od vašeg pregledača je zatraženo da sačuva datoteku
report-saved-name = Ime datoteke:
report-saved-look = Pogledajte da li je tamo, obično u fascikli za preuzimanja. Ako nije, vratite se i sačuvajte ponovo.
report-saved-locked = Šifrovana je: samo prijemno mesto može da je otvori. Ni vi više ne možete da je otvorite.
report-saved-not-sent = Ništa nije poslato.
report-saved-later = Da biste je poslali, otvorite na ovom sajtu stranicu „Pošaljite sačuvanu prijavu” (na engleskom: “Send a saved report”), na ovom ili na drugom uređaju, i izaberite isto prijemno mesto.
report-saved-trace = Datoteka pokazuje da je nešto sačuvano i kada. Vaše reči ostaju u ovom obrascu dok ga ne ispraznite.
report-clear = Imam datoteku: ispraznite obrazac
report-back = Nazad

practice-no-script = Za obrazac za vežbu potreban je JavaScript, koji je u ovom pregledaču isključen ili blokiran.
practice-banner = Vežba. Ništa što ovde ukucate ne šifruje se, ne čuva se i ne šalje se.
practice-desk = Prijemno mesto za vežbu (izmišljeno)
practice-desk-hint = U pravom obrascu ovde vidite ko čita vašu prijavu, i možete da izaberete drugo prijemno mesto ako ih ima više.
practice-send-text = U pravom obrascu vaše reči bi sada bile šifrovane na ovom uređaju. Ovde se ništa ne dešava: dugmad samo pokazuju kako se nastavlja.
practice-stage-stamp = Vežba: pravi obrazac bi sada šifrovao vaše reči i napravio oznaku.
practice-stage-send = Vežba: pravi obrazac bi sada poslao šifrovanu prijavu.
practice-sent-title = Kraj vežbe: ništa nije poslato
practice-sent-text = Pravi obrazac bi sada rekao da je vaša prijava u poštanskom sandučetu prijemnog mesta i da je još niko nije pročitao. Ono što ste ukucali je obrisano.
practice-saved-title = Kraj vežbe: ništa nije sačuvano
practice-saved-text = Pravi obrazac bi sada zatražio od vašeg pregledača da sačuva šifrovanu datoteku, za kasnije slanje.
practice-again = Ispraznite i počnite ponovo

send-no-script = Za slanje sačuvane prijave potreban je JavaScript, koji je u ovom pregledaču isključen ili blokiran. Zadržite datoteku i pokušajte s drugim pregledačem ili uređajem.
send-title = Pošaljite datoteku
send-file = Sačuvana prijava
send-file-hint = Njeno ime počinje sa „note-”, osim ako ste ga promenili.
send-desk-hint = Izaberite prijemno mesto koje ste izabrali kada ste pisali prijavu. Drugo prijemno mesto ne može da je otvori.
send-now = Pošaljite sada
send-another = Pošaljite drugu datoteku
send-no-relay = Ova kopija sajta ne zna nijednu adresu na koju bi slala. Otvorite ovu stranicu na samom sajtu, uz vezu s mrežom. Ništa nije poslato.
send-error-no-file = Izaberite datoteku koju ste sačuvali.
send-error-not-a-report = Ovo nije prijava koju je sačuvao ovaj sajt, ili je datoteka oštećena. Ništa nije poslato.
send-stopped = Zaustavljeno. Ovog puta ništa nije poslato. Zadržite datoteku.
send-failed = Ovaj pregledač nije mogao da pošalje datoteku. Ovog puta ništa nije poslato. Zadržite datoteku i pokušajte s drugim pregledačem.
send-offline = Ovaj uređaj nije povezan s mrežom. Ovog puta ništa nije poslato. Zadržite datoteku i pokušajte ponovo kasnije.
send-unavailable = Poštansko sanduče prijemnog mesta trenutno ne može da primi prijavu i nije potvrdilo da ju je sačuvalo. Zadržite datoteku i pokušajte ponovo za neko vreme.
send-unknown = Nije stigao jasan odgovor. Prijava je možda stigla, a možda i nije. Zadržite datoteku. Bezbedno je poslati je ponovo: ista prijava se računa jednom.
send-refused-faulty = Poštansko sanduče prijemnog mesta je odbilo prijavu: izgleda da je ova kopija stranice neispravna ili zastarela. Zadržite datoteku i pošaljite je sa sveže kopije ovog sajta.
send-refused-unknown-desk = Poštansko sanduče ne poznaje ovo prijemno mesto. Ne šaljite datoteku prijemnom mestu za koje nije napisana: nijedno drugo ne može da je otvori. Napišite novu prijavu, ili obavestite osobu koju je vaša misija zadužila za takve slučajeve.
send-refused-desk-paused = Ovo prijemno mesto za sada ne prima prijave. Zadržite datoteku i pošaljite je kasnije. Nijedno drugo prijemno mesto ne može da je otvori: da biste obavestili drugo, napišite novu prijavu.
send-refused-desk-closed = Ovo prijemno mesto je zatvoreno. Nijedno drugo prijemno mesto ne može da otvori datoteku: da biste obavestili drugo, napišite novu prijavu, ili obavestite osobu koju je vaša misija zadužila za takve slučajeve.
send-sent-file = Datoteka je još na vašem uređaju. Više vam nije potrebna.

## U tekstu
footnotes-label = Napomene
footnote-back = Nazad na tekst, napomena { $number }
table-label = Tabela
