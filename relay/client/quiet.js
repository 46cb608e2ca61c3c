// An old copy knows when each desk last opened its messages, and only the reader's own clock knows
// how long ago that was. After three working days it says what a fresh copy would say.
(function () {
  'use strict';

  const { Waymark } = /** @type {{ Waymark: WaymarkReport }} */ (/** @type {unknown} */ (globalThis));
  const DAY = 86_400_000;
  /** The same number as in the generator (`render/listing.rs`). */
  const WORKING_DAYS = 3;

  Waymark.isQuiet = function (opened, now) {
    let passed = 0;
    // A week is enough to look at: it holds more working days than that.
    for (let day = Date.parse(opened) + DAY, end = day + 7 * DAY; day <= now && day < end; day += DAY) {
      const weekday = new Date(day).getUTCDay();
      if (weekday !== 0 && weekday !== 6) passed += 1;
    }
    return passed > WORKING_DAYS;
  };

  if (typeof document === 'undefined') return;
  for (const note of document.querySelectorAll('[data-opened]')) {
    if (note instanceof HTMLElement && Waymark.isQuiet(note.dataset.opened || '', Date.now())) note.hidden = false;
  }
})();
