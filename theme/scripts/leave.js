// Leaving at once: every link marked `data-leave`, and the Shift key alone three times.
// What this can't do (history, the network's records) is said beside it and in the privacy page.
(function () {
  'use strict';

  /** @type {{ [name: string]: any }} */
  const Waymark = (window.Waymark = window.Waymark || {});
  const html = document.documentElement;
  const title = document.title;
  /** How long three presses may take together, in milliseconds. */
  const PATIENCE = 5000;

  let leaving = false;

  // A form's "do you want to leave?" must not stand in the way. Listeners of the window run in
  // the order in which they were added, capturing or not, so this one, of the first script, ends
  // the event before a form's own hears of it. Pages without a form go without: a listener can
  // keep a browser from showing a page again at once on "Back".
  if (document.querySelector('main form')) {
    window.addEventListener('beforeunload', function (event) {
      if (leaving) event.stopImmediatePropagation();
    }, true);
  }

  function clearFields() {
    for (const field of document.querySelectorAll('input, textarea, select')) {
      if (field instanceof HTMLInputElement && /^(?:checkbox|radio)$/.test(field.type)) {
        field.checked = false;
      } else if (field instanceof HTMLSelectElement) {
        field.selectedIndex = -1;
      } else if (field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type !== 'hidden')) {
        field.value = '';
      }
    }
  }

  /**
   * Blanks the page, forgets what was typed and goes elsewhere without a way back to this entry.
   * @param {string} address
   */
  function leave(address) {
    leaving = true;
    window.onbeforeunload = null;
    html.hidden = true;
    document.title = '\u200b';
    clearFields();
    // Scripts drop what they hold in memory. They may fail; leaving may not.
    document.dispatchEvent(new Event('waymark-leave'));
    location.replace(navigator.onLine === false ? 'about:blank' : address);
  }

  const link = document.querySelector('a[data-leave]');
  const elsewhere = link instanceof HTMLAnchorElement ? link.href : 'about:blank';

  Waymark.leave = function () { leave(elsewhere); };

  document.addEventListener('click', function (event) {
    const target = event.target instanceof Element && event.target.closest('a[data-leave]');
    if (target) {
      event.preventDefault();
      leave(elsewhere);
    }
  }, true);

  // Shift counts when it was pressed and let go with nothing in between, so that typing a
  // capital letter or selecting with the mouse never counts.
  let presses = 0;
  let alone = false;
  let first = 0;

  window.addEventListener('keydown', function (event) {
    if (event.key !== 'Shift') {
      alone = false;
      presses = 0;
    } else if (!event.repeat) {
      alone = true;
    }
  }, true);
  window.addEventListener('pointerdown', function () { alone = false; presses = 0; }, true);
  window.addEventListener('keyup', function (event) {
    if (event.key !== 'Shift' || !alone) return;
    alone = false;
    if (presses === 0 || event.timeStamp - first > PATIENCE) {
      presses = 0;
      first = event.timeStamp;
    }
    presses += 1;
    if (presses === 3) leave(elsewhere);
  }, true);

  // Back to a page that the browser kept: show it again, empty.
  window.addEventListener('pageshow', function (event) {
    presses = 0;
    if (!event.persisted) return;
    leaving = false;
    clearFields();
    document.title = title;
    html.hidden = false;
  });
})();
