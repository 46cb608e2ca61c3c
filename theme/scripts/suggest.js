// On the pages that belong to no language: which of the site's languages the browser's own come
// closest to. Nothing is sent or kept, and nobody is led away: the reader gets one more link.
(function () {
  'use strict';

  /** @type {{ [name: string]: any }} */
  const Waymark = (window.Waymark = window.Waymark || {});

  /**
   * A tag's parts, the script added that the language is usually written in there: `zh-TW` is
   * written in Hant, `sr-ME` in Latn.
   * @param {string} tag
   */
  function partsOf(tag) {
    try {
      const own = new Intl.Locale(tag);
      const full = own.maximize();
      return { language: full.language, script: full.script, region: own.region };
    } catch {
      // Not a tag, or a browser that doesn't know them: the language alone.
      return { language: tag.toLowerCase().split('-')[0], script: undefined, region: undefined };
    }
  }

  /**
   * The best of the offered languages: the first preference that one of them meets, in its own
   * script if there is that, from its own region if there is that.
   * @param {readonly string[]} preferred tags, best first, as `navigator.languages`
   * @param {readonly string[]} offered tags
   * @returns {number} its place among those offered; -1 if none is near
   */
  Waymark.nearestLanguage = function (preferred, offered) {
    const known = offered.map(partsOf);
    for (const tag of preferred) {
      const wanted = partsOf(tag);
      const near = known.filter(function (each) { return each.language === wanted.language; });
      if (!near.length) continue;
      const alike = near.filter(function (each) { return each.script === wanted.script; });
      const among = alike.length ? alike : near;
      const best =
        among.find(function (each) { return each.region === wanted.region; }) ||
        among.find(function (each) { return !each.region; }) ||
        among[0];
      return known.indexOf(best);
    }
    return -1;
  };

  const list = document.querySelector('[data-languages]');
  if (!list) return;
  const links = Array.from(list.querySelectorAll('a'));
  const place = Waymark.nearestLanguage(
    navigator.languages || [navigator.language],
    links.map(function (link) { return link.lang; }),
  );
  if (place < 0) return;
  const link = /** @type {HTMLAnchorElement} */ (links[place].cloneNode(true));
  link.textContent = link.dataset.invitation || link.textContent;
  const invitation = document.createElement('p');
  invitation.className = 'invitation';
  invitation.append(link);
  list.before(invitation);
})();
