// The search control of the header: a link to the list from A to Z becomes a field and a button.
// The index is loaded at the first sign of use. What is looked for travels after the `#`: it
// never leaves the device.
(function () {
  'use strict';

  const Waymark = window.Waymark;
  const index = document.documentElement.dataset.search;
  const box = document.querySelector('[data-search]:not(html)');
  const form = box && box.querySelector('form');
  const link = box && box.querySelector('a');
  const field = form && form.querySelector('input');
  const results = document.querySelector('[data-search-results]');
  if (!form || !link || !field || !index) return;

  function load() {
    Waymark.load(index)
      .then(function () { return Waymark.search.core(); })
      .catch(function () {
        // Elsewhere nobody has asked for anything yet, and the results page will say so.
        const text = document.querySelector('#strings [data-key="search-failed"]');
        if (!results || !link || !text) return;
        const list = document.createElement('a');
        list.href = link.href;
        list.textContent = link.textContent;
        const message = document.createElement('p');
        message.setAttribute('role', 'status');
        message.append(text.textContent || '', ' ', list);
        results.replaceChildren(message);
        results.removeAttribute('hidden');
      });
  }

  link.hidden = true;
  form.hidden = false;
  field.addEventListener('focus', load, { once: true });
  field.addEventListener('input', load, { once: true });
  form.addEventListener('submit', function (event) {
    event.preventDefault();
    const query = field.value.trim();
    // A lone surrogate can't be written into an address.
    const whole = query.replace(/[\uD800-\uDFFF]/gu, '\uFFFD');
    if (query) location.href = form.action + '#q=' + encodeURIComponent(whole);
  });
  if (results) load();
})();
