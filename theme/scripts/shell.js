// The frame's own conveniences. Everything here has a way that works without it.
(function () {
  'use strict';

  /** @type {{ [name: string]: any }} */
  const Waymark = window.Waymark;
  const html = document.documentElement;
  const index = html.dataset.search;

  // Search: the link to A–Z gives way to a field. The index is loaded at the first sign of use.
  const box = document.querySelector('[data-search]:not(html)');
  const form = box && box.querySelector('form');
  const link = box && box.querySelector('a');
  const field = form && form.querySelector('input');

  function loadSearch() {
    if (index) Waymark.load(index).catch(function () { /* the results page says so */ });
  }

  if (form && field && link && index) {
    link.hidden = true;
    form.hidden = false;
    field.addEventListener('focus', loadSearch, { once: true });
    field.addEventListener('input', loadSearch, { once: true });
    // What is looked for travels after the `#`: it never leaves the device.
    form.addEventListener('submit', function (event) {
      event.preventDefault();
      const query = field.value.trim();
      if (query) location.href = form.action + '#q=' + encodeURIComponent(query);
    });
  }
  if (document.querySelector('[data-search-results]')) loadSearch();

  // Menus close by Escape and by a press elsewhere.
  const menus = document.querySelectorAll('details[data-menu]');
  document.addEventListener('keydown', function (event) {
    if (event.key !== 'Escape') return;
    for (const menu of menus) {
      if (!menu.hasAttribute('open')) continue;
      const summary = menu.querySelector('summary');
      if (summary && menu.contains(document.activeElement)) summary.focus();
      menu.removeAttribute('open');
    }
  });
  document.addEventListener('click', function (event) {
    for (const menu of menus) {
      if (event.target instanceof Node && !menu.contains(event.target)) menu.removeAttribute('open');
    }
  });

  // Printing a sheet.
  for (const button of document.querySelectorAll('button[data-print]')) {
    button.removeAttribute('hidden');
    button.addEventListener('click', function () { window.print(); });
  }
})();
