// The search page before anything is loaded: whether something is asked, what is said when the
// search can't be had, and the switch for the key that leads to the field.
(function () {
  'use strict';

  const Waymark = window.Waymark;
  const page = document.querySelector('[data-search-results]');
  const field = document.querySelector('[data-search]:not(html) input');
  if (!page || !field || !Waymark.startSearch) return;

  /**
   * @param {string} name
   * @param {boolean} shown
   */
  function show(name, shown) {
    const element = page && page.querySelector('[data-search-' + name + ']');
    if (element) element.toggleAttribute('hidden', !shown);
  }

  Waymark.searchFailed = function (/** @type {boolean} */ failed) {
    show('failed', failed);
    if (failed) show('hint', false);
  };

  function start() {
    Waymark.startSearch().catch(function () { Waymark.searchFailed(true); });
  }

  function asked() {
    const query = /[#&]q=./.test(location.hash);
    if (query) start();
    return query;
  }

  field.addEventListener('focus', start);
  field.addEventListener('input', start);
  window.addEventListener('hashchange', asked);
  show('hint', !asked());

  const again = page.querySelector('button');
  // Loaded anew as a whole, because what the page knows may be a state of the site that is gone.
  if (again) again.addEventListener('click', function () { location.reload(); });

  const choice = document.querySelector('[data-search-key]');
  if (!(choice instanceof HTMLInputElement)) return;
  const look = function () { choice.checked = !!Waymark.searchKey; };
  look();
  // Leaving empties every field.
  window.addEventListener('pageshow', look);
  choice.addEventListener('change', function () {
    Waymark.searchKey = choice.checked ? '/' : '';
    try {
      if (choice.checked) localStorage.removeItem('waymark-search-key');
      else localStorage.setItem('waymark-search-key', 'off');
    } catch { /* It is switched for this page at least. */ }
  });
})();
