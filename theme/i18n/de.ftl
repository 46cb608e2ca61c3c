### Was die Oberfläche sagt, auf Deutsch. Jeder Schlüssel steht in der Datei jeder Sprache;
### `waymark check` nennt die fehlenden.

## Sprungmarken und Verlassen
skip-label = Sprungmarken
skip-main = Zum Haupttext springen
skip-leave = Diese Website sofort verlassen
leave = Seite verlassen
leave-hint = Die Schaltfläche „Seite verlassen“ bringt Sie sofort auf eine andere Website. Dasselbe geschieht, wenn Sie dreimal nur die Umschalttaste (Shift) drücken. Der Verlauf des Browsers wird dabei nicht gelöscht, auch nicht, was das Netzwerk oder ein Computer, den andere verwalten, gespeichert hat.
urgent-help = Hilfe im Notfall

## Navigation
nav-main = Hauptbereiche
nav-menu = Menü
nav-site = Alle Seiten
nav-breadcrumb = Sie sind hier
nav-pager = Vorherige und nächste Seite
pager-previous = Zurück
pager-next = Weiter
toc-title = Auf dieser Seite
home = Startseite

## Sprachen
language-label = Sprache:
language-fallback = noch nicht übersetzt
languages-title = Sprache wählen
languages-lede = Lesen Sie diesen Wegweiser auf:
languages-invitation = Auf Deutsch lesen

## Zeichen, die sagen, wessen Worte dies sind, und Kästen
callout-source = Die Leitlinien von 2001 sagen
callout-later = Spätere Texte sagen
callout-ours = Unser Rat
callout-note = Hinweis
callout-tip = Gut zu wissen
callout-important = Wichtig
callout-warning = Achtung
callout-caution = Gefahr

## Hinweise
notice-fallback = Diese Seite ist noch nicht übersetzt. Sie lesen den Text in der Ausgangssprache ({ $language }).
notice-stale = Das Original dieser Seite wurde nach der Übersetzung geändert.
notice-stale-since = Das Original dieser Seite wurde am { $date } geändert; diese Übersetzung folgt einem älteren Text.
notice-stale-link = Den neueren Text lesen ({ $language })
notice-unchecked = Diese Übersetzung wurde noch nicht von jemandem mit Deutsch als Muttersprache geprüft.
notice-draft = Diese Seite ist ein Entwurf. Sie ist nicht veröffentlicht.
notice-scheduled = Diese Seite wird nicht vor dem { $date } veröffentlicht.
notice-restates = Diese Website gibt die Leitlinien von 2001 in eigenen Worten wieder; maßgeblich ist der offizielle englische Text.
notice-not-site =
    { $organisation ->
        [OSCE] Dies ist keine Website der OSZE.
       *[other] Dies ist keine Website von { $organisation }.
    }
notice-preview = Dies ist die Vorschau einer Änderung, nicht die veröffentlichte Website. Von hier kann nichts gesendet werden.

## Prüfung
reading-minutes =
    { $minutes ->
        [one] { $minutes } Minute Lesezeit
       *[other] { $minutes } Minuten Lesezeit
    }
references-restated = Aussagen der Leitlinien, die diese Seite wiedergibt:
review-owner = Betreut von { $owner }.
review-date = Zuletzt geprüft am { $date }.
text-changed = Text zuletzt geändert am { $date }.
review-next = Wieder zu prüfen bis { $date }.

## Lesergruppen und Änderungen
audience-label = Vor allem für:
audience-everybody = Diese Seiten sind vor allem für diese Gruppe. Jede und jeder darf alle Seiten lesen.
audience-others = Andere Gruppen:
changes-title = Was sich geändert hat
changes-description = Was die Redaktion zu den Änderungen an diesen Seiten sagt, das Neueste zuerst.
changes-feed = Dasselbe als Feed (Atom)
edit-link = Diese Seite verbessern
edit-public = Was dort geschrieben wird, ist öffentlich: Schreiben Sie nie über einen Fall.

## Glossar und A–Z
letters-label = Zu einem Buchstaben springen
glossary-also = Auch: { $words }
a-z-title = A bis Z
a-z-description = Alle Seiten und alle Begriffe dieser Website in alphabetischer Reihenfolge.
a-z-link = A bis Z
a-z-term = Begriff

## Blätter
sheet-print = Dieses Blatt drucken

## Orte
places-empty = Für diesen Ort noch nicht ausgefüllt.
places-desk = Meldestelle
places-languages = Sprachen, die dort gelesen werden
places-reading-days = Tage, an denen Meldungen gelesen werden
places-emergency = Örtliche Notrufnummer
places-authority = Behörde
places-procedure = Vereinbartes Verfahren
places-owner = Betreut von
places-verified = Zuletzt überprüft
places-review-by = Wieder zu überprüfen bis

## Karten und Plakate, auf Papier
card-how = Drucken Sie auf eine Seite eines A4-Blatts, mit 100 %. Falten Sie das Blatt in der Mitte, die bedruckte Seite nach außen, dann noch einmal, sodass die Notrufnummer und das Quadrat vorn sind.
card-poster-how = Drucken Sie auf A4-Papier, mit 100 %.
card-address = Mehr unter dieser Adresse
card-traces = Ein Telefon merkt sich, welche Seiten es geöffnet hat.
card-person = Von Ihrer Mission benannte Ansprechperson

## Suche
search-title = Suche
search-description = Die ganze Website durchsuchen. Was Sie eingeben, bleibt auf diesem Gerät.
search-label = Website durchsuchen
search-button = Suchen
search-a-z = Suche: A bis Z
search-no-script = Die Suche braucht JavaScript, und das ist in diesem Browser ausgeschaltet. In der Liste von A bis Z stehen alle Seiten und alle Begriffe.
search-query-empty = Geben Sie ein Wort ein.
search-count = Gefundene Seiten: { $n }
search-none = Zu „{ $query }“ wurde nichts gefunden.
search-none-hint = Versuchen Sie es mit weniger oder anderen Wörtern, oder sehen Sie in der Liste von A bis Z nach.
search-loading = Suche läuft …
search-failed = Die Suche konnte nicht geladen werden. In der Liste von A bis Z stehen alle Seiten.
search-results = Suchergebnisse
search-more = Weitere Ergebnisse anzeigen
search-all = Alle Ergebnisse für „{ $query }“
search-meant = Ergebnisse für „{ $query }“
search-literal = Genau nach „{ $query }“ suchen
search-unquoted = Ohne Anführungszeichen suchen
search-again = Noch einmal versuchen
search-key = Die Taste / führt zum Suchfeld. Wenn Sie das ausschalten, merkt sich dieses Gerät das.

## Adresse nicht gefunden
not-found-title = Hier gibt es keine Seite
not-found-text = Die Adresse ist vielleicht veraltet oder falsch geschrieben. Beginnen Sie in Ihrer Sprache neu:
moved-title = Diese Seite ist umgezogen
moved-text = Sie ist jetzt hier:

## Meldeformular
report-no-desk = Diese Website nimmt keine Meldungen entgegen. Wenden Sie sich an die Ansprechperson, die Ihre Mission benannt hat.
report-no-script = Das Meldeformular wird nicht angezeigt: Es braucht JavaScript, um Ihre Worte auf diesem Gerät zu verschlüsseln, und JavaScript ist in diesem Browser ausgeschaltet oder blockiert. So kann von dieser Seite nichts gesendet werden. Sie können JavaScript einschalten, ein anderes Gerät benutzen oder sich an die Ansprechperson wenden, die Ihre Mission benannt hat.
report-write-title = Ihre Meldung
report-errors = Bitte sehen Sie sich das an
report-answer-yes = Ja
report-answer-no = Nein
report-answer-unknown = Ich weiß es nicht
report-danger = Ist jetzt jemand in Gefahr?
report-urgent-title = Warten Sie nicht auf dieses Formular
report-urgent-text = Rufen Sie jetzt den örtlichen Notruf an, oder bitten Sie jemanden in Ihrer Nähe darum. Niemand liest eine Meldung sofort, und das Senden alarmiert niemanden. Sie können die Meldung auch danach noch schreiben.
report-place = Um welchen Ort geht es?
report-place-hint = Die Mission oder das Büro. Sie können das offenlassen.
report-place-none = Das möchte ich nicht sagen
report-desk = Wer soll die Meldung lesen?
report-desk-hint = Nur die Meldestelle, die Sie wählen, kann Ihre Meldung öffnen. Geht es um jemanden in einer Meldestelle, wählen Sie eine andere.
report-desk-one = Ihre Meldung geht an: { $name }
report-desk-chosen = Geht an
desk-demo = Meldestelle zur Vorführung
report-desk-demo = Eine Meldestelle nur zur Vorführung, zum Ausprobieren. Schreiben Sie nichts Echtes hinein.
report-desk-languages = Liest: { $languages }
report-desk-opened = Diese Meldestelle hat ihr Postfach zuletzt am { $date } geöffnet.
report-desk-never = Diese Meldestelle hat nicht mitgeteilt, wann sie ihr Postfach zuletzt geöffnet hat.
report-desk-quiet = Wir wissen nicht, ob in dieser Meldestelle zurzeit jemand liest.
report-questions-title = Was Sie wissen
report-questions-text = Jede Frage ist freiwillig. Trennen Sie, was Sie gesehen oder gehört haben, von dem, was Sie vermuten. Sie brauchen nicht sicher zu sein.
report-about = Worum geht es?
report-about-noticed = Etwas, das mir aufgefallen ist
report-about-colleague = Eine Kollegin, ein Kollege oder die benannte Ansprechperson
report-about-myself = Das passiert mir selbst
report-what = Was haben Sie gesehen oder gehört?
report-what-hint = In Ihren eigenen Worten und in beliebiger Reihenfolge.
report-where = Wo?
report-where-hint = So genau, wie Sie sich trauen. Ein Ort, den nur Sie aufsuchen, kann auf Sie hindeuten.
report-when = Wann?
report-when-hint = Ein Tag, eine Jahreszeit, „jeden Abend“: was immer Sie wissen.
report-who = Wer ist betroffen oder beteiligt?
report-who-hint = Menschen, die vielleicht Hilfe brauchen, und Menschen, die vielleicht verantwortlich sind. Lassen Sie Ihren eigenen Namen weg, es sei denn, er soll bekannt sein.
report-children = Ist jemand unter 18 betroffen?
report-children-hint = Wenn Sie es nicht erkennen können, sagen Sie das.
report-how = Woher wissen Sie es?
report-how-hint = Gesehen, gehört oder von jemandem erfahren. Wenn nur sehr wenige das wissen können, kann es auf Sie hindeuten.
report-wishes = Was will die betroffene Person?
report-wishes-hint = Falls Sie es wissen. Was wäre für die Person sicher, und was nicht?
report-room = Noch Platz: { $n } Byte
report-room-over = Zu lang. Byte zu viel: { $n }. Bitte kürzen Sie eine der Antworten.
report-room-hint = Jede Meldung wird vor dem Senden auf dieselbe Größe aufgefüllt. Deshalb gibt es für alle Antworten zusammen eine Grenze, gezählt in Byte. Ein einfacher lateinischer Buchstabe braucht ein Byte, ein Umlaut, ein Buchstabe mit Akzent, ein griechischer oder kyrillischer Buchstabe zwei, die meisten anderen Schriften drei, ein Emoji vier oder mehr.
report-continue = Vor dem Senden prüfen
report-continue-hint = Bisher hat nichts dieses Gerät verlassen, und nichts ist gespeichert: Wenn Sie diese Seite schließen, ist Ihr Text weg.
report-error-desk = Wählen Sie, wer Ihre Meldung lesen soll.
report-error-empty = Sie haben noch nichts geschrieben. Beantworten Sie mindestens eine Frage.
report-check-title = Prüfen Sie, bevor Sie senden
report-found-title = Könnte das auf Sie hindeuten?
report-found-phone = Sieht aus wie eine Telefonnummer, in „{ $question }“:
report-found-email = Sieht aus wie eine E-Mail-Adresse, in „{ $question }“:
report-found-text = Wenn sie Ihre eigene ist oder nur wenige sie haben, kann sie zeigen, wer das geschrieben hat. Lassen Sie sie stehen, wenn die Meldestelle sie braucht: Das entscheiden Sie.
report-found-nothing = In Ihrem Text haben wir keine Telefonnummer und keine E-Mail-Adresse gefunden.
report-found-limits = Diese Prüfung sucht nach nichts anderem, und sie lief nur auf diesem Gerät. Auch Namen, Orte, Zeiten, Ihre Art zu schreiben und Einzelheiten, die nur wenige kennen, können auf Sie hindeuten. Lesen Sie den Text einmal so, wie jemand aus Ihrem Büro ihn lesen würde.
report-summary-title = Was Sie geschrieben haben
report-sends-also = Neben Ihren Worten enthält die verschlüsselte Meldung den Namen dieser Website und der Meldestelle, die Sprache dieser Seite und eine Zufallszahl. Sie enthält keinen Namen, keine Adresse und keine Uhrzeit von Ihnen. Außen steht der Tag, an dem sie gesendet wird.
report-change = Etwas ändern
report-send-title = Senden oder für später aufheben
report-send-text = Ihre Worte werden zuerst auf diesem Gerät verschlüsselt, sodass nur die Meldestelle sie öffnen kann. Ihr Arbeitgeber oder das Netzwerk kann trotzdem sehen, dass und wann dieses Gerät etwas gesendet hat.
report-send = Jetzt senden
report-save = Speichern und später senden
report-no-relay = Diese Kopie des Formulars kennt keine Adresse, an die sie senden kann. Speichern Sie die Meldung und senden Sie sie später von der Website selbst.
report-working = Wird verschlüsselt und gesendet
report-cancel = Abbrechen
report-stage-stamp = Ihre Worte werden verschlüsselt, und ein Stempel gegen Missbrauch wird erzeugt. Auf einem langsamen Gerät kann das eine Minute dauern.
report-stage-send = Wird gesendet …
report-stopped = Abgebrochen. Diesmal wurde nichts gesendet, und Ihr Text ist noch da.
report-failed = Dieser Browser konnte die Meldung nicht verschlüsseln oder speichern. Diesmal wurde nichts gesendet, und Ihr Text ist noch da. Versuchen Sie es mit einem anderen Browser, oder wenden Sie sich an die Ansprechperson, die Ihre Mission benannt hat.
report-offline = Dieses Gerät ist offline. Diesmal wurde nichts gesendet, und Ihr Text ist noch da. Versuchen Sie es später wieder, oder speichern Sie die Meldung.
report-unavailable = Das Postfach der Meldestelle kann die Meldung gerade nicht annehmen und hat nicht bestätigt, dass es sie aufbewahrt. Ihr Text ist noch da: Versuchen Sie es nach einer Weile wieder, oder speichern Sie die Meldung, um sie später zu senden.
report-unknown = Es kam keine klare Antwort. Ob die Meldung angekommen ist, wissen wir nicht. Ihr Text ist noch da. Sie können ohne Schaden noch einmal senden: Dieselbe Meldung zählt nur einmal. Sie können sie auch speichern, um sie später zu senden.
report-refused-faulty = Das Postfach der Meldestelle hat die Meldung abgelehnt: Diese Kopie des Formulars scheint fehlerhaft oder veraltet zu sein. Ihr Text ist noch da. Speichern Sie die Meldung und senden Sie sie von einer neuen Kopie dieser Website.
report-refused-unknown-desk = Das Postfach kennt diese Meldestelle nicht. Ihr Text ist noch da. Wählen Sie eine andere Meldestelle, oder speichern Sie die Meldung.
report-refused-desk-paused = Diese Meldestelle nimmt zurzeit keine Meldungen an. Ihr Text ist noch da. Wählen Sie eine andere Meldestelle, oder speichern Sie die Meldung, um sie später zu senden.
report-refused-desk-closed = Diese Meldestelle ist geschlossen. Ihr Text ist noch da. Wählen Sie eine andere Meldestelle, oder wenden Sie sich an die Ansprechperson, die Ihre Mission benannt hat.
report-sent-title = Ihre Meldung liegt im Postfach der Meldestelle
report-sent-queued = Sie ist dort verschlüsselt gespeichert. Nur die Meldestelle kann sie öffnen.
report-sent-nobody = Noch hat niemand sie gelesen, und das Senden hat niemanden alarmiert. Wir können nicht sagen, wann jemand sie liest. Ist jemand in Gefahr, rufen Sie den örtlichen Notruf an.
report-sent-no-answer = Über diese Website kommt keine Antwort zurück.
report-sent-cleared = Was Sie eingegeben haben, ist von dieser Seite gelöscht.
report-sent-traces = Im Verlauf dieses Browsers kann die Seite noch stehen, und das Netzwerk kann gesehen haben, dass etwas gesendet wurde.
report-saved-title = Ihr Browser wurde gebeten, eine Datei zu speichern
report-saved-name = Name der Datei:
report-saved-look = Sehen Sie nach, ob sie da ist, meist im Ordner für Downloads. Wenn nicht, gehen Sie zurück und speichern Sie noch einmal.
report-saved-locked = Sie ist verschlüsselt: Nur die Meldestelle kann sie öffnen. Auch Sie selbst können sie nicht mehr öffnen.
report-saved-not-sent = Es wurde nichts gesendet.
report-saved-later = Zum Senden öffnen Sie auf dieser Website „Gespeicherte Meldung senden“, auf diesem oder einem anderen Gerät, und wählen dieselbe Meldestelle.
report-saved-trace = Die Datei zeigt, dass und wann etwas gespeichert wurde. Ihr Text steht noch in diesem Formular, bis Sie es leeren.
report-clear = Ich habe die Datei: Formular leeren
report-back = Zurück

practice-no-script = Das Übungsformular braucht JavaScript, und das ist in diesem Browser ausgeschaltet oder blockiert.
practice-banner = Übung. Was Sie hier eingeben, wird weder verschlüsselt noch gespeichert noch gesendet.
practice-desk = Übungs-Meldestelle (erfunden)
practice-desk-hint = Im echten Formular sehen Sie hier, wer Ihre Meldung liest. Gibt es mehrere Meldestellen, können Sie eine andere wählen.
practice-send-text = Im echten Formular würden Ihre Worte jetzt auf diesem Gerät verschlüsselt. Hier geschieht nichts: Die Schaltflächen zeigen nur, wie es weitergeht.
practice-stage-stamp = Übung: Das echte Formular würde jetzt Ihre Worte verschlüsseln und einen Stempel erzeugen.
practice-stage-send = Übung: Das echte Formular würde jetzt die verschlüsselte Meldung senden.
practice-sent-title = Ende der Übung: Es wurde nichts gesendet
practice-sent-text = Das echte Formular würde jetzt sagen, dass Ihre Meldung im Postfach der Meldestelle liegt und noch niemand sie gelesen hat. Was Sie eingegeben haben, ist gelöscht.
practice-saved-title = Ende der Übung: Es wurde nichts gespeichert
practice-saved-text = Das echte Formular hätte Ihren Browser jetzt gebeten, eine verschlüsselte Datei zu speichern, die Sie später senden können.
practice-again = Leeren und neu beginnen

send-no-script = Um eine gespeicherte Meldung zu senden, ist JavaScript nötig, und das ist in diesem Browser ausgeschaltet oder blockiert. Behalten Sie die Datei, und versuchen Sie es mit einem anderen Browser oder Gerät.
send-title = Datei senden
send-file = Die gespeicherte Meldung
send-file-hint = Ihr Name beginnt mit „note-“, es sei denn, Sie haben sie umbenannt.
send-desk-hint = Wählen Sie die Meldestelle, die Sie beim Schreiben gewählt haben. Eine andere kann die Meldung nicht öffnen.
send-now = Jetzt senden
send-another = Eine weitere Datei senden
send-no-relay = Diese Kopie der Website kennt keine Adresse, an die sie senden kann. Öffnen Sie diese Seite auf der Website selbst, mit Verbindung zum Netz. Es wurde nichts gesendet.
send-error-no-file = Wählen Sie die Datei, die Sie gespeichert haben.
send-error-not-a-report = Das ist keine Meldung, die diese Website gespeichert hat, oder sie ist beschädigt. Es wurde nichts gesendet.
send-stopped = Abgebrochen. Diesmal wurde nichts gesendet. Behalten Sie die Datei.
send-failed = Dieser Browser konnte die Datei nicht senden. Diesmal wurde nichts gesendet. Behalten Sie die Datei, und versuchen Sie es mit einem anderen Browser.
send-offline = Dieses Gerät ist offline. Diesmal wurde nichts gesendet. Behalten Sie die Datei, und versuchen Sie es später wieder.
send-unavailable = Das Postfach der Meldestelle kann die Meldung gerade nicht annehmen und hat nicht bestätigt, dass es sie aufbewahrt. Behalten Sie die Datei, und versuchen Sie es nach einer Weile wieder.
send-unknown = Es kam keine klare Antwort. Ob die Meldung angekommen ist, wissen wir nicht. Behalten Sie die Datei. Sie können ohne Schaden noch einmal senden: Dieselbe Meldung zählt nur einmal.
send-refused-faulty = Das Postfach der Meldestelle hat die Meldung abgelehnt: Diese Kopie der Seite scheint fehlerhaft oder veraltet zu sein. Behalten Sie die Datei, und senden Sie sie von einer neuen Kopie dieser Website.
send-refused-unknown-desk = Das Postfach kennt diese Meldestelle nicht. Senden Sie die Datei nicht an eine Meldestelle, für die sie nicht geschrieben wurde: Keine andere kann sie öffnen. Schreiben Sie eine neue Meldung, oder wenden Sie sich an die Ansprechperson, die Ihre Mission benannt hat.
send-refused-desk-paused = Diese Meldestelle nimmt zurzeit keine Meldungen an. Behalten Sie die Datei, und senden Sie sie später. Keine andere Meldestelle kann sie öffnen: Um sich an eine andere zu wenden, schreiben Sie eine neue Meldung.
send-refused-desk-closed = Diese Meldestelle ist geschlossen. Keine andere Meldestelle kann die Datei öffnen: Um sich an eine andere zu wenden, schreiben Sie eine neue Meldung, oder wenden Sie sich an die Ansprechperson, die Ihre Mission benannt hat.
send-sent-file = Die Datei liegt noch auf Ihrem Gerät. Sie brauchen sie nicht mehr.

## Im Text
footnotes-label = Anmerkungen
footnote-back = Zurück zum Text, Anmerkung { $number }
table-label = Tabelle
