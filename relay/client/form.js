// The way through the form: write, check, then send or save. What happens behind the buttons is
// the carrier's: the real form encrypts and sends (report.js), the one for practice does neither.
//
// Nothing is kept anywhere but in the fields, and these are emptied whenever the page comes or goes.
(function () {
  'use strict';

  const { Waymark } = /** @type {{ Waymark: WaymarkReport }} */ (/** @type {unknown} */ (globalThis));
  /** Bytes of room below which the writer is told without looking. */
  const LOW = [0, 500, 2000];

  Waymark.startForm = function (form, carrier) {
    const { text, number, show, focusOn, find, errors, saveFile, working, outcome } = Waymark.formPage;
    const steps = ['write', 'check', 'sent', 'saved'];
    const step = /** @param {string} name */ (name) => find(form, '[data-step="' + name + '"]');
    const work = working(step('check'));
    /** The words are gone on their way, or were never there: no warning before leaving. */
    let typed = false;
    let lowest = LOW.length;

    /** @param {string} name */
    function goTo(name) {
      for (const other of steps) show(step(other), other === name);
      errors(step('write'), []);
      errors(step('check'), []);
      focusOn(find(step(name), 'h2'));
    }

    /** @param {string} name */
    function answer(name) {
      const field = form.querySelector('[data-answer="' + name + '"]');
      if (field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) return field.value;
      const chosen = field && field.querySelector('input:checked');
      return chosen instanceof HTMLInputElement ? chosen.value : '';
    }

    /** @returns {HTMLInputElement | null} */
    function desk() {
      return form.querySelector('input[name="desk"]:checked, input[name="desk"][type="hidden"]');
    }

    /** @returns {WrittenReport} */
    function written() {
      const chosen = desk();
      return {
        desk: chosen ? chosen.value : '',
        recipients: (chosen && chosen.dataset.recipients ? chosen.dataset.recipients : '').split(' ').filter(Boolean),
        lang: document.documentElement.lang,
        answers: {
          danger: answer('danger'),
          about: answer('about'),
          what: answer('what'),
          where: answer('where'),
          when: answer('when'),
          who: answer('who'),
          children: answer('children'),
          how: answer('how'),
          wishes: answer('wishes'),
          place: answer('place'),
        },
      };
    }

    /** Bytes left, negative when there is too much. An id is as long as any other. */
    function room() {
      const { desk: id, lang, answers } = written();
      const instance = form.dataset.instance || '';
      return Waymark.plaintext.room({ id: '0'.repeat(32), instance, desk: id, lang, answers, receipt: null });
    }

    function showRoom() {
      const left = room();
      const sentence = left < 0 ? text('report-room-over', { n: number(-left) }) : text('report-room', { n: number(left) });
      for (const place of form.querySelectorAll('[data-room]')) {
        place.textContent = sentence;
        place.classList.toggle('over', left < 0);
      }
      // Read aloud only when it gets tight: a count after every key would drown the words.
      const level = LOW.findIndex((bytes) => left < bytes);
      const rank = level < 0 ? LOW.length : level;
      if (rank < lowest) find(form, '[data-room-status]').textContent = sentence;
      lowest = rank;
    }

    function empty() {
      // Whoever leaves and comes back has ended it: no report may go out behind an empty form.
      work.stop();
      form.reset();
      carrier.forget();
      typed = false;
      lowest = LOW.length;
      for (const list of form.querySelectorAll('[data-findings], [data-summary]')) list.replaceChildren();
      find(form, '[data-room-status]').textContent = '';
      show(find(form, '[data-danger]'), false);
      showRoom();
    }

    /** Says what keeps the report from going on, if anything does. */
    function problems() {
      /** @type {{ message: string, field?: string }[]} */
      const found = [];
      if (!desk()) {
        const first = form.querySelector('input[name="desk"]');
        found.push({ message: text('report-error-desk'), field: first ? first.id : undefined });
      }
      const { answers } = written();
      if (!Object.entries(answers).some(([name, value]) => name !== 'place' && value.trim() !== '')) {
        found.push({ message: text('report-error-empty'), field: 'answer-what' });
      }
      const left = room();
      if (left < 0) {
        const fields = Array.from(form.querySelectorAll('textarea'));
        fields.sort((a, b) => b.value.length - a.value.length);
        found.push({ message: text('report-room-over', { n: number(-left) }), field: fields[0].id });
      }
      return found;
    }

    /** The question and the answer's words, for whatever was answered. */
    function answered() {
      const pairs = [];
      for (const field of form.querySelectorAll('[data-answer]')) {
        const caption = field instanceof HTMLFieldSetElement
          ? field.querySelector('legend')
          : form.querySelector('label[for="' + field.id + '"]');
        let value = '';
        if (field instanceof HTMLTextAreaElement) value = field.value;
        else if (field instanceof HTMLSelectElement) value = field.value && field.selectedOptions[0].text;
        else {
          const chosen = field.querySelector('input:checked');
          const label = chosen instanceof HTMLInputElement && chosen.labels && chosen.labels[0];
          value = (label && label.textContent) || '';
        }
        if (value.trim()) pairs.push({ question: (caption && caption.textContent) || '', value: value.trim() });
      }
      return pairs;
    }

    function showCheck() {
      const fields = Array.from(form.querySelectorAll('textarea'), (area) => ({ field: area.id, text: area.value }));
      const findings = Waymark.selfcheck(fields);
      const list = find(form, '[data-findings]');
      list.replaceChildren();
      for (const { field, kind, before, found, after } of findings) {
        const item = document.createElement('li');
        const label = form.querySelector('label[for="' + field + '"]');
        const mark = document.createElement('mark');
        mark.textContent = found;
        const quote = document.createElement('q');
        quote.dir = 'auto';
        quote.append(before, mark, after);
        item.append(text('report-found-' + kind, { question: (label && label.textContent) || '' }) + ' ', quote);
        list.append(item);
      }
      show(find(form, '[data-found]'), findings.length > 0);
      show(find(form, '[data-found-nothing]'), findings.length === 0);

      const summary = find(form, '[data-summary]');
      summary.replaceChildren();
      const chosen = desk();
      const name = (chosen && chosen.dataset.name) || '';
      for (const { question, value } of [{ question: text('report-desk-chosen'), value: name }, ...answered()]) {
        const term = document.createElement('dt');
        term.textContent = question;
        const words = document.createElement('dd');
        words.textContent = value;
        words.dir = 'auto';
        const pair = document.createElement('div');
        pair.append(term, words);
        summary.append(pair);
      }
    }

    /**
     * Does one thing behind a button; whatever goes wrong, every word stays.
     * @param {(signal: AbortSignal) => Promise<void>} job
     */
    async function perform(job) {
      const check = step('check');
      errors(check, []);
      const signal = work.begin();
      try {
        await job(signal);
        work.end();
      } catch (error) {
        work.end();
        const known = error instanceof Waymark.plaintext.RoomError
          ? text('report-room-over', { n: number(error.over) })
          : text(error instanceof DOMException && error.name === 'AbortError' ? 'report-stopped' : 'report-failed');
        errors(check, [{ message: error instanceof Failure ? error.message : known }]);
      }
    }

    const send = () => perform(async (signal) => {
      const { stage, progress } = work;
      const { done, message } = outcome(await carrier.send(written(), { signal, stage, progress }));
      if (!done) throw new Failure(message);
      empty();
      goTo('sent');
    });

    const save = () => perform(async () => {
      const file = await carrier.file(written());
      if (file) {
        saveFile(file.name, file.bytes);
        find(form, '[data-file-name]').textContent = file.name;
      }
      goTo('saved');
    });

    /** @type {[string, () => void][]} */
    const buttons = [
      ['continue', () => {
        const found = problems();
        if (found.length > 0) return errors(step('write'), found);
        showCheck();
        goTo('check');
      }],
      ['change', () => goTo('write')],
      ['send', send],
      ['save', save],
      ['back', () => goTo('check')],
      ['clear', () => {
        empty();
        goTo('write');
      }],
    ];
    for (const [name, action] of buttons) {
      for (const button of form.querySelectorAll('[data-do="' + name + '"]')) button.addEventListener('click', action);
    }
    for (const button of form.querySelectorAll('[data-do="send"]')) show(button, carrier.canSend);
    for (const note of form.querySelectorAll('[data-no-relay]')) show(note, !carrier.canSend);

    const urgent = find(form, '[data-danger]');
    const placeField = form.querySelector('[data-answer="place"]');
    let deskTouched = false;
    form.addEventListener('input', (event) => {
      typed = true;
      carrier.forget();
      showRoom();
      const field = event.target;
      if (field instanceof HTMLInputElement && field.name === 'danger') show(urgent, field.value === 'yes');
      if (field instanceof HTMLInputElement && field.name === 'desk') deskTouched = true;
      // A place has its desk; the writer's own choice of a desk stands above it.
      if (field instanceof HTMLSelectElement && field === placeField && !deskTouched) {
        const id = field.selectedOptions[0].dataset.desk;
        for (const radio of form.querySelectorAll('input[name="desk"]')) {
          if (radio instanceof HTMLInputElement && radio.type === 'radio' && radio.value === id) radio.checked = true;
        }
      }
    });
    form.addEventListener('submit', (event) => event.preventDefault());
    // Browsers that write forms down to restore a session leave out fields that say so themselves;
    // the attribute isn't valid HTML on a choice, but obeyed.
    for (const field of form.querySelectorAll('input')) field.autocomplete = 'off';

    window.addEventListener('beforeunload', (event) => {
      if (typed) event.preventDefault();
    });
    document.addEventListener('waymark-leave', empty);
    window.addEventListener('pagehide', empty);
    // The form appears only now, emptied of what a browser may have put back: nobody has typed yet.
    window.addEventListener('pageshow', () => {
      empty();
      for (const other of steps) show(step(other), other === 'write');
      show(form, true);
    });
  };

  /** An outcome that leaves the report with its writer, in words for them. */
  class Failure extends Error {}
})();
