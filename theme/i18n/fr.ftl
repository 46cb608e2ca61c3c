### Ce que dit l’interface, en français. Chaque clé figure dans le fichier de chaque langue ;
### `waymark check` nomme celles qui manquent.

## Liens d’évitement et départ
skip-label = Raccourcis
skip-main = Aller au texte principal
skip-leave = Quitter ce site immédiatement
leave = Quitter ce site
leave-hint = Le bouton « Quitter ce site », ou la touche Maj pressée trois fois sans autre touche, vous mène aussitôt sur un autre site. Cela n’efface ni l’historique du navigateur, ni ce que le réseau ou un ordinateur géré par l’employeur a conservé.
urgent-help = Aide urgente

## Navigation
nav-main = Rubriques principales
nav-menu = Menu
nav-site = Toutes les pages
nav-breadcrumb = Vous êtes ici
nav-pager = Page précédente et page suivante
pager-previous = Précédent
pager-next = Suivant
toc-title = Sur cette page
home = Accueil

## Langues
language-label = Langue :
language-fallback = pas encore traduit
languages-title = Choisir une langue
languages-lede = Lire ces conseils en :
languages-invitation = Lire en français

## Marques qui disent de qui sont les mots, et encadrés
callout-source = Les lignes directrices de 2001 disent
callout-later = Des textes ultérieurs disent
callout-ours = Notre conseil
callout-note = Remarque
callout-tip = Bon à savoir
callout-important = Important
callout-warning = Attention
callout-caution = Danger

## Avis
notice-fallback = Cette page n’est pas encore traduite. Vous lisez le texte en langue originale ({ $language }).
notice-stale = L’original de cette page a changé depuis sa traduction.
notice-stale-since = L’original de cette page a été modifié le { $date } ; cette traduction suit un texte plus ancien.
notice-stale-link = Lire le texte plus récent ({ $language })
notice-unchecked = Cette traduction n’a pas été relue par un locuteur natif.
notice-draft = Cette page est un brouillon. Elle n’est pas publiée.
notice-scheduled = Cette page ne sera pas publiée avant le { $date }.
notice-restates = Ce site reformule les lignes directrices de 2001 avec ses propres mots ; seul le texte officiel anglais fait foi.
notice-not-site = Ce site n’est pas un site de l’{ $organisation }.
notice-preview = Ceci est l’aperçu d’une modification, et non le site publié. Rien ne peut être envoyé d’ici.

## Relecture
reading-minutes =
    { $minutes ->
        [one] { $minutes } minute de lecture
       *[other] { $minutes } minutes de lecture
    }
references-restated = Énoncés des lignes directrices repris sur cette page :
review-owner = Page tenue par { $owner }.
review-date = Dernière relecture le { $date }.
text-changed = Texte modifié pour la dernière fois le { $date }.
review-next = Prochaine relecture avant le { $date }.

## Groupes de lecteurs et changements
audience-label = Avant tout pour :
audience-everybody = Ces pages s’adressent avant tout à ce groupe. Chacun peut lire toutes les pages.
audience-others = Autres groupes :
changes-title = Ce qui a changé
changes-description = Ce que la rédaction dit des changements apportés à ces pages, les plus récents d’abord.
changes-feed = La même liste sous forme de flux (Atom)
edit-link = Améliorer cette page
edit-public = Ce qui y est écrit est public : n’y parlez jamais d’un cas.

## Glossaire et A–Z
letters-label = Aller à une lettre
glossary-also = Aussi : { $words }
a-z-title = De A à Z
a-z-description = Toutes les pages et tous les termes de ce site, par ordre alphabétique.
a-z-link = De A à Z
a-z-term = terme

## Fiches
sheet-print = Imprimer cette fiche

## Lieux
places-empty = Pas encore renseigné pour ce lieu.
places-desk = Guichet
places-languages = Langues lues
places-reading-days = Jours de lecture des messages
places-emergency = Numéro d’urgence local
places-authority = Autorité
places-procedure = Procédure convenue
places-owner = Tenu par
places-verified = Dernière vérification
places-review-by = À vérifier de nouveau avant le

## Cartes et affiches, sur papier
card-how = Imprimez sur une seule face d’une feuille A4, à 100 %. Pliez la feuille en deux, l’impression à l’extérieur, puis encore en deux, de sorte que le numéro de secours et le carré soient devant.
card-poster-how = Imprimez sur une feuille A4, à 100 %.
card-address = En savoir plus à cette adresse
card-traces = Un téléphone se souvient des pages qu’il a ouvertes.
card-person = Personne désignée par votre mission

## Recherche
search-title = Recherche
search-description = Chercher dans tout le site. Ce que vous tapez reste sur cet appareil.
search-label = Chercher dans ce site
search-button = Chercher
search-a-z = Chercher : de A à Z
search-no-script = La recherche a besoin de JavaScript, désactivé dans ce navigateur. La liste de A à Z contient toutes les pages et tous les termes.
search-query-empty = Tapez un mot pour commencer.
search-count = Pages trouvées : { $n }
search-none = Rien n’a été trouvé pour « { $query } ».
search-none-hint = Essayez moins de mots ou d’autres mots, ou consultez la liste de A à Z.
search-loading = Recherche en cours…
search-failed = La recherche n’a pas pu être chargée. La liste de A à Z contient toutes les pages.
search-results = Résultats de la recherche
search-more = Afficher d’autres résultats
search-all = Tous les résultats pour « { $query } »
search-meant = Résultats pour « { $query } »
search-literal = Chercher « { $query } » tel quel
search-unquoted = Chercher sans les guillemets
search-again = Réessayer
search-key = La touche / mène au champ de recherche. Si vous désactivez cela, cet appareil s’en souvient.

## Adresse introuvable
not-found-title = Il n’y a pas de page ici
not-found-text = L’adresse est peut-être ancienne ou mal saisie. Recommencez dans votre langue :
moved-title = Cette page a changé d’adresse
moved-text = Elle se trouve maintenant ici :

## Formulaire de signalement
report-no-desk = Ce site ne reçoit pas de signalements. Parlez à la personne que votre mission a désignée.
report-no-script = Le formulaire n’est pas affiché : il lui faut JavaScript pour verrouiller vos mots sur cet appareil, et JavaScript est désactivé ou bloqué dans ce navigateur. Dans cet état, rien ne peut être envoyé depuis cette page. Vous pouvez activer JavaScript, prendre un autre appareil, ou parler à la personne que votre mission a désignée.
report-write-title = Votre signalement
report-errors = Il reste quelque chose à régler
report-answer-yes = Oui
report-answer-no = Non
report-answer-unknown = Je ne sais pas
report-danger = Quelqu’un est-il en danger maintenant ?
report-urgent-title = N’attendez pas ce formulaire
report-urgent-text = Appelez tout de suite les services de secours locaux, ou demandez à quelqu’un près de vous d’appeler. Personne ne lit un signalement tout de suite, et l’envoyer n’alerte personne. Vous pourrez encore l’écrire après.
report-place = Quel lieu cela concerne-t-il ?
report-place-hint = La mission ou le bureau. Vous pouvez ne pas répondre.
report-place-none = Je préfère ne pas le dire
report-desk = Qui devrait le lire ?
report-desk-hint = Seul le guichet que vous choisissez peut ouvrir votre signalement. S’il concerne quelqu’un d’un guichet, choisissez-en un autre.
report-desk-one = Votre signalement va à : { $name }
report-desk-chosen = Destinataire
desk-demo = Guichet de démonstration
report-desk-demo = Guichet de démonstration : pour essayer. N’écrivez rien de réel.
report-desk-languages = Langues lues : { $languages }
report-desk-opened = Ce guichet a relevé ses messages pour la dernière fois le { $date }.
report-desk-never = Ce guichet n’a pas indiqué quand il a relevé ses messages pour la dernière fois.
report-desk-quiet = Nous ne savons pas si quelqu’un lit en ce moment les messages de ce guichet.
report-questions-title = Ce que vous savez
report-questions-text = Aucune question n’est obligatoire. Séparez ce que vous avez vu ou entendu de ce que vous pensez. Une certitude n’est pas nécessaire.
report-about = De quoi s’agit-il ?
report-about-noticed = De quelque chose que j’ai remarqué
report-about-colleague = D’un ou d’une collègue, ou de la personne désignée
report-about-myself = De ce qui m’arrive
report-what = Qu’avez-vous vu ou entendu ?
report-what-hint = Dites-le avec vos mots, dans l’ordre qui vient.
report-where = Où ?
report-where-hint = Aussi précisément que vous l’osez. Un lieu où personne d’autre ne va peut mener à vous.
report-when = Quand ?
report-when-hint = Un jour, une saison, « chaque soir » : ce que vous savez.
report-who = Qui est concerné ?
report-who-hint = Les personnes qui ont peut-être besoin d’aide, et celles qui sont peut-être responsables. N’écrivez pas votre nom, sauf si vous voulez qu’il soit connu.
report-children = Une personne de moins de 18 ans est-elle concernée ?
report-children-hint = Si vous ne pouvez pas le savoir, dites-le.
report-how = Comment le savez-vous ?
report-how-hint = Vu, entendu, ou appris de quelqu’un. Si très peu de gens peuvent le savoir, cela peut mener à vous.
report-wishes = Que veut la personne concernée ?
report-wishes-hint = Si vous le savez. Qu’est-ce qui serait sûr pour elle, et qu’est-ce qui ne le serait pas ?
report-room = Place restante : { $n } octets
report-room-over = Trop long. Octets en trop : { $n }. Raccourcissez une réponse, n’importe laquelle.
report-room-hint = Tous les signalements sont complétés à la même taille avant de partir : il y a donc une limite pour l’ensemble des réponses, comptée en octets. Une lettre latine simple prend un octet, une lettre accentuée, grecque ou cyrillique deux, la plupart des autres écritures trois, un émoji quatre ou plus.
report-continue = Vérifier avant d’envoyer
report-continue-hint = Rien n’a quitté cet appareil jusqu’ici, et rien n’est enregistré : si vous fermez cette page, ce que vous avez écrit disparaît.
report-error-desk = Choisissez qui devrait lire votre signalement.
report-error-empty = Rien n’est encore écrit. Répondez au moins à une question.
report-check-title = Vérifiez avant d’envoyer
report-found-title = Cela peut-il mener à vous ?
report-found-phone = Ressemble à un numéro de téléphone, dans « { $question } » :
report-found-email = Ressemble à une adresse électronique, dans « { $question } » :
report-found-text = Si c’est à vous, ou si peu de gens le connaissent, cela peut montrer qui a écrit. Laissez-le si le guichet en a besoin : c’est vous qui décidez.
report-found-nothing = Nous n’avons trouvé ni numéro de téléphone ni adresse électronique dans ce que vous avez écrit.
report-found-limits = Cette vérification ne cherche rien d’autre, et elle s’est faite sur cet appareil seulement. Les noms, les lieux, les heures, votre façon d’écrire et les détails que peu de gens connaissent peuvent aussi mener à vous. Relisez une fois comme le ferait quelqu’un de votre bureau.
report-summary-title = Ce que vous avez écrit
report-sends-also = Outre vos mots, le signalement verrouillé contient le nom de ce site et du guichet, la langue de cette page et un nombre tiré au hasard. Il ne contient ni votre nom, ni votre adresse, ni l’heure. À l’extérieur, il montre le jour de l’envoi.
report-change = Modifier quelque chose
report-send-title = Envoyer, ou garder pour plus tard
report-send-text = Vos mots sont d’abord verrouillés sur cet appareil, pour que seul le guichet puisse les ouvrir. Votre employeur ou le réseau peut quand même voir que cet appareil a envoyé quelque chose, et quand.
report-send = Envoyer maintenant
report-save = Enregistrer pour envoyer plus tard
report-no-relay = Cette copie du formulaire ne connaît aucune adresse d’envoi. Enregistrez le signalement, et envoyez-le plus tard depuis le site lui-même.
report-working = Verrouillage et envoi
report-cancel = Arrêter
report-stage-stamp = Vos mots sont en train d’être verrouillés, et un timbre contre les abus est calculé. Sur un appareil lent, cela peut prendre une minute.
report-stage-send = Envoi…
report-stopped = Arrêté. Rien n’a été envoyé cette fois, et vos mots sont toujours ici.
report-failed = Ce navigateur n’a pas pu verrouiller ou enregistrer le signalement. Rien n’a été envoyé cette fois, et vos mots sont toujours ici. Essayez un autre navigateur, ou parlez à la personne que votre mission a désignée.
report-offline = Cet appareil est hors ligne. Rien n’a été envoyé cette fois, et vos mots sont toujours ici. Réessayez plus tard, ou enregistrez le signalement.
report-unavailable = La boîte du guichet ne peut pas prendre le signalement en ce moment, et n’a pas confirmé l’avoir conservé. Vos mots sont toujours ici : réessayez dans un moment, ou enregistrez le signalement pour l’envoyer plus tard.
report-unknown = Aucune réponse claire n’est revenue. Le signalement est peut-être arrivé, peut-être pas. Vos mots sont toujours ici. L’envoyer de nouveau est sans risque : le même signalement compte une seule fois. Vous pouvez aussi l’enregistrer pour l’envoyer plus tard.
report-refused-faulty = La boîte du guichet a refusé le signalement : cette copie du formulaire semble défectueuse ou dépassée. Vos mots sont toujours ici. Enregistrez le signalement, et envoyez-le depuis une copie récente de ce site.
report-refused-unknown-desk = La boîte ne connaît pas ce guichet. Vos mots sont toujours ici. Choisissez un autre guichet, ou enregistrez le signalement.
report-refused-desk-paused = Ce guichet ne prend pas de signalements pour le moment. Vos mots sont toujours ici. Choisissez un autre guichet, ou enregistrez le signalement pour l’envoyer plus tard.
report-refused-desk-closed = Ce guichet a été fermé. Vos mots sont toujours ici. Choisissez un autre guichet, ou parlez à la personne que votre mission a désignée.
report-sent-title = Votre signalement est dans la boîte du guichet
report-sent-queued = Il y est conservé, verrouillé. Seul le guichet peut l’ouvrir.
report-sent-nobody = Personne ne l’a encore lu, et l’envoi n’a alerté personne. Nous ne pouvons pas dire quand quelqu’un le lira. Si quelqu’un est en danger, appelez les services de secours locaux.
report-sent-no-answer = Aucune réponse ne revient par ce site.
report-sent-cleared = Ce que vous avez tapé a été effacé de cette page.
report-sent-traces = L’historique de ce navigateur peut encore montrer cette page, et le réseau peut avoir vu que quelque chose a été envoyé.
report-saved-title = Nous avons demandé à votre navigateur d’enregistrer un fichier
report-saved-name = Nom du fichier :
report-saved-look = Regardez s’il est là, le plus souvent dans le dossier des téléchargements. Sinon, revenez en arrière et enregistrez de nouveau.
report-saved-locked = Il est verrouillé : seul le guichet peut l’ouvrir. Vous ne le pouvez plus non plus.
report-saved-not-sent = Rien n’a été envoyé.
report-saved-later = Pour l’envoyer, ouvrez « Envoyer un signalement enregistré » sur ce site, depuis cet appareil ou un autre, et choisissez le même guichet.
report-saved-trace = Le fichier montre que quelque chose a été enregistré, et quand. Vos mots restent dans ce formulaire jusqu’à ce que vous l’effaciez.
report-clear = J’ai le fichier : effacer le formulaire
report-back = Retour

practice-no-script = Le formulaire d’exercice a besoin de JavaScript, désactivé ou bloqué dans ce navigateur.
practice-banner = Exercice. Rien de ce que vous tapez ici n’est chiffré, enregistré ni envoyé.
practice-desk = Guichet d’exercice (inventé)
practice-desk-hint = Dans le vrai formulaire, vous voyez ici qui lit votre signalement, et vous pouvez choisir un autre guichet s’il y en a plusieurs.
practice-send-text = Dans le vrai formulaire, vos mots seraient maintenant verrouillés sur cet appareil. Ici, il ne se passe rien : les boutons montrent seulement la suite.
practice-stage-stamp = Exercice : le vrai formulaire verrouillerait maintenant vos mots et calculerait un timbre.
practice-stage-send = Exercice : le vrai formulaire enverrait maintenant le signalement verrouillé.
practice-sent-title = Fin de l’exercice : rien n’a été envoyé
practice-sent-text = Le vrai formulaire dirait maintenant que votre signalement est dans la boîte du guichet, et que personne ne l’a encore lu. Ce que vous avez tapé a été effacé.
practice-saved-title = Fin de l’exercice : rien n’a été enregistré
practice-saved-text = Le vrai formulaire aurait maintenant demandé à votre navigateur d’enregistrer un fichier verrouillé, à envoyer plus tard.
practice-again = Effacer et recommencer

send-no-script = Envoyer un signalement enregistré demande JavaScript, désactivé ou bloqué dans ce navigateur. Gardez le fichier, et essayez avec un autre navigateur ou un autre appareil.
send-title = Envoyer le fichier
send-file = Le signalement enregistré
send-file-hint = Son nom commence par « note- », sauf si vous l’avez renommé.
send-desk-hint = Choisissez le guichet que vous aviez choisi en écrivant le signalement. Un autre guichet ne peut pas l’ouvrir.
send-now = Envoyer maintenant
send-another = Envoyer un autre fichier
send-no-relay = Cette copie du site ne connaît aucune adresse d’envoi. Ouvrez cette page sur le site lui-même, avec un réseau. Rien n’a été envoyé.
send-error-no-file = Choisissez le fichier que vous avez enregistré.
send-error-not-a-report = Ce n’est pas un signalement enregistré par ce site, ou le fichier est endommagé. Rien n’a été envoyé.
send-stopped = Arrêté. Rien n’a été envoyé cette fois. Gardez le fichier.
send-failed = Ce navigateur n’a pas pu envoyer le fichier. Rien n’a été envoyé cette fois. Gardez le fichier, et essayez un autre navigateur.
send-offline = Cet appareil est hors ligne. Rien n’a été envoyé cette fois. Gardez le fichier, et réessayez plus tard.
send-unavailable = La boîte du guichet ne peut pas prendre le signalement en ce moment, et n’a pas confirmé l’avoir conservé. Gardez le fichier, et réessayez dans un moment.
send-unknown = Aucune réponse claire n’est revenue. Le signalement est peut-être arrivé, peut-être pas. Gardez le fichier. L’envoyer de nouveau est sans risque : le même signalement compte une seule fois.
send-refused-faulty = La boîte du guichet a refusé le signalement : cette copie de la page semble défectueuse ou dépassée. Gardez le fichier, et envoyez-le depuis une copie récente de ce site.
send-refused-unknown-desk = La boîte ne connaît pas ce guichet. N’envoyez pas le fichier à un guichet pour lequel il n’a pas été écrit : aucun autre guichet ne peut l’ouvrir. Écrivez un nouveau signalement, ou parlez à la personne que votre mission a désignée.
send-refused-desk-paused = Ce guichet ne prend pas de signalements pour le moment. Gardez le fichier et envoyez-le plus tard. Aucun autre guichet ne peut l’ouvrir : pour informer un autre guichet, écrivez un nouveau signalement.
send-refused-desk-closed = Ce guichet a été fermé. Aucun autre guichet ne peut ouvrir le fichier : pour informer un autre guichet, écrivez un nouveau signalement, ou parlez à la personne que votre mission a désignée.
send-sent-file = Le fichier est toujours sur votre appareil. Vous n’en avez plus besoin.

## Dans le texte
footnotes-label = Notes
footnote-back = Retour au texte, note { $number }
table-label = Tableau
