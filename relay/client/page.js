// What the pages with a form have in common: their words, the summary of errors, the progress
// of sending, and saving a file. Text only ever enters the page as text.
(function () {
  'use strict';

  const { Waymark } = /** @type {{ Waymark: WaymarkReport }} */ (/** @type {unknown} */ (globalThis));

  /** What each refusal means to the writer; any other name means that this copy is faulty. */
  const REFUSALS = ['unknown-desk', 'desk-paused', 'desk-closed'];

  /**
   * A sentence of the page's language. The templates leave them in the page, `{n}` for a number.
   * @type {WaymarkReport['formPage']['text']}
   */
  function text(key, values = {}) {
    const element = document.querySelector('[data-key="' + key + '"]');
    const sentence = (element && element.textContent) || key;
    return sentence.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
  }

  /** @param {number} value */
  function number(value) {
    return new Intl.NumberFormat(document.documentElement.lang || undefined).format(value);
  }

  /**
   * @param {Element | null} element
   * @param {boolean} visible
   */
  function show(element, visible) {
    if (element instanceof HTMLElement) element.hidden = !visible;
  }

  /** @param {Element | null} element */
  function focusOn(element) {
    if (element instanceof HTMLElement) {
      element.focus({ preventScroll: true });
      // At once: a page that still slides under the finger gets the wrong button pressed.
      element.scrollIntoView({ block: 'start', behavior: 'instant' });
    }
  }

  /** @type {WaymarkReport['formPage']['find']} */
  function find(root, selector) {
    const element = root.querySelector(selector);
    if (!element) throw new Error('the page lacks ' + selector);
    return /** @type {any} */ (element);
  }

  /**
   * Fills the summary of errors and moves the reader there; an empty list hides it.
   * @type {WaymarkReport['formPage']['errors']}
   */
  function errors(root, problems) {
    const summary = find(root, '[data-errors]');
    const list = find(summary, 'ul');
    list.replaceChildren();
    for (const marked of root.querySelectorAll('[aria-invalid]')) marked.removeAttribute('aria-invalid');
    for (const { message, field } of problems) {
      const item = document.createElement('li');
      const target = field ? document.getElementById(field) : null;
      if (target) {
        target.setAttribute('aria-invalid', 'true');
        const link = document.createElement('a');
        link.href = '#' + field;
        link.textContent = message;
        link.addEventListener('click', (event) => {
          event.preventDefault();
          focusOn(target);
        });
        item.append(link);
      } else {
        item.textContent = message;
      }
      list.append(item);
    }
    show(summary, problems.length > 0);
    if (problems.length > 0) focusOn(summary);
  }

  /**
   * The address to send to, or `null` where this copy has none: opened as a file, a site that
   * names no host of its own for the relay can only save.
   * @param {HTMLElement} element
   */
  function relayOf(element) {
    try {
      const url = new URL(element.dataset.relay || '', document.baseURI);
      return /^https?:$/.test(url.protocol) ? url.href : null;
    } catch (_) {
      return null;
    }
  }

  /**
   * @param {string} name
   * @param {Uint8Array} bytes
   */
  function saveFile(name, bytes) {
    const blob = new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (bytes)], { type: 'application/octet-stream' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  /**
   * The place that shows work in progress, with its button to stop.
   * @type {WaymarkReport['formPage']['working']}
   */
  function working(root) {
    const box = find(root, '[data-working]');
    const line = find(box, '[data-working-text]');
    /** @type {HTMLProgressElement} */
    const bar = find(box, 'progress');
    // All of them: words changed while the report is on its way would be cleared as if they had been sent.
    const actions = root.querySelectorAll('[data-actions]');
    let abort = new AbortController();
    find(box, '[data-cancel]').addEventListener('click', () => abort.abort());
    return {
      begin() {
        abort = new AbortController();
        line.textContent = '';
        bar.value = 0;
        for (const group of actions) show(group, false);
        show(box, true);
        focusOn(box);
        return abort.signal;
      },
      end() {
        show(box, false);
        for (const group of actions) show(group, true);
      },
      stop: () => abort.abort(),
      stage(stage) {
        line.textContent = text('report-stage-' + stage);
        if (stage === 'send') bar.removeAttribute('value');
      },
      progress(share) {
        bar.value = share;
      },
    };
  }

  /** @param {SendResult} result */
  function outcome(result) {
    switch (result.kind) {
      case 'queued':
        return { done: true, message: '' };
      case 'refused':
        return {
          done: false,
          message: text('report-refused-' + (REFUSALS.includes(result.problem) ? result.problem : 'faulty')),
        };
      case 'wrong-day':
      case 'weak-stamp':
        return { done: false, message: text('report-unavailable') };
      default:
        return { done: false, message: text('report-' + result.kind) };
    }
  }

  Waymark.formPage = { text, number, show, focusOn, find, errors, relayOf, saveFile, working, outcome };
})();
