// The frame's own conveniences. Everything here has a way that works without it.
(function () {
  'use strict';

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
