### Ce que dit l’interface, en français. Chaque clé figure dans le fichier de chaque langue ;
### `waymark check` nomme celles qui manquent.

## Liens d’évitement et départ
skip-label = Raccourcis
skip-main = Aller au texte principal
skip-leave = Quitter ce site immédiatement
leave = Quitter ce site
leave-hint = Le bouton pour quitter, ou la touche Maj pressée trois fois seule, vous mène aussitôt sur un autre site. Cela n’efface ni l’historique du navigateur, ni ce que le réseau ou un ordinateur géré par l’employeur a conservé.
urgent-help = Aide urgente

## Navigation
nav-main = Rubriques principales
nav-menu = Menu
nav-site = Toutes les pages
nav-breadcrumb = Vous êtes ici
nav-pager = Page précédente et page suivante
pager-previous = Avant
pager-next = Suite
toc-title = Sur cette page
home = Accueil

## Langues
language-label = Langue :
language-fallback = pas encore traduit
languages-title = Choisir une langue
languages-lede = Lire ces conseils en :

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
notice-stale-link = Lire le texte plus récent ({ $language })
notice-unchecked = Cette traduction n’a pas été relue par un locuteur natif.
notice-restates = Ce site reformule les lignes directrices de 2001 avec ses propres mots ; seul le texte officiel anglais fait foi.
notice-not-site = Ce site n’est pas un site de l’{ $organisation }.

## Relecture
reading-minutes =
    { $minutes ->
        [one] { $minutes } minute de lecture
       *[other] { $minutes } minutes de lecture
    }
references-restated = Énoncés des lignes directrices repris sur cette page :
review-owner = Page tenue par { $owner }.
review-date = Dernière relecture le { $date }.
review-next = Prochaine relecture avant le { $date }.

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
search-submit = Chercher
search-clear = Effacer
search-results = Résultats de la recherche
search-more = Afficher d’autres résultats

## Adresse introuvable
not-found-title = Il n’y a pas de page ici
not-found-text = L’adresse est peut-être ancienne ou mal saisie. Recommencez dans votre langue :
