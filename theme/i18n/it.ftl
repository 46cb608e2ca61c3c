### Ciò che dice l’interfaccia, in italiano. Ogni chiave sta nel file di ogni lingua;
### `waymark check` nomina quelle che mancano.

## Scorciatoie e uscita
skip-label = Scorciatoie
skip-main = Vai al testo principale
skip-leave = Esci subito da questo sito
leave = Esci da questo sito
leave-hint = Il pulsante di uscita, o il tasto Maiusc premuto da solo tre volte, ti porta subito su un altro sito. Non può cancellare la cronologia del browser, né ciò che hanno conservato la rete o un computer gestito da altri.
urgent-help = Aiuto urgente

## Navigazione
nav-main = Sezioni principali
nav-menu = Menu
nav-site = Tutte le pagine
nav-breadcrumb = Ti trovi qui
nav-pager = Pagina precedente e pagina successiva
pager-previous = Precedente
pager-next = Successiva
toc-title = In questa pagina
home = Pagina iniziale

## Lingue
language-label = Lingua:
language-fallback = non ancora tradotto
languages-title = Scegli una lingua
languages-lede = Leggi questa guida in:
languages-invitation = Leggi in italiano

## Segni che dicono di chi sono le parole, e riquadri
callout-source = Le linee guida del 2001 dicono
callout-later = Testi successivi dicono
callout-ours = Il nostro consiglio
callout-note = Nota
callout-tip = Buono a sapersi
callout-important = Importante
callout-warning = Attenzione
callout-caution = Pericolo

## Avvisi
notice-fallback = Questa pagina non è ancora tradotta. Stai leggendo il testo in un’altra lingua: { $language }.
notice-stale = L’originale di questa pagina è cambiato dopo la traduzione.
notice-stale-since = L’originale di questa pagina è stato modificato in data { $date }; questa traduzione segue un testo precedente.
notice-stale-link = Leggi il testo più recente ({ $language })
notice-unchecked = Questa traduzione non è stata controllata da una persona di madrelingua italiana.
notice-draft = Questa pagina è una bozza. Non è pubblicata.
notice-scheduled = Questa pagina non sarà pubblicata prima di questa data: { $date }.
notice-restates = Questo sito riformula con parole proprie le linee guida del 2001; fa fede il testo ufficiale inglese.
notice-not-site = Questo non è un sito dell’{ $organisation }.
notice-preview = Questa è l’anteprima di una modifica, non il sito pubblicato. Da qui non si può inviare nulla.

## Revisione
reading-minutes =
    { $minutes ->
        [one] { $minutes } minuto di lettura
       *[other] { $minutes } minuti di lettura
    }
references-restated = Enunciati delle linee guida riformulati in questa pagina:
review-owner = Pagina curata da { $owner }.
review-date = Ultima revisione: { $date }.
text-changed = Ultima modifica del testo: { $date }.
review-next = Prossima revisione entro: { $date }.

## Gruppi di lettori e modifiche
audience-label = Soprattutto per:
audience-everybody = Queste pagine sono soprattutto per questo gruppo. Chiunque può leggere tutte le pagine.
audience-others = Altri gruppi:
changes-title = Che cosa è cambiato
changes-description = Che cosa dice la redazione delle modifiche a queste pagine, a partire dalla più recente.
changes-feed = Lo stesso elenco come feed (Atom)
edit-link = Migliora questa pagina
edit-public = Quello che si scrive lì è pubblico: non scrivere mai di un caso.

## Glossario e A–Z
letters-label = Vai a una lettera
glossary-also = Anche: { $words }
a-z-title = Dalla A alla Z
a-z-description = Tutte le pagine e tutti i termini di questo sito, in ordine alfabetico.
a-z-link = Dalla A alla Z
a-z-term = termine

## Schede
sheet-print = Stampa questa scheda

## Luoghi
places-empty = Non ancora compilato per questo luogo.
places-desk = Sportello
places-languages = Lingue lette
places-reading-days = Giorni in cui si leggono i messaggi
places-emergency = Numero di emergenza locale
places-authority = Autorità
places-procedure = Procedura concordata
places-owner = A cura di
places-verified = Ultima verifica
places-review-by = Da ricontrollare entro

## Tessere e manifesti, su carta
card-how = Stampa su un solo lato di un foglio A4, al 100 %. Piega il foglio a metà con la stampa all’esterno, poi ancora a metà, in modo che il numero di emergenza e il quadrato restino davanti.
card-poster-how = Stampa su carta A4, al 100 %.
card-address = Per saperne di più
card-traces = Un telefono ricorda le pagine che ha aperto.
card-person = Persona designata dalla tua missione

## Ricerca
search-title = Cerca
search-description = Cerca in tutto il sito. Ciò che scrivi resta su questo dispositivo.
search-label = Cerca in questo sito
search-button = Cerca
search-a-z = Cerca: dalla A alla Z
search-no-script = Per cercare serve JavaScript, che in questo browser è disattivato. L’elenco dalla A alla Z contiene tutte le pagine e tutti i termini.
search-query-empty = Scrivi una parola per cominciare.
search-count = Pagine trovate: { $n }
search-none = Nessun risultato per «{ $query }».
search-none-hint = Prova con meno parole o con parole diverse, oppure guarda nell’elenco dalla A alla Z.
search-loading = Ricerca in corso…
search-failed = Non è stato possibile caricare la ricerca. L’elenco dalla A alla Z contiene tutte le pagine.
search-results = Risultati della ricerca
search-more = Mostra altri risultati
search-all = Tutti i risultati per «{ $query }»
search-meant = Risultati per «{ $query }»
search-literal = Cerca «{ $query }» così com’è scritto
search-unquoted = Cerca senza virgolette
search-again = Riprova
search-key = Il tasto / porta al campo di ricerca. Se lo disattivi, questo dispositivo se ne ricorda.

## Indirizzo non trovato
not-found-title = Qui non c’è nessuna pagina
not-found-text = L’indirizzo potrebbe essere vecchio o scritto male. Ricomincia nella tua lingua:
moved-title = Questa pagina è stata spostata
moved-text = Ora si trova qui:

## Modulo di segnalazione
report-no-desk = Questo sito non riceve segnalazioni. Informa la persona designata dalla tua missione.
report-no-script = Il modulo di segnalazione non compare perché ha bisogno di JavaScript per chiudere a chiave le tue parole su questo dispositivo, e in questo browser JavaScript è disattivato o bloccato. Così com’è, da questa pagina non si può inviare nulla. Puoi attivare JavaScript, usare un altro dispositivo o informare la persona designata dalla tua missione.
report-write-title = La tua segnalazione
report-errors = Qui serve la tua attenzione
report-answer-yes = Sì
report-answer-no = No
report-answer-unknown = Non lo so
report-danger = Qualcuno è in pericolo in questo momento?
report-urgent-title = Non affidarti a questo modulo
report-urgent-text = Chiama subito il servizio di emergenza locale, o chiedi a qualcuno vicino a te di chiamare. Nessuno legge subito una segnalazione, e inviarla non allerta nessuno. Puoi comunque scriverla dopo.
report-place = Quale luogo riguarda?
report-place-hint = La missione o l’ufficio. Puoi lasciare in bianco.
report-place-none = Preferisco non dirlo
report-desk = Chi dovrebbe leggerla?
report-desk-hint = Solo lo sportello che scegli può aprire la tua segnalazione. Se riguarda qualcuno che lavora a uno sportello, scegline un altro.
report-desk-one = La tua segnalazione va a: { $name }
report-desk-chosen = Va a
desk-demo = Sportello dimostrativo
report-desk-demo = Uno sportello dimostrativo, per fare prove. Non scrivere nulla di vero.
report-desk-languages = Lingue lette: { $languages }
report-desk-opened = Questo sportello ha aperto i suoi messaggi l’ultima volta in questa data: { $date }.
report-desk-never = Questo sportello non ha indicato quando ha aperto i suoi messaggi l’ultima volta.
report-desk-quiet = Non sappiamo se al momento qualcuno legge i messaggi di questo sportello.
report-questions-title = Ciò che sai
report-questions-text = Tutte le domande sono facoltative. Tieni separato ciò che hai visto o sentito da ciò che pensi. Non serve avere certezze.
report-about = Di che cosa si tratta?
report-about-noticed = Qualcosa che ho notato
report-about-colleague = Una persona con cui lavoro, o la persona designata
report-about-myself = Sta succedendo a me
report-what = Che cosa hai visto o sentito?
report-what-hint = Dillo con parole tue e nell’ordine che vuoi.
report-where = Dove?
report-where-hint = Con la precisione che te la senti di dare. Un luogo in cui vai solo tu può far capire chi sei.
report-when = Quando?
report-when-hint = Un giorno, una stagione, «ogni sera»: quello che sai.
report-who = Chi riguarda?
report-who-hint = Le persone che forse hanno bisogno di aiuto e quelle forse responsabili. Non scrivere il tuo nome, a meno che tu non voglia farlo conoscere.
report-children = Riguarda persone con meno di 18 anni?
report-children-hint = Se non riesci a capirlo, scrivilo.
report-how = Come lo sai?
report-how-hint = Visto, sentito o raccontato da qualcuno. Se le persone che possono saperlo sono pochissime, può far capire chi sei.
report-wishes = Che cosa vuole la persona interessata?
report-wishes-hint = Se lo sai. Che cosa sarebbe sicuro per lei, e che cosa no?
report-room = Spazio rimasto: { $n } byte
report-room-over = Troppo lungo. Byte di troppo: { $n }. Accorcia una risposta qualsiasi.
report-room-hint = Prima di partire ogni segnalazione viene portata alla stessa dimensione; per questo c’è un limite per tutte le risposte insieme, contato in byte. Una lettera latina semplice occupa un byte, una lettera accentata, greca o cirillica due, la maggior parte delle altre scritture tre, un’emoji quattro o più.
report-continue = Controlla prima di inviare
report-continue-hint = Finora nulla ha lasciato questo dispositivo e nulla viene conservato: se chiudi questa pagina, ciò che hai scritto è perso.
report-error-desk = Scegli chi dovrebbe leggere la tua segnalazione.
report-error-empty = Non hai ancora scritto nulla. Rispondi almeno a una domanda.
report-check-title = Controlla prima di inviare
report-found-title = Questo potrebbe far capire chi sei?
report-found-phone = Sembra un numero di telefono, in «{ $question }»:
report-found-email = Sembra un indirizzo e-mail, in «{ $question }»:
report-found-text = Se è tuo, o se lo hanno in pochi, può mostrare chi ha scritto. Lascialo, se serve allo sportello: decidi tu.
report-found-nothing = In ciò che hai scritto non abbiamo trovato né numeri di telefono né indirizzi e-mail.
report-found-limits = Questo controllo non cerca altro, ed è avvenuto solo su questo dispositivo. Anche nomi, luoghi, orari, il tuo modo di scrivere e dettagli noti a pochi possono far capire chi sei. Rileggi tutto una volta come lo leggerebbe qualcuno del tuo ufficio.
report-summary-title = Ciò che hai scritto
report-sends-also = Oltre alle tue parole, la segnalazione chiusa a chiave contiene il nome di questo sito e dello sportello, la lingua di questa pagina e un numero casuale. Non contiene né il tuo nome, né il tuo indirizzo, né l’ora. All’esterno porta il giorno dell’invio.
report-change = Modifica qualcosa
report-send-title = Inviala, o tienila per dopo
report-send-text = Prima di tutto le tue parole vengono chiuse a chiave su questo dispositivo, in modo che solo lo sportello possa aprirle. Il tuo datore di lavoro o la rete possono comunque vedere che questo dispositivo ha inviato qualcosa, e quando.
report-send = Invia ora
report-save = Salva per inviare più tardi
report-no-relay = Questa copia del modulo non conosce nessun indirizzo a cui inviare. Salva la segnalazione e inviala più tardi dal sito stesso.
report-working = La segnalazione viene chiusa a chiave e inviata
report-cancel = Interrompi
report-stage-stamp = Stiamo chiudendo a chiave le tue parole e creando un timbro contro gli abusi. Su un dispositivo lento può volerci un minuto.
report-stage-send = Invio in corso…
report-stopped = Interrotto. Questa volta non è stato inviato nulla, e le tue parole sono ancora qui.
report-failed = Questo browser non è riuscito a chiudere a chiave o a salvare la segnalazione. Questa volta non è stato inviato nulla, e le tue parole sono ancora qui. Prova con un altro browser, o informa la persona designata dalla tua missione.
report-offline = Questo dispositivo non è connesso alla rete. Questa volta non è stato inviato nulla, e le tue parole sono ancora qui. Riprova più tardi, o salva la segnalazione.
report-unavailable = In questo momento la casella dello sportello non può ricevere la segnalazione, e non ha confermato di averla conservata. Le tue parole sono ancora qui: riprova tra un po’, o salva la segnalazione per inviarla più tardi.
report-unknown = Non è arrivata una risposta chiara. La segnalazione può essere arrivata oppure no. Le tue parole sono ancora qui. Inviarla di nuovo non crea problemi: la stessa segnalazione conta una volta sola. Puoi anche salvarla per inviarla più tardi.
report-refused-faulty = La casella dello sportello ha rifiutato la segnalazione: questa copia del modulo sembra difettosa o non aggiornata. Le tue parole sono ancora qui. Salva la segnalazione e inviala da una copia aggiornata di questo sito.
report-refused-unknown-desk = La casella non conosce questo sportello. Le tue parole sono ancora qui. Scegli un altro sportello, o salva la segnalazione.
report-refused-desk-paused = Per ora questo sportello non riceve segnalazioni. Le tue parole sono ancora qui. Scegli un altro sportello, o salva la segnalazione per inviarla più tardi.
report-refused-desk-closed = Questo sportello è stato chiuso. Le tue parole sono ancora qui. Scegli un altro sportello, o informa la persona designata dalla tua missione.
report-sent-title = La tua segnalazione è nella casella dello sportello
report-sent-queued = È conservata lì, chiusa a chiave. Solo lo sportello può aprirla.
report-sent-nobody = Non l’ha ancora letta nessuno, e l’invio non ha allertato nessuno. Non possiamo dire quando qualcuno la leggerà. Se qualcuno è in pericolo, chiama il servizio di emergenza locale.
report-sent-no-answer = Attraverso questo sito non arriva nessuna risposta.
report-sent-cleared = Ciò che hai scritto è stato cancellato da questa pagina.
report-sent-traces = La cronologia di questo browser può ancora mostrare la pagina, e la rete può aver visto che è stato inviato qualcosa.
report-saved-title = Al tuo browser è stato chiesto di salvare un file
report-saved-name = Nome del file:
report-saved-look = Controlla se c’è, di solito nella cartella dei download. Se non c’è, torna indietro e salva di nuovo.
report-saved-locked = È chiuso a chiave: solo lo sportello può aprirlo. Nemmeno tu puoi più aprirlo.
report-saved-not-sent = Non è stato inviato nulla.
report-saved-later = Per inviarlo, apri «Inviare una segnalazione salvata» in questo sito, da questo dispositivo o da un altro, e scegli lo stesso sportello.
report-saved-trace = Il file mostra che è stato salvato qualcosa, e quando. Le tue parole restano in questo modulo finché non lo svuoti.
report-clear = Ho il file: svuota il modulo
report-back = Torna indietro

practice-no-script = Il modulo di prova ha bisogno di JavaScript, che in questo browser è disattivato o bloccato.
practice-banner = Prova. Nulla di ciò che scrivi qui viene cifrato, conservato o inviato.
practice-desk = Sportello di prova (inventato)
practice-desk-hint = Nel modulo vero qui vedi chi legge la tua segnalazione e, dove ci sono più sportelli, puoi sceglierne un altro.
practice-send-text = Nel modulo vero, ora le tue parole verrebbero chiuse a chiave su questo dispositivo. Qui non succede nulla: i pulsanti mostrano soltanto come si va avanti.
practice-stage-stamp = Prova: il modulo vero ora chiuderebbe a chiave le tue parole e creerebbe un timbro.
practice-stage-send = Prova: il modulo vero ora invierebbe la segnalazione chiusa a chiave.
practice-sent-title = Fine della prova: non è stato inviato nulla
practice-sent-text = Il modulo vero ora direbbe che la tua segnalazione è nella casella dello sportello e che non l’ha ancora letta nessuno. Ciò che hai scritto è stato cancellato.
practice-saved-title = Fine della prova: non è stato salvato nulla
practice-saved-text = Il modulo vero ora avrebbe chiesto al tuo browser di salvare un file chiuso a chiave, da inviare più tardi.
practice-again = Svuota e ricomincia

send-no-script = Per inviare una segnalazione salvata serve JavaScript, che in questo browser è disattivato o bloccato. Conserva il file e prova con un altro browser o un altro dispositivo.
send-title = Invia il file
send-file = La segnalazione salvata
send-file-hint = Il suo nome comincia con «note-», a meno che tu non l’abbia cambiato.
send-desk-hint = Scegli lo sportello che hai scelto quando hai scritto la segnalazione. Un altro sportello non può aprirla.
send-now = Invia ora
send-another = Invia un altro file
send-no-relay = Questa copia del sito non conosce nessun indirizzo a cui inviare. Apri questa pagina sul sito stesso, quando hai una connessione. Non è stato inviato nulla.
send-error-no-file = Scegli il file che hai salvato.
send-error-not-a-report = Questo file non è una segnalazione salvata da questo sito, oppure è danneggiato. Non è stato inviato nulla.
send-stopped = Interrotto. Questa volta non è stato inviato nulla. Conserva il file.
send-failed = Questo browser non è riuscito a inviare il file. Questa volta non è stato inviato nulla. Conserva il file e prova con un altro browser.
send-offline = Questo dispositivo non è connesso alla rete. Questa volta non è stato inviato nulla. Conserva il file e riprova più tardi.
send-unavailable = In questo momento la casella dello sportello non può ricevere la segnalazione, e non ha confermato di averla conservata. Conserva il file e riprova tra un po’.
send-unknown = Non è arrivata una risposta chiara. La segnalazione può essere arrivata oppure no. Conserva il file. Inviarlo di nuovo non crea problemi: la stessa segnalazione conta una volta sola.
send-refused-faulty = La casella dello sportello ha rifiutato la segnalazione: questa copia della pagina sembra difettosa o non aggiornata. Conserva il file e invialo da una copia aggiornata di questo sito.
send-refused-unknown-desk = La casella non conosce questo sportello. Non inviare il file a uno sportello per cui non è stato scritto: nessun altro sportello può aprirlo. Scrivi una nuova segnalazione, o informa la persona designata dalla tua missione.
send-refused-desk-paused = Per ora questo sportello non riceve segnalazioni. Conserva il file e invialo più tardi. Nessun altro sportello può aprirlo: per informare un altro sportello, scrivi una nuova segnalazione.
send-refused-desk-closed = Questo sportello è stato chiuso. Nessun altro sportello può aprire il file: per informare un altro sportello, scrivi una nuova segnalazione, o informa la persona designata dalla tua missione.
send-sent-file = Il file è ancora sul tuo dispositivo. Non ti serve più.

## Nel testo
footnotes-label = Note
footnote-back = Torna al testo, nota { $number }
table-label = Tabella
