// The form for practice: the same steps, but nothing is encrypted, saved or sent.
(function () {
  'use strict';

  const { Waymark } = /** @type {{ Waymark: WaymarkReport }} */ (/** @type {unknown} */ (globalThis));
  const form = document.querySelector('form[data-form="practice"]');
  if (!(form instanceof HTMLFormElement)) return;

  /**
   * @param {number} milliseconds
   * @param {AbortSignal | undefined} signal
   * @returns {Promise<void>}
   */
  function pause(milliseconds, signal) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, milliseconds);
      if (signal) {
        signal.addEventListener('abort', () => {
          clearTimeout(timer);
          reject(new DOMException('stopped', 'AbortError'));
        });
      }
    });
  }

  Waymark.startForm(form, {
    canSend: true,
    forget() {},
    async send(_report, { signal, stage, progress }) {
      if (stage) stage('stamp');
      for (let share = 0; share < 1; share += 0.1) {
        if (progress) progress(share);
        await pause(120, signal);
      }
      if (stage) stage('send');
      await pause(400, signal);
      return { kind: 'queued' };
    },
    file: () => Promise.resolve(null),
  });
})();
