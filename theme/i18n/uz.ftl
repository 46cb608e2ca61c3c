### Interfeys soʻzlari oʻzbek tilida. Har bir kalit har bir tilning faylida bor;
### `waymark check` yetishmayotganlarini aytadi.

## Tezkor havolalar va saytdan chiqish
skip-label = Tezkor havolalar
skip-main = Asosiy matnga oʻtish
skip-leave = Bu saytdan darhol chiqish
leave = Saytdan chiqish
leave-hint = “Saytdan chiqish” tugmasi yoki boshqa tugmalarsiz uch marta bosilgan Shift tugmasi darhol boshqa saytni ochadi. U brauzer tarixini ham, tarmoq yoki ish beruvchi boshqaradigan kompyuter saqlab qolgan narsalarni ham oʻchira olmaydi.
urgent-help = Shoshilinch yordam

## Navigatsiya
nav-main = Asosiy boʻlimlar
nav-menu = Menyu
nav-site = Barcha sahifalar
nav-breadcrumb = Siz shu yerdasiz
nav-pager = Oldingi va keyingi sahifa
pager-previous = Bundan oldingi
pager-next = Keyingi
toc-title = Shu sahifada
home = Bosh sahifa

## Tillar
language-label = Til:
language-fallback = hali tarjima qilinmagan
languages-title = Tilni tanlang
languages-lede = Quyidagi tilda oʻqish:
languages-invitation = Oʻzbekcha oʻqish

## Bu kimning soʻzi ekanini koʻrsatuvchi belgilar
callout-source = 2001-yilgi rahbariy tamoyillarda aytilgani
callout-later = Keyingi matnlarda aytilgani
callout-ours = Bizning maslahatimiz
callout-note = Izoh
callout-tip = Bilib qoʻygan yaxshi
callout-important = Muhim
callout-warning = Ehtiyot boʻling
callout-caution = Xavf

## Eʼlonlar
notice-fallback = Bu sahifa hali tarjima qilinmagan. Matn tili: { $language }.
notice-stale = Bu tarjima qilinganidan keyin sahifaning asl nusxasi oʻzgargan.
notice-stale-since = Bu sahifaning asl nusxasi oʻzgartirilgan sana: { $date }; bu tarjima undan eskiroq matn boʻyicha qilingan.
notice-stale-link = Yangiroq matnni oʻqish ({ $language })
notice-unchecked = Bu tarjimani ona tili oʻzbek tili boʻlgan odam tekshirmagan.
notice-draft = Bu sahifa qoralama. U eʼlon qilinmagan.
notice-scheduled = Bu sahifa quyidagi sanagacha eʼlon qilinmaydi: { $date }
notice-restates = Bu sayt 2001-yilgi rahbariy tamoyillarni oʻz soʻzlari bilan bayon qiladi; hal qiluvchi matn — rasmiy inglizcha matn.
notice-not-site =
    Bu { $organisation ->
        [OSCE] YXHT
       *[other] { $organisation }
    } sayti emas.
notice-preview = Bu — oʻzgarishning oldindan koʻrinishi, eʼlon qilingan sayt emas. Bu yerdan hech narsa yuborib boʻlmaydi.

## Sahifalarni tekshirish
reading-minutes = Oʻqish vaqti: { $minutes } daqiqa
references-restated = Shu sahifada bayon qilingan rahbariy tamoyillar qoidalari:
review-owner = Sahifa uchun javobgar: { $owner }.
review-date = Oxirgi tekshirilgan sana: { $date }
text-changed = Matn oxirgi marta oʻzgartirilgan sana: { $date }
review-next = Keyingi tekshiruv muddati: { $date }

## Oʻquvchilar guruhlari va oʻzgarishlar
audience-label = Eng avvalo quyidagilar uchun:
audience-everybody = Bu sahifalar eng avvalo shu guruh uchun. Barcha sahifalarni har kim oʻqiy oladi.
audience-others = Boshqa guruhlar:
changes-title = Nima oʻzgardi
changes-description = Muharrirlar bu sahifalardagi oʻzgarishlar haqida nima deydi; eng yangilari birinchi.
changes-feed = Shu roʻyxatning oʻzi lenta koʻrinishida (Atom)
edit-link = Bu sahifani yaxshilash
edit-public = U yerda yozilgan narsani hamma koʻradi: hech qachon biror aniq voqea haqida yozmang.

## Glossariy va alifbo roʻyxati
letters-label = Harfga oʻtish
glossary-also = Shuningdek: { $words }
a-z-title = Alifbo tartibida
a-z-description = Bu saytning barcha sahifalari va barcha atamalari alifbo tartibida.
a-z-link = Alifbo tartibida
a-z-term = atama

## Chop etiladigan varaqlar
sheet-print = Shu varaqni chop etish

## Joylar
places-empty = Bu joy uchun hali toʻldirilmagan.
places-desk = Qabulxona
places-languages = Qaysi tillarda oʻqiladi
places-reading-days = Xabarlar oʻqiladigan kunlar
places-emergency = Mahalliy favqulodda yordam raqami
places-authority = Vakolatli idora
places-procedure = Kelishilgan tartib
places-owner = Kim javobgar
places-verified = Oxirgi tekshirilgan sana
places-review-by = Keyingi tekshiruv muddati

## Qogʻozdagi kartochka va plakatlar
card-how = A4 varagʻining bir tomoniga 100 % masshtabda chop eting. Varaqni matni tashqariga qaratib ikkiga, keyin yana ikkiga buklang: favqulodda yordam raqami va kvadrat old tomonda boʻlsin.
card-poster-how = A4 qogʻoziga 100 % masshtabda chop eting.
card-address = Batafsil shu manzilda
card-traces = Telefon unda qaysi sahifalar ochilganini eslab qoladi.
card-person = Missiyangiz tayinlagan xodim

## Qidiruv
search-title = Qidiruv
search-description = Butun sayt boʻyicha qidiruv. Terganlaringiz shu qurilmada qoladi.
search-label = Shu saytdan qidirish
search-button = Qidirish
search-a-z = Qidiruv: alifbo tartibida
search-no-script = Qidiruv uchun JavaScript kerak, u esa bu brauzerda oʻchirilgan. Alifbo roʻyxatida barcha sahifalar va barcha atamalar bor.
search-query-empty = Boshlash uchun soʻz tering.
search-count = Topilgan sahifalar: { $n }
search-none = “{ $query }” boʻyicha hech narsa topilmadi.
search-none-hint = Kamroq soʻz yoki boshqa soʻzlar yozib koʻring yoxud alifbo roʻyxatiga qarang.
search-loading = Qidirilmoqda…
search-failed = Qidiruvni yuklab boʻlmadi. Alifbo roʻyxatida barcha sahifalar bor.
search-results = Qidiruv natijalari
search-more = Yana natijalarni koʻrsatish
search-all = “{ $query }” boʻyicha barcha natijalar
search-meant = “{ $query }” boʻyicha natijalar
search-literal = “{ $query }” soʻzini aynan yozilganidek qidirish
search-unquoted = Qoʻshtirnoqsiz qidirish
search-again = Qayta urinish
search-key = / tugmasi qidiruv maydoniga olib boradi. Uni oʻchirsangiz, bu qurilma buni eslab qoladi.

## Manzil topilmadi
not-found-title = Bu yerda sahifa yoʻq
not-found-text = Manzil eski yoki xato terilgan boʻlishi mumkin. Oʻz tilingizda qaytadan boshlang:
moved-title = Bu sahifa koʻchirildi
moved-text = Endi u shu yerda:

## Xabar shakli
report-no-desk = Bu sayt xabar qabul qilmaydi. Missiyangiz shu ish uchun tayinlagan shaxsga ayting.
report-no-script = Shakl koʻrsatilmayapti, chunki yozganlaringizni shu qurilmada shifrlash uchun unga JavaScript kerak, u esa bu brauzerda oʻchirilgan yoki bloklangan. Shu holatda bu sahifadan hech narsa yuborib boʻlmaydi. JavaScriptni yoqishingiz, boshqa qurilmadan foydalanishingiz yoki missiyangiz shu ish uchun tayinlagan shaxsga aytishingiz mumkin.
report-write-title = Sizning xabaringiz
report-errors = Eʼtibor bering
report-answer-yes = Ha
report-answer-no = Yoʻq
report-answer-unknown = Bilmayman
report-danger = Hozir kimdir xavf ostidami?
report-urgent-title = Bu shaklga vaqt yoʻqotmang
report-urgent-text = Hoziroq mahalliy favqulodda yordam xizmatiga qoʻngʻiroq qiling yoki yoningizdagi biror kishidan qoʻngʻiroq qilishni soʻrang. Xabarni hech kim darhol oʻqimaydi va uni yuborish hech kimni ogohlantirmaydi. Keyin ham yozishingiz mumkin.
report-place = Bu qaysi joyga tegishli?
report-place-hint = Missiya yoki ofis. Javob bermasangiz ham boʻladi.
report-place-none = Aytmaganim maʼqul
report-desk = Buni kim oʻqigani maʼqul?
report-desk-hint = Xabaringizni faqat siz tanlagan qabulxona ocha oladi. Agar u bir qabulxonadagi biror kishiga tegishli boʻlsa, boshqasini tanlang.
report-desk-one = Xabaringiz boradigan joy: { $name }
report-desk-chosen = Qayerga boradi
desk-demo = Namoyish qabulxonasi
report-desk-demo = Sinab koʻrish uchun namoyish qabulxonasi. Haqiqiy narsa yozmang.
report-desk-languages = Bu yerda oʻqiladigan tillar: { $languages }
report-desk-opened = Bu qabulxonada xabarlar oxirgi marta ochilgan sana: { $date }
report-desk-never = Bu qabulxona xabarlarini oxirgi marta qachon ochganini aytmagan.
report-desk-quiet = Bu qabulxonada hozir kimdir xabarlarni oʻqiyaptimi-yoʻqmi, bilmaymiz.
report-questions-title = Nimalarni bilasiz
report-questions-text = Hech bir savolga javob berish majburiy emas. Koʻrgan va eshitganlaringizni oʻylaganlaringizdan alohida yozing. Toʻliq ishonchingiz boʻlishi shart emas.
report-about = Bu nima haqida?
report-about-noticed = Men payqagan bir narsa
report-about-colleague = Hamkasb yoki tayinlangan shaxs haqida
report-about-myself = Bu mening boshimdan oʻtyapti
report-what = Nimani koʻrdingiz yoki eshitdingiz?
report-what-hint = Oʻz soʻzlaringiz bilan va istagan tartibda ayting.
report-where = Qayerda?
report-where-hint = Qanchalik aniq aytishga jurʼat etsangiz, shunchalik. Faqat siz boradigan joy buni siz yozganingizni bildirib qoʻyishi mumkin.
report-when = Qachon?
report-when-hint = Kun, yil fasli, “har oqshom” — nimani bilsangiz, shuni yozing.
report-who = Bu kimga tegishli?
report-who-hint = Yordamga muhtoj boʻlishi mumkin boʻlgan odamlar va javobgar boʻlishi mumkin boʻlgan odamlar. Oʻz ismingizni bilishlarini xohlamasangiz, uni yozmang.
report-children = Bu 18 yoshga toʻlmagan biror kishiga tegishlimi?
report-children-hint = Ayta olmasangiz, shunday deb yozing.
report-how = Buni qayerdan bilasiz?
report-how-hint = Koʻrdingizmi, eshitdingizmi yoki birov aytib berdimi? Agar buni juda kam odam bilishi mumkin boʻlsa, bu siz yozganingizni bildirib qoʻyishi mumkin.
report-wishes = Soʻz yuritilayotgan odamning oʻzi nimani xohlaydi?
report-wishes-hint = Agar bilsangiz. Uning uchun nima xavfsiz boʻlardi, nima xavfli?
report-room = Qolgan joy, bayt: { $n }
report-room-over = Juda uzun. Ortiqcha baytlar: { $n }. Iltimos, javoblardan birini qisqartiring.
report-room-hint = Har bir xabar ketishidan oldin bir xil hajmgacha toʻldiriladi, shuning uchun barcha javoblar uchun umumiy, baytlarda hisoblanadigan chegara bor. Oddiy lotin harfi bir bayt, belgili lotin harfi, yunon yoki kirill harfi ikki bayt, boshqa yozuvlarning koʻpchiligida belgi uch bayt, emoji toʻrt yoki undan koʻp bayt oladi.
report-continue = Yuborishdan oldin tekshirish
report-continue-hint = Hozircha bu qurilmadan hech narsa ketgani yoʻq va hech narsa saqlanmagan: sahifani yopsangiz, yozganlaringiz yoʻqoladi.
report-error-desk = Xabaringizni kim oʻqigani maʼqulligini tanlang.
report-error-empty = Hali hech narsa yozilmagan. Kamida bitta savolga javob bering.
report-check-title = Yuborishdan oldin tekshiring
report-found-title = Bu siz yozganingizni bildirib qoʻyishi mumkinmi?
report-found-phone = Telefon raqamiga oʻxshaydi, “{ $question }” savolining javobida:
report-found-email = Elektron pochta manziliga oʻxshaydi, “{ $question }” savolining javobida:
report-found-text = Agar bu sizniki boʻlsa yoki uni ozgina odam bilsa, buni kim yozgani shundan bilinishi mumkin. U qabulxonaga kerak boʻlsa, qoldiring: oʻzingiz hal qilasiz.
report-found-nothing = Yozganlaringizdan telefon raqami ham, elektron pochta manzili ham topmadik.
report-found-limits = Bu tekshiruv boshqa hech narsani qidirmaydi va u faqat shu qurilmada bajarildi. Ismlar, joylar, vaqt, yozish uslubingiz va ozgina odam biladigan tafsilotlar ham siz yozganingizni bildirib qoʻyishi mumkin. Matnni ofisingizdagi boshqa bir odam koʻzi bilan yana bir marta oʻqib chiqing.
report-summary-title = Yozganlaringiz
report-sends-also = Shifrlangan xabarda sizning soʻzlaringizdan tashqari bu sayt va qabulxonaning nomi, shu sahifaning tili va tasodifiy son boʻladi. Unda sizning ismingiz ham, manzilingiz ham, vaqt ham yoʻq. Tashqarisida u yuborilgan kun koʻrinadi.
report-change = Oʻzgartirish
report-send-title = Yuborish yoki keyinga saqlash
report-send-text = Faqat qabulxona ocha olishi uchun yozganlaringiz avval shu qurilmada shifrlanadi. Shunda ham ish beruvchi yoki tarmoq bu qurilmadan nimadir yuborilganini va qachon yuborilganini koʻrishi mumkin.
report-send = Hozir yuborish
report-save = Keyin yuborish uchun saqlash
report-no-relay = Shaklning bu nusxasi qaysi manzilga yuborishni bilmaydi. Xabarni saqlang va uni keyin saytning oʻzidan yuboring.
report-working = Shifrlash va yuborish
report-cancel = Toʻxtatish
report-stage-stamp = Yozganlaringiz shifrlanmoqda va suiisteʼmoldan himoya qiluvchi belgi yasalmoqda. Sekin qurilmada bu bir daqiqacha vaqt olishi mumkin.
report-stage-send = Yuborilmoqda…
report-stopped = Toʻxtatildi. Bu safar hech narsa yuborilmadi, yozganlaringiz hali shu yerda.
report-failed = Bu brauzer xabarni shifrlay olmadi yoki saqlay olmadi. Bu safar hech narsa yuborilmadi, yozganlaringiz hali shu yerda. Boshqa brauzerda urinib koʻring yoki missiyangiz shu ish uchun tayinlagan shaxsga ayting.
report-offline = Bu qurilma tarmoqqa ulanmagan. Bu safar hech narsa yuborilmadi, yozganlaringiz hali shu yerda. Keyinroq urinib koʻring yoki xabarni saqlang.
report-unavailable = Qabulxonaning pochta qutisi hozir xabarni qabul qila olmaydi va uni saqlab qolganini tasdiqlamadi. Yozganlaringiz hali shu yerda: birozdan keyin yana urinib koʻring yoki keyin yuborish uchun xabarni saqlang.
report-unknown = Aniq javob kelmadi. Xabar yetib borgan ham, bormagan ham boʻlishi mumkin. Yozganlaringiz hali shu yerda. Uni qayta yuborish xavfsiz: bir xabar faqat bir marta hisoblanadi. Keyin yuborish uchun saqlab qoʻyish ham mumkin.
report-refused-faulty = Qabulxonaning pochta qutisi xabarni rad etdi: shaklning bu nusxasi buzilgan yoki eskirganga oʻxshaydi. Yozganlaringiz hali shu yerda. Xabarni saqlang va uni bu saytning yangi nusxasidan yuboring.
report-refused-unknown-desk = Pochta qutisi bunday qabulxonani bilmaydi. Yozganlaringiz hali shu yerda. Boshqa qabulxonani tanlang yoki xabarni saqlang.
report-refused-desk-paused = Bu qabulxona hozircha xabar qabul qilmaydi. Yozganlaringiz hali shu yerda. Boshqa qabulxonani tanlang yoki keyin yuborish uchun xabarni saqlang.
report-refused-desk-closed = Bu qabulxona yopilgan. Yozganlaringiz hali shu yerda. Boshqa qabulxonani tanlang yoki missiyangiz shu ish uchun tayinlagan shaxsga ayting.
report-sent-title = Xabaringiz qabulxonaning pochta qutisida
report-sent-queued = U yerda shifrlangan holda saqlanmoqda. Uni faqat qabulxona ocha oladi.
report-sent-nobody = Uni hali hech kim oʻqigani yoʻq va uni yuborish hech kimni ogohlantirgani yoʻq. Uni qachon oʻqishlarini ayta olmaymiz. Agar kimdir xavf ostida boʻlsa, mahalliy favqulodda yordam xizmatiga qoʻngʻiroq qiling.
report-sent-no-answer = Bu sayt orqali javob kelmaydi.
report-sent-cleared = Terganlaringiz bu sahifadan oʻchirildi.
report-sent-traces = Bu brauzer tarixida shu sahifa hali koʻrinib turishi mumkin, tarmoq esa nimadir yuborilganini koʻrgan boʻlishi mumkin.
report-saved-title = Brauzerga faylni saqlash buyurildi
report-saved-name = Fayl nomi:
report-saved-look = U bor-yoʻqligini qarang, odatda u yuklab olinganlar jildida boʻladi. Yoʻq boʻlsa, orqaga qayting va yana saqlang.
report-saved-locked = U shifrlangan: uni faqat qabulxona ocha oladi. Endi uni siz ham ocha olmaysiz.
report-saved-not-sent = Hech narsa yuborilmadi.
report-saved-later = Uni yuborish uchun bu saytdagi “Saqlangan xabarni yuborish” sahifasini (inglizcha: “Send a saved report”) shu yoki boshqa qurilmada oching va oʻsha qabulxonani tanlang.
report-saved-trace = Fayldan nimadir saqlangani va qachon saqlangani koʻrinadi. Shaklni tozalamaguningizcha, yozganlaringiz shu yerda turadi.
report-clear = Fayl menda: shaklni tozalash
report-back = Orqaga qaytish

practice-no-script = Mashq uchun shaklga JavaScript kerak, u esa bu brauzerda oʻchirilgan yoki bloklangan.
practice-banner = Bu — mashq. Bu yerda terganlaringiz shifrlanmaydi, saqlanmaydi va yuborilmaydi.
practice-desk = Mashq qabulxonasi (oʻylab topilgan)
practice-desk-hint = Haqiqiy shaklda xabaringizni kim oʻqishi shu yerda koʻrsatiladi, qabulxonalar bir nechta boʻlsa, boshqasini tanlash mumkin.
practice-send-text = Haqiqiy shaklda yozganlaringiz endi shu qurilmada shifrlangan boʻlar edi. Bu yerda hech narsa boʻlmaydi: tugmalar faqat keyin nima boʻlishini koʻrsatadi.
practice-stage-stamp = Mashq: haqiqiy shakl endi yozganlaringizni shifrlab, belgi yasagan boʻlar edi.
practice-stage-send = Mashq: haqiqiy shakl endi shifrlangan xabarni yuborgan boʻlar edi.
practice-sent-title = Mashq tugadi: hech narsa yuborilmadi
practice-sent-text = Haqiqiy shakl endi xabaringiz qabulxonaning pochta qutisida ekanini va uni hali hech kim oʻqimaganini aytgan boʻlar edi. Terganlaringiz oʻchirildi.
practice-saved-title = Mashq tugadi: hech narsa saqlanmadi
practice-saved-text = Haqiqiy shakl endi brauzerga keyin yuboriladigan shifrlangan faylni saqlashni buyurgan boʻlar edi.
practice-again = Tozalab, qaytadan boshlash

send-no-script = Saqlangan xabarni yuborish uchun JavaScript kerak, u esa bu brauzerda oʻchirilgan yoki bloklangan. Faylni oʻchirmang, boshqa brauzerda yoki boshqa qurilmada urinib koʻring.
send-title = Faylni yuborish
send-file = Saqlangan xabar
send-file-hint = Nomini oʻzgartirmagan boʻlsangiz, u “note-” bilan boshlanadi.
send-desk-hint = Xabarni yozganingizda tanlagan qabulxonani tanlang. Boshqa qabulxona uni ocha olmaydi.
send-now = Hozir yuborish
send-another = Boshqa faylni yuborish
send-no-relay = Saytning bu nusxasi qaysi manzilga yuborishni bilmaydi. Bu sahifani tarmoqqa ulangan holda saytning oʻzida oching. Hech narsa yuborilmadi.
send-error-no-file = Oʻzingiz saqlagan faylni tanlang.
send-error-not-a-report = Bu shu sayt saqlagan xabar emas yoki fayl shikastlangan. Hech narsa yuborilmadi.
send-stopped = Toʻxtatildi. Bu safar hech narsa yuborilmadi. Faylni oʻchirmang.
send-failed = Bu brauzer faylni yubora olmadi. Bu safar hech narsa yuborilmadi. Faylni oʻchirmang va boshqa brauzerda urinib koʻring.
send-offline = Bu qurilma tarmoqqa ulanmagan. Bu safar hech narsa yuborilmadi. Faylni oʻchirmang va keyinroq urinib koʻring.
send-unavailable = Qabulxonaning pochta qutisi hozir xabarni qabul qila olmaydi va uni saqlab qolganini tasdiqlamadi. Faylni oʻchirmang va birozdan keyin yana urinib koʻring.
send-unknown = Aniq javob kelmadi. Xabar yetib borgan ham, bormagan ham boʻlishi mumkin. Faylni oʻchirmang. Uni qayta yuborish xavfsiz: bir xabar faqat bir marta hisoblanadi.
send-refused-faulty = Qabulxonaning pochta qutisi xabarni rad etdi: sahifaning bu nusxasi buzilgan yoki eskirganga oʻxshaydi. Faylni oʻchirmang va uni bu saytning yangi nusxasidan yuboring.
send-refused-unknown-desk = Pochta qutisi bunday qabulxonani bilmaydi. Faylni u moʻljallanmagan qabulxonaga yubormang: boshqa birorta qabulxona uni ocha olmaydi. Yangi xabar yozing yoki missiyangiz shu ish uchun tayinlagan shaxsga ayting.
send-refused-desk-paused = Bu qabulxona hozircha xabar qabul qilmaydi. Faylni oʻchirmang va uni keyin yuboring. Boshqa birorta qabulxona uni ocha olmaydi: boshqasiga xabar berish uchun yangi xabar yozing.
send-refused-desk-closed = Bu qabulxona yopilgan. Boshqa birorta qabulxona bu faylni ocha olmaydi: boshqasiga xabar berish uchun yangi xabar yozing yoki missiyangiz shu ish uchun tayinlagan shaxsga ayting.
send-sent-file = Fayl hali qurilmangizda turibdi. U endi sizga kerak emas.

## Matn ichida
footnotes-label = Izohlar
footnote-back = Matnga qaytish, { $number }-izoh
table-label = Jadval
