// Sends a report that was saved earlier: the file keeps its encryption, only the frame and the
// stamp are made anew, for today.
(function () {
  'use strict';

  const { Waymark } = /** @type {{ Waymark: WaymarkReport }} */ (/** @type {unknown} */ (globalThis));
  const form = document.querySelector('form[data-form="send"]');
  if (!(form instanceof HTMLFormElement)) return;

  const { text, show, focusOn, find, errors, relayOf, working, outcome } = Waymark.formPage;
  const relay = relayOf(form);
  const instance = form.dataset.instance || '';
  const bits = Number(form.dataset.stampBits);
  const choose = find(form, '[data-step="choose"]');
  const sent = find(form, '[data-step="sent"]');
  const work = working(choose);
  /** @type {HTMLInputElement} */
  const fileField = find(form, 'input[type="file"]');

  function empty() {
    work.stop();
    /** @type {HTMLFormElement} */ (form).reset();
  }

  async function send() {
    errors(choose, []);
    /** @type {HTMLInputElement | null} */
    const desk = choose.querySelector('input[name="desk"]:checked, input[name="desk"][type="hidden"]');
    const file = fileField.files && fileField.files[0];
    const problems = [];
    if (!desk) {
      const first = choose.querySelector('input[name="desk"]');
      problems.push({ message: text('report-error-desk'), field: first ? first.id : undefined });
    }
    let age = null;
    if (!file) problems.push({ message: text('send-error-no-file'), field: fileField.id });
    else {
      // A file that is gone by now can't be read.
      const bytes = file.size <= Waymark.frame.SIZE ? await file.arrayBuffer().catch(() => null) : null;
      age = bytes && Waymark.frame.ageFileIn(new Uint8Array(bytes));
      if (!age) problems.push({ message: text('send-error-not-a-report'), field: fileField.id });
    }
    if (problems.length > 0 || !desk || !age || relay === null) return errors(choose, problems);

    const signal = work.begin();
    try {
      const { stage, progress } = work;
      const target = { relay, desk: desk.value, instance, bits };
      const { done, message } = outcome(await Waymark.deliver(age, target, { signal, stage, progress }));
      work.end();
      if (!done) return errors(choose, [{ message }]);
      empty();
      show(choose, false);
      show(sent, true);
      focusOn(find(sent, 'h2'));
    } catch (error) {
      work.end();
      const stopped = error instanceof DOMException && error.name === 'AbortError';
      errors(choose, [{ message: text(stopped ? 'report-stopped' : 'report-failed') }]);
    }
  }

  find(form, '[data-do="send"]').addEventListener('click', send);
  find(form, '[data-do="another"]').addEventListener('click', () => {
    show(sent, false);
    show(choose, true);
    focusOn(find(choose, 'h2'));
  });
  show(find(form, '[data-actions]'), relay !== null);
  show(find(form, '[data-no-relay]'), relay === null);
  form.addEventListener('submit', (event) => event.preventDefault());
  document.addEventListener('waymark-leave', empty);
  window.addEventListener('pagehide', empty);
  window.addEventListener('pageshow', () => {
    empty();
    show(sent, false);
    show(choose, true);
    show(form, true);
  });
})();
