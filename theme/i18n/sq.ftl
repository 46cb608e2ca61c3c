### Çfarë thotë ndërfaqja, në shqip. Çdo çelës gjendet në skedarin e çdo gjuhe;
### `waymark check` i tregon ata që mungojnë.

## Lidhje të shpejta dhe largimi
skip-label = Lidhje të shpejta
skip-main = Shkoni te teksti kryesor
skip-leave = Largohuni menjëherë nga ky uebsajt
leave = Largohuni nga uebsajti
leave-hint = Butoni i largimit, ose tasti Shift, i shtypur tri herë radhazi pa asnjë tast tjetër, ju çon menjëherë në një uebsajt tjetër. Ai nuk mund të fshijë historikun e shfletuesit, as atë që kanë ruajtur rrjeti ose një kompjuter që e administron punëdhënësi.
urgent-help = Ndihmë urgjente

## Lëvizja nëpër uebsajt
nav-main = Pjesët kryesore
nav-menu = Menyja
nav-site = Të gjitha faqet
nav-breadcrumb = Jeni këtu
nav-pager = Faqja e mëparshme dhe faqja tjetër
pager-previous = Para kësaj
pager-next = Më tej
toc-title = Në këtë faqe
home = Kreu

## Gjuhët
language-label = Gjuha:
language-fallback = ende e papërkthyer
languages-title = Zgjidhni një gjuhë
languages-lede = Lexojeni këtë udhëzues në gjuhën:
languages-invitation = Lexojeni në shqip

## Të kujt janë fjalët, dhe kutitë
callout-source = Çfarë thonë udhëzimet e vitit 2001
callout-later = Çfarë thonë tekste më të vona
callout-ours = Këshilla jonë
callout-note = Shënim
callout-tip = Është mirë ta dini
callout-important = E rëndësishme
callout-warning = Kujdes
callout-caution = Rrezik

## Njoftime
notice-fallback = Kjo faqe nuk është përkthyer ende. Gjuha e tekstit: { $language }.
notice-stale = Origjinali i kësaj faqeje ka ndryshuar që kur është përkthyer.
notice-stale-since = Origjinali i kësaj faqeje u ndryshua më { $date }; ky përkthim ndjek një tekst më të vjetër.
notice-stale-link = Lexoni tekstin më të ri ({ $language })
notice-unchecked = Këtë përkthim nuk e ka kontrolluar asnjë folës amtar.
notice-draft = Kjo faqe është një draft. Nuk është e botuar.
notice-scheduled = Kjo faqe nuk botohet para kësaj date: { $date }
notice-restates = Ky uebsajt i jep udhëzimet e vitit 2001 me fjalët e veta; vendimtar është teksti zyrtar në anglisht.
notice-not-site =
    Ky nuk është uebsajt i { $organisation ->
        [OSCE] OSBE-së
       *[other] { $organisation }
    }.
notice-preview = Kjo është pamja paraprake e një ndryshimi, jo uebsajti i publikuar. Nga këtu nuk mund të dërgohet asgjë.

## Rishikimi i faqeve
reading-minutes =
    { $minutes ->
        [one] { $minutes } minutë lexim
       *[other] { $minutes } minuta lexim
    }
references-restated = Pika të udhëzimeve që jepen në këtë faqe:
review-owner = Për këtë faqe përgjigjet: { $owner }.
review-date = Rishikuar për herë të fundit: { $date }
text-changed = Teksti u ndryshua për herë të fundit më { $date }
review-next = Duhet rishikuar përsëri deri më: { $date }

## Grupet e lexuesve dhe ndryshimet
audience-label = Mbi të gjitha për:
audience-everybody = Këto faqe janë mbi të gjitha për këtë grup. Kushdo mund t’i lexojë të gjitha faqet.
audience-others = Grupe të tjera:
changes-title = Çfarë ka ndryshuar
changes-description = Çfarë thotë redaksia për ndryshimet në këto faqe, më të rejat së pari.
changes-feed = E njëjta listë si burim lajmesh (Atom)
edit-link = Përmirësojeni këtë faqe
edit-public = Çfarë shkruhet atje është publike: mos shkruani kurrë për një rast.

## Fjalorthi dhe lista nga A te Zh
letters-label = Shkoni te një shkronjë
glossary-also = Edhe: { $words }
a-z-title = Nga A te Zh
a-z-description = Të gjitha faqet dhe të gjithë termat e këtij uebsajti, sipas alfabetit.
a-z-link = Nga A te Zh
a-z-term = term

## Fletë për printim
sheet-print = Printoni këtë fletë

## Vendet
places-empty = Ende e paplotësuar për këtë vend.
places-desk = Sporteli
places-languages = Gjuhët në të cilat lexohet
places-reading-days = Ditët kur lexohen mesazhet
places-emergency = Numri vendor i emergjencës
places-authority = Autoriteti
places-procedure = Procedura e rënë dakord
places-owner = Kush përgjigjet
places-verified = Verifikuar për herë të fundit
places-review-by = Duhet verifikuar përsëri deri më

## Karta dhe afishe, në letër
card-how = Shtypeni në njërën anë të një flete A4, në 100 %. Paloseni fletën përgjysmë me shtypin nga jashtë, pastaj edhe një herë përgjysmë, që numri i emergjencës dhe katrori të mbeten përpara.
card-poster-how = Shtypeni në letër A4, në 100 %.
card-address = Më shumë në këtë adresë
card-traces = Telefoni i mban mend faqet që ka hapur.
card-person = Personi i caktuar nga misioni juaj

## Kërkimi
search-title = Kërkim
search-description = Kërkoni në gjithë uebsajtin. Ajo që shkruani mbetet në këtë pajisje.
search-label = Kërkoni në këtë uebsajt
search-button = Kërko
search-a-z = Kërkim: nga A te Zh
search-no-script = Për kërkimin duhet JavaScript, i cili është i çaktivizuar në këtë shfletues. Lista nga A te Zh i ka të gjitha faqet dhe të gjithë termat.
search-query-empty = Shkruani një fjalë për të filluar.
search-count = Faqe të gjetura: { $n }
search-none = Nuk u gjet asgjë për „{ $query }“.
search-none-hint = Provoni me më pak fjalë ose me fjalë të tjera, ose shikoni në listën nga A te Zh.
search-loading = Po kërkohet…
search-failed = Kërkimi nuk mundi të ngarkohej. Lista nga A te Zh i ka të gjitha faqet.
search-results = Rezultatet e kërkimit
search-more = Shfaq më shumë rezultate
search-all = Të gjitha rezultatet për „{ $query }“
search-meant = Rezultatet për „{ $query }“
search-literal = Kërko „{ $query }“ pikërisht siç është shkruar
search-unquoted = Kërko pa thonjëza
search-again = Provoni përsëri
search-key = Tasti / të çon te fusha e kërkimit. Nëse e çaktivizoni, kjo pajisje e mban mend.

## Adresa nuk u gjet
not-found-title = Këtu nuk ka asnjë faqe
not-found-text = Adresa mund të jetë e vjetër ose e shkruar gabim. Filloni përsëri në gjuhën tuaj:
moved-title = Kjo faqe është zhvendosur
moved-text = Tani gjendet këtu:

## Formulari i raportimit
report-no-desk = Ky uebsajt nuk pranon raportime. Njoftoni personin që ka caktuar misioni juaj.
report-no-script = Formulari i raportimit nuk shfaqet, sepse i duhet JavaScript për t’i enkriptuar fjalët tuaja në këtë pajisje, dhe JavaScript është i çaktivizuar ose i bllokuar në këtë shfletues. Kështu siç është, nga kjo faqe nuk mund të dërgohet asgjë. Mund ta aktivizoni JavaScript, të përdorni një pajisje tjetër ose të njoftoni personin që ka caktuar misioni juaj.
report-write-title = Raportimi juaj
report-errors = Kjo kërkon vëmendjen tuaj
report-answer-yes = Po
report-answer-no = Jo
report-answer-unknown = Nuk e di
report-danger = A është dikush tani në rrezik?
report-urgent-title = Mos humbni kohë me këtë formular
report-urgent-text = Telefononi tani shërbimin vendor të emergjencës, ose kërkojini dikujt pranë jush të telefonojë. Askush nuk e lexon raportimin menjëherë, dhe dërgimi i tij nuk alarmon askënd. Mund ta shkruani edhe më pas.
report-place = Me cilin vend ka lidhje?
report-place-hint = Misioni ose zyra. Mund ta lini pa përgjigje.
report-place-none = Preferoj të mos e them
report-desk = Kush duhet ta lexojë?
report-desk-hint = Vetëm sporteli që zgjidhni ju mund ta hapë raportimin tuaj. Nëse bëhet fjalë për dikë në një sportel, zgjidhni një tjetër.
report-desk-one = Raportimi juaj shkon te: { $name }
report-desk-chosen = Shkon te
desk-demo = Sportel për demonstrim
report-desk-demo = Sportel për demonstrim, për ta provuar. Mos shkruani asgjë të vërtetë.
report-desk-languages = Gjuhët në të cilat lexohet këtu: { $languages }
report-desk-opened = Ky sportel i ka hapur mesazhet për herë të fundit më: { $date }
report-desk-never = Ky sportel nuk ka thënë kur i ka hapur mesazhet për herë të fundit.
report-desk-quiet = Nuk e dimë nëse dikush po lexon tani në këtë sportel.
report-questions-title = Çfarë dini
report-questions-text = Asnjë pyetje nuk është e detyrueshme. Ndani atë që keni parë ose dëgjuar nga ajo që mendoni. Nuk është e nevojshme të keni siguri të plotë.
report-about = Për çfarë bëhet fjalë?
report-about-noticed = Për diçka që kam vënë re
report-about-colleague = Për një koleg, ose për personin e caktuar
report-about-myself = Kjo po më ndodh mua
report-what = Çfarë keni parë ose dëgjuar?
report-what-hint = Tregojeni me fjalët tuaja dhe në çfarëdo radhe.
report-where = Ku?
report-where-hint = Aq saktë sa guxoni. Një vend ku shkoni vetëm ju mund të çojë te ju.
report-when = Kur?
report-when-hint = Një ditë, një stinë, „çdo mbrëmje“: çfarëdo që dini.
report-who = Për kë bëhet fjalë?
report-who-hint = Njerëz që mund të kenë nevojë për ndihmë dhe njerëz që mund të jenë përgjegjës. Mos e shkruani emrin tuaj, përveçse nëse doni që të dihet.
report-children = A ka lidhje me dikë nën 18 vjeç?
report-children-hint = Nëse nuk mund ta dalloni, thojeni.
report-how = Si e dini?
report-how-hint = E keni parë, e keni dëgjuar, ose jua ka treguar dikush. Nëse këtë mund ta dinë shumë pak njerëz, kjo mund të çojë te ju.
report-wishes = Çfarë do vetë personi për të cilin bëhet fjalë?
report-wishes-hint = Nëse e dini. Çfarë do të ishte e sigurt për atë person, dhe çfarë jo?
report-room = Vend i mbetur, në bajtë: { $n }
report-room-over = Shumë gjatë. Bajtë tepër: { $n }. Ju lutemi, shkurtoni cilëndo përgjigje.
report-room-hint = Çdo raportim plotësohet deri në të njëjtën madhësi para se të niset, prandaj ka një kufi për të gjitha përgjigjet së bashku, i llogaritur në bajtë. Një shkronjë e thjeshtë latine zë një bajt, një shkronjë me shenjë (si ë ose ç), greke ose cirilike zë dy, shkronjat e shumicës së shkrimeve të tjera tre, një emoji katër ose më shumë.
report-continue = Kontrolloni para dërgimit
report-continue-hint = Deri tani asgjë nuk ka dalë nga kjo pajisje dhe asgjë nuk është ruajtur: nëse e mbyllni këtë faqe, ajo që keni shkruar humbet.
report-error-desk = Zgjidhni kush duhet ta lexojë raportimin tuaj.
report-error-empty = Ende nuk është shkruar asgjë. Përgjigjuni të paktën një pyetjeje.
report-check-title = Kontrolloni para se ta dërgoni
report-found-title = A mund të çojë kjo te ju?
report-found-phone = Duket si numër telefoni, te „{ $question }“:
report-found-email = Duket si adresë e-mail, te „{ $question }“:
report-found-text = Nëse është juaj, ose nëse e kanë vetëm pak njerëz, mund të tregojë kush e ka shkruar këtë. Lëreni, nëse i duhet sportelit: vendosni ju.
report-found-nothing = Në atë që keni shkruar nuk gjetëm asnjë numër telefoni dhe asnjë adresë e-mail.
report-found-limits = Ky kontroll nuk kërkon asgjë tjetër dhe është bërë vetëm në këtë pajisje. Edhe emrat, vendet, orët, mënyra juaj e të shkruarit dhe hollësitë që i dinë vetëm pak njerëz mund të çojnë te ju. Lexojeni një herë ashtu si do ta lexonte dikush nga zyra juaj.
report-summary-title = Çfarë keni shkruar
report-sends-also = Përveç fjalëve tuaja, raportimi i enkriptuar përmban emrin e këtij uebsajti dhe të sportelit, gjuhën e kësaj faqeje dhe një numër të rastësishëm. Ai nuk përmban as emrin, as adresën tuaj, as orën. Nga jashtë tregon ditën kur dërgohet.
report-change = Ndryshoni diçka
report-send-title = Dërgojeni, ose ruajeni për më vonë
report-send-text = Fjalët tuaja më parë enkriptohen në këtë pajisje, që t’i hapë vetëm sporteli. Megjithatë, punëdhënësi ose rrjeti mund të shohin se kjo pajisje ka dërguar diçka dhe kur.
report-send = Dërgojeni tani
report-save = Ruajeni për ta dërguar më vonë
report-no-relay = Kjo kopje e formularit nuk di asnjë adresë ku të dërgojë. Ruajeni raportimin dhe dërgojeni më vonë nga vetë uebsajti.
report-working = Po enkriptohet dhe po dërgohet
report-cancel = Ndaleni
report-stage-stamp = Po enkriptohen fjalët tuaja dhe po bëhet një shenjë kundër keqpërdorimit. Në një pajisje të ngadaltë kjo mund të zgjasë një minutë.
report-stage-send = Po dërgohet…
report-stopped = U ndal. Këtë herë nuk u dërgua asgjë, dhe fjalët tuaja janë ende këtu.
report-failed = Ky shfletues nuk mundi ta enkriptojë ose ta ruajë raportimin. Këtë herë nuk u dërgua asgjë, dhe fjalët tuaja janë ende këtu. Provoni me një shfletues tjetër, ose njoftoni personin që ka caktuar misioni juaj.
report-offline = Kjo pajisje nuk është e lidhur me rrjetin. Këtë herë nuk u dërgua asgjë, dhe fjalët tuaja janë ende këtu. Provoni përsëri më vonë, ose ruajeni raportimin.
report-unavailable = Kutia postare e sportelit nuk mund ta marrë tani raportimin dhe nuk ka konfirmuar se e ka ruajtur. Fjalët tuaja janë ende këtu: provoni përsëri pas pak kohe, ose ruajeni raportimin për ta dërguar më vonë.
report-unknown = Nuk erdhi përgjigje e qartë. Raportimi mund të ketë mbërritur ose jo. Fjalët tuaja janë ende këtu. Mund ta dërgoni përsëri pa rrezik: i njëjti raportim numërohet një herë. Mund edhe ta ruani për ta dërguar më vonë.
report-refused-faulty = Kutia postare e sportelit e refuzoi raportimin: kjo kopje e formularit duket e dëmtuar ose e vjetruar. Fjalët tuaja janë ende këtu. Ruajeni raportimin dhe dërgojeni nga një kopje e re e këtij uebsajti.
report-refused-unknown-desk = Kutia postare nuk e njeh këtë sportel. Fjalët tuaja janë ende këtu. Zgjidhni një sportel tjetër, ose ruajeni raportimin.
report-refused-desk-paused = Ky sportel nuk pranon raportime për momentin. Fjalët tuaja janë ende këtu. Zgjidhni një sportel tjetër, ose ruajeni raportimin për ta dërguar më vonë.
report-refused-desk-closed = Ky sportel është mbyllur. Fjalët tuaja janë ende këtu. Zgjidhni një sportel tjetër, ose njoftoni personin që ka caktuar misioni juaj.
report-sent-title = Raportimi juaj është në kutinë postare të sportelit
report-sent-queued = Ai ruhet atje, i enkriptuar. Vetëm sporteli mund ta hapë.
report-sent-nobody = Askush nuk e ka lexuar ende, dhe dërgimi i tij nuk ka alarmuar askënd. Nuk mund të themi kur do ta lexojë dikush. Nëse dikush është në rrezik, telefononi shërbimin vendor të emergjencës.
report-sent-no-answer = Përmes këtij uebsajti nuk kthehet asnjë përgjigje.
report-sent-cleared = Ajo që keni shkruar është fshirë nga kjo faqe.
report-sent-traces = Historiku i këtij shfletuesi mund ta tregojë ende faqen, dhe rrjeti mund të ketë parë se është dërguar diçka.
report-saved-title = Shfletuesit tuaj iu kërkua të ruajë një skedar
report-saved-name = Emri i skedarit:
report-saved-look = Shikoni nëse është aty, zakonisht te dosja e shkarkimeve. Nëse nuk është, kthehuni dhe ruajeni përsëri.
report-saved-locked = Ai është i enkriptuar: vetëm sporteli mund ta hapë. As ju nuk mund ta hapni më.
report-saved-not-sent = Nuk është dërguar asgjë.
report-saved-later = Për ta dërguar, hapni në këtë uebsajt faqen „Dërgoni një raportim të ruajtur“ (në anglisht: “Send a saved report”), në këtë pajisje ose në një tjetër, dhe zgjidhni të njëjtin sportel.
report-saved-trace = Skedari tregon se diçka është ruajtur dhe kur. Fjalët tuaja mbeten në këtë formular derisa ta zbrazni.
report-clear = E kam skedarin: zbrazeni formularin
report-back = Kthehuni

practice-no-script = Formularit për ushtrim i duhet JavaScript, i cili është i çaktivizuar ose i bllokuar në këtë shfletues.
practice-banner = Ushtrim. Asgjë që shkruani këtu nuk enkriptohet, nuk ruhet dhe nuk dërgohet.
practice-desk = Sportel për ushtrim (i sajuar)
practice-desk-hint = Në formularin e vërtetë shihni këtu kush e lexon raportimin tuaj, dhe mund të zgjidhni një sportel tjetër, nëse ka disa.
practice-send-text = Në formularin e vërtetë, fjalët tuaja tani do të enkriptoheshin në këtë pajisje. Këtu nuk ndodh asgjë: butonat vetëm tregojnë si vazhdon më tej.
practice-stage-stamp = Ushtrim: formulari i vërtetë tani do t’i enkriptonte fjalët tuaja dhe do të bënte një shenjë.
practice-stage-send = Ushtrim: formulari i vërtetë tani do ta dërgonte raportimin e enkriptuar.
practice-sent-title = Fundi i ushtrimit: nuk u dërgua asgjë
practice-sent-text = Formulari i vërtetë tani do të thoshte se raportimi juaj është në kutinë postare të sportelit dhe se askush nuk e ka lexuar ende. Ajo që keni shkruar është fshirë.
practice-saved-title = Fundi i ushtrimit: nuk u ruajt asgjë
practice-saved-text = Formulari i vërtetë tani do t’i kishte kërkuar shfletuesit tuaj të ruajë një skedar të enkriptuar, për t’u dërguar më vonë.
practice-again = Zbrazeni dhe filloni përsëri

send-no-script = Për të dërguar një raportim të ruajtur duhet JavaScript, i cili është i çaktivizuar ose i bllokuar në këtë shfletues. Mbajeni skedarin dhe provoni me një shfletues ose me një pajisje tjetër.
send-title = Dërgoni skedarin
send-file = Raportimi i ruajtur
send-file-hint = Emri i tij fillon me „note-“, përveçse nëse e keni ndryshuar.
send-desk-hint = Zgjidhni sportelin që zgjodhët kur e shkruat raportimin. Një sportel tjetër nuk mund ta hapë.
send-now = Dërgojeni tani
send-another = Dërgoni një skedar tjetër
send-no-relay = Kjo kopje e uebsajtit nuk di asnjë adresë ku të dërgojë. Hapeni këtë faqe në vetë uebsajtin, me lidhje në rrjet. Nuk u dërgua asgjë.
send-error-no-file = Zgjidhni skedarin që keni ruajtur.
send-error-not-a-report = Ky nuk është raportim i ruajtur nga ky uebsajt, ose skedari është i dëmtuar. Nuk u dërgua asgjë.
send-stopped = U ndal. Këtë herë nuk u dërgua asgjë. Mbajeni skedarin.
send-failed = Ky shfletues nuk mundi ta dërgojë skedarin. Këtë herë nuk u dërgua asgjë. Mbajeni skedarin dhe provoni me një shfletues tjetër.
send-offline = Kjo pajisje nuk është e lidhur me rrjetin. Këtë herë nuk u dërgua asgjë. Mbajeni skedarin dhe provoni përsëri më vonë.
send-unavailable = Kutia postare e sportelit nuk mund ta marrë tani raportimin dhe nuk ka konfirmuar se e ka ruajtur. Mbajeni skedarin dhe provoni përsëri pas pak kohe.
send-unknown = Nuk erdhi përgjigje e qartë. Raportimi mund të ketë mbërritur ose jo. Mbajeni skedarin. Mund ta dërgoni përsëri pa rrezik: i njëjti raportim numërohet një herë.
send-refused-faulty = Kutia postare e sportelit e refuzoi raportimin: kjo kopje e faqes duket e dëmtuar ose e vjetruar. Mbajeni skedarin dhe dërgojeni nga një kopje e re e këtij uebsajti.
send-refused-unknown-desk = Kutia postare nuk e njeh këtë sportel. Mos e dërgoni skedarin te një sportel për të cilin nuk është shkruar: asnjë sportel tjetër nuk mund ta hapë. Shkruani një raportim të ri, ose njoftoni personin që ka caktuar misioni juaj.
send-refused-desk-paused = Ky sportel nuk pranon raportime për momentin. Mbajeni skedarin dhe dërgojeni më vonë. Asnjë sportel tjetër nuk mund ta hapë: për të njoftuar një sportel tjetër, shkruani një raportim të ri.
send-refused-desk-closed = Ky sportel është mbyllur. Asnjë sportel tjetër nuk mund ta hapë skedarin: për të njoftuar një sportel tjetër, shkruani një raportim të ri, ose njoftoni personin që ka caktuar misioni juaj.
send-sent-file = Skedari është ende në pajisjen tuaj. Nuk ju duhet më.

## Në tekst
footnotes-label = Shënime
footnote-back = Kthehuni te teksti, shënimi { $number }
table-label = Tabelë
