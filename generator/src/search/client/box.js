// The search control of the header: a link to the list from A to Z becomes a field and a button.
// Everything else is loaded at the first sign of use. What is looked for travels after the `#`:
// it never leaves the device.
(function () {
  'use strict';

  const Waymark = window.Waymark;
  const index = document.documentElement.dataset.search;
  const box = document.querySelector('[data-search]:not(html)');
  const form = box && box.querySelector('form');
  const link = box && box.querySelector('a');
  const field = form && form.querySelector('input');
  if (!form || !link || !field || !index) return;

  /** @type {Promise<unknown> | undefined} */
  let loading;

  Waymark.startSearch = function () {
    const started = loading || Waymark.load(index).then(function () { return Waymark.search.core(); });
    loading = started;
    started.catch(function () { loading = undefined; });
    return started;
  };

  // On the search page the results are the page; elsewhere they come under the field.
  if (!document.querySelector('[data-search-results]')) {
    field.setAttribute('role', 'combobox');
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-controls', 'search-list');
    field.setAttribute('aria-expanded', 'false');
  }
  link.hidden = true;
  form.hidden = false;
  // No more than this is read, in whatever script. Browsers take a second to lay out what is pasted at its longest.
  field.maxLength = 1000;
  field.addEventListener('focus', Waymark.startSearch);
  field.addEventListener('input', Waymark.startSearch);
  form.addEventListener('submit', function (event) {
    event.preventDefault();
    // Half a character can't be written into an address.
    const query = field.value.trim().slice(0, field.maxLength).replace(/[\uD800-\uDFFF]/gu, '\uFFFD');
    if (query) location.href = form.action + '#q=' + encodeURIComponent(query);
  });

  // One key by itself leads to the field. Who speaks to the computer may not want that: the
  // search page has a switch (WCAG 2.1.4), and only that it is off is remembered.
  Waymark.searchKey = '/';
  try {
    if (localStorage.getItem('waymark-search-key')) Waymark.searchKey = '';
  } catch { /* Storage is closed: the switch is good for the page that it is on. */ }
  document.addEventListener('keydown', function (event) {
    if (event.key !== Waymark.searchKey || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target instanceof Element && event.target.closest('input, textarea, select')) return;
    event.preventDefault();
    field.select();
    field.focus();
  });
})();
