// The real report form: encrypts once for the chosen desk, sends or hands out that one file.
(function () {
  'use strict';

  const { Waymark } = /** @type {{ Waymark: WaymarkReport }} */ (/** @type {unknown} */ (globalThis));
  const form = document.querySelector('form[data-form="report"]');
  if (!(form instanceof HTMLFormElement)) return;

  const relay = Waymark.formPage.relayOf(form);
  const instance = form.dataset.instance || '';
  const bits = Number(form.dataset.stampBits);

  /**
   * The encrypted report. Kept until a word changes, so that sending again, or sending what was
   * saved, sends the same file and counts as the same report.
   * @type {Promise<Uint8Array> | null}
   */
  let sealed = null;

  /** @param {WrittenReport} report */
  async function seal({ desk, recipients, lang, answers }) {
    const id = Waymark.plaintext.newId();
    const json = Waymark.plaintext.json({ id, instance, desk, lang, answers, receipt: null });
    return Waymark.envelope.seal(Waymark.plaintext.pad(json), recipients);
  }

  /** @param {WrittenReport} report */
  function ageFile(report) {
    if (!sealed) {
      const attempt = seal(report);
      attempt.catch(() => {
        if (sealed === attempt) sealed = null;
      });
      sealed = attempt;
    }
    return sealed;
  }

  Waymark.startForm(form, {
    canSend: relay !== null,
    forget() {
      sealed = null;
    },
    async send(report, options) {
      if (relay === null) return { kind: 'offline' };
      return Waymark.deliver(await ageFile(report), { relay, desk: report.desk, instance, bits }, options);
    },
    async file(report) {
      // A name that says nothing; the same report may be saved twice under two names.
      const name = Array.from(crypto.getRandomValues(new Uint8Array(4)), (byte) => (byte % 36).toString(36)).join('');
      return { name: 'note-' + name + '.dat', bytes: await ageFile(report) };
    },
  });
})();
