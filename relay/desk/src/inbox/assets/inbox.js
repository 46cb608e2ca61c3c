// The inbox's page: asks the program on this computer, shows what it answers, keeps nothing. Every
// text of a report reaches the page as a text node, never as markup.
(function () {
  'use strict';

  /**
   * @typedef {{ name: string, day: string | null, received: string, danger: string, lang: string, state: string, shares_id: boolean }} Row
   * @typedef {{ name: string, reason?: string, received?: string, size?: number }} Item
   * @typedef {{ id: string, instance: string, desk: string, lang: string, answers: Record<string, unknown>, wants_reply: boolean, other: Record<string, unknown> }} Report
   * @typedef {{ name: string, day: string | null, received: string, state: string, report: Report }} Stored
   * @typedef {{ desk: string, demo: boolean, asks_passphrase: boolean, locked: boolean, idle_seconds: number, can_fetch: boolean }} Status
   * @typedef {{ reports: string[], repeated: number, deleted_before: number, set_aside: string[] }} Summary
   * @typedef {{ running: boolean, handled: number, done: Summary | null, error: string | null }} Fetching
   * @typedef {{ text(key: string, values?: Record<string, string | number>): string, has(key: string): boolean,
   *   parts(words: string): { text: string, hidden: boolean }[], formatDay(day: string | null): string,
   *   formatLanguage(tag: string): string, languageTag(tag: string): string,
   *   use(name: string, strings: Record<string, string>): void }} Words
   * @typedef {{ call(path: string, body?: unknown): Promise<any>, refusal(error: unknown): string,
   *   enter(link: string): Promise<boolean>, leave(): void }} Program
   */

  const { words, program } = /** @type {{ WaymarkDesk: { words: Words, program: Program } }} */ (/** @type {unknown} */ (globalThis)).WaymarkDesk;
  const { call } = program;
  const { text } = words;
  const QUESTIONS = ['danger', 'about', 'what', 'where', 'when', 'who', 'children', 'how', 'wishes', 'place'];
  /** Answers that the form offers to choose from. @type {Record<string, string[]>} */
  const CHOICES = { danger: ['yes', 'no', 'unknown'], children: ['yes', 'no', 'unknown'], about: ['noticed', 'colleague', 'myself'] };
  const LANGUAGES = ['en', 'fr'];

  /** @type {Status} */
  let status = { desk: '', demo: false, asks_passphrase: true, locked: true, idle_seconds: 600, can_fetch: false };
  /** What is on screen, to draw again in another language. @type {() => void | Promise<void>} */
  let draw = () => {};
  let note = '';
  let lastTouch = Date.now();
  let lastUse = Date.now();

  /**
   * @template {HTMLElement} T
   * @param {string} id
   * @param {new () => T} kind
   * @returns {T}
   */
  function part(id, kind) {
    const found = document.getElementById(id);
    if (!(found instanceof kind)) throw new Error('the page lacks #' + id);
    return found;
  }
  const main = part('main', HTMLElement);
  const spoken = part('spoken', HTMLElement);
  const lockButton = part('lock', HTMLButtonElement);
  const chooser = part('language', HTMLSelectElement);

  /**
   * @param {string} tag
   * @param {Record<string, string>} [attributes]
   * @param {...(Node | string)} children
   */
  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  }

  /**
   * @param {string} label
   * @param {string} kind
   * @param {() => void} act
   */
  function button(label, kind, act) {
    const element = make('button', { type: 'button', class: kind }, label);
    element.addEventListener('click', act);
    return element;
  }

  /** Somebody's words: own direction, own language, not for translation. @param {string} said @param {string} lang */
  function quote(said, lang) {
    const element = make('div', { class: 'said', dir: 'auto', translate: 'no' });
    const tag = words.languageTag(lang);
    if (tag) element.lang = tag;
    element.append(...spans(said));
    return element;
  }

  /** @param {string} said */
  function spans(said) {
    return words.parts(said).map((piece) => (piece.hidden
      ? make('span', { class: 'mark', dir: 'ltr', title: text('hidden-mark') }, piece.text)
      : document.createTextNode(piece.text)));
  }

  /** What went wrong, where the reader is. @param {unknown} error */
  function failed(error) {
    const refusal = program.refusal(error);
    if (refusal === 'locked') return showUnlock(text('locked-idle'));
    if (refusal === 'no-session') return showClosed();
    const detail = error instanceof Error ? error.message : String(error);
    const key = words.has('error-' + refusal) ? 'error-' + refusal : 'error-failed';
    const box = make('p', { class: 'problem', role: 'alert' }, text(key, { detail }));
    main.querySelector('.problem')?.remove();
    main.querySelector('h1')?.after(box);
  }

  /**
   * Shows a view and moves the reader to its heading.
   * @param {string} title
   * @param {...(Node | string)} content
   */
  function show(title, ...content) {
    const heading = make('h1', { tabindex: '-1' }, title);
    main.replaceChildren(...content.filter((c) => c instanceof HTMLElement && c.dataset['before'] === ''), heading,
      ...content.filter((c) => !(c instanceof HTMLElement && c.dataset['before'] === '')));
    document.title = title + ' · ' + text('title');
    lockButton.hidden = status.locked;
    heading.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }

  function showClosed() {
    draw = showClosed;
    status.locked = true;
    program.leave();
    show(text('closed-title'), make('p', { class: 'lede' }, text('closed-text')));
  }

  /** @param {string} [reason] */
  function showUnlock(reason) {
    draw = () => showUnlock(reason);
    status.locked = true;
    const field = /** @type {HTMLInputElement} */ (make('input', {
      type: 'password', id: 'passphrase', autocomplete: 'off', spellcheck: 'false', autocapitalize: 'off', required: '',
    }));
    const submit = make('button', { class: 'primary' }, text('unlock'));
    const form = make('form', { class: 'unlock' });
    if (status.asks_passphrase) form.append(make('label', { for: 'passphrase' }, text('passphrase')), field);
    form.append(submit);
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      submit.setAttribute('disabled', '');
      spoken.textContent = text('unlocking');
      submit.textContent = text('unlocking');
      try {
        await call('unlock', { passphrase: field.value });
        status.locked = false;
        lastUse = Date.now();
        await showList();
      } catch (error) {
        failed(error);
        submit.removeAttribute('disabled');
        submit.textContent = text('unlock');
        field.select();
      } finally {
        spoken.textContent = '';
      }
    });
    const minutes = Math.round(status.idle_seconds / 60);
    const lines = [reason ?? '', status.asks_passphrase ? text('unlock-text', { n: minutes }) : text('unlock-demo')];
    show(text('unlock-title'), ...lines.filter(Boolean).map((line) => make('p', { class: 'lede' }, line)), form);
    if (status.asks_passphrase) field.focus();
  }

  async function showList() {
    /** @type {{ reports: Row[], damaged: string[], quarantine: Item[] }} */
    let held;
    try {
      held = await call('reports');
    } catch (error) {
      failed(error);
      return;
    }
    // Locked while the answer was on its way.
    if (status.locked) return;
    draw = showList;
    const bar = make('div', { class: 'actions' });
    if (status.can_fetch) bar.append(button(text('fetch'), 'primary', () => void check(bar)));
    bar.append(make('p', { class: 'note', id: 'note' }, note));
    const fresh = held.reports.filter((row) => row.state === 'new').length;
    /** @type {Node[]} */
    const content = [bar];
    if (held.reports.length === 0) {
      content.push(make('div', { class: 'card empty' }, make('h2', {}, text('list-none')), make('p', {}, text('list-none-text'))));
    } else {
      content.push(make('p', { class: 'count' }, text('count-reports', { n: held.reports.length, new: fresh })));
      content.push(make('ol', { class: 'rows' }, ...held.reports.map(row)));
    }
    if (held.quarantine.length > 0) content.push(asideBox(held.quarantine));
    if (held.damaged.length > 0) {
      content.push(box('damaged', text('damaged-title', { n: held.damaged.length }), text('damaged-text'),
        held.damaged.map((name) => make('li', {}, make('code', {}, name.slice(0, 8))))));
    }
    show(text('list-title'), ...content);
  }

  /** @param {Row} row */
  function row(row) {
    const link = make('button', { type: 'button', class: 'row' + (row.danger === 'yes' ? ' danger' : '') + (row.state === 'new' ? ' new' : '') });
    if (row.danger === 'yes') link.append(make('strong', { class: 'badge urgent' }, text('danger-now')));
    if (row.state === 'new') link.append(make('span', { class: 'badge' }, text('state-new')));
    link.append(make('span', { class: 'day' }, row.day ? words.formatDay(row.day) : text('received', { day: words.formatDay(row.received) })));
    if (row.lang) link.append(make('span', { class: 'soft' }, text('written-in', { language: '' }), make('bdi', {}, ...spans(words.formatLanguage(row.lang)))));
    link.append(make('code', { class: 'soft' }, row.name.slice(0, 8)));
    if (row.shares_id) link.append(make('span', { class: 'soft wide' }, text('shares-id')));
    link.addEventListener('click', () => {
      history.pushState({ report: row.name }, '');
      void showReport(row.name);
    });
    return make('li', {}, link);
  }

  /** @param {Item[]} items */
  function asideBox(items) {
    return box('quarantine', text('quarantine-title', { n: items.length }), text('quarantine-text'), items.map((item) => make('li', {},
      text('reason-' + (item.reason ?? 'unreadable')), item.received ? ' · ' + text('received', { day: words.formatDay(item.received) }) : '',
      ' · ', make('code', {}, item.name.slice(0, 8)))));
  }

  /** @param {string} kind @param {string} title @param {string} about @param {Node[]} items */
  function box(kind, title, about, items) {
    return make('details', { class: 'card ' + kind }, make('summary', {}, title), make('p', {}, about), make('ul', {}, ...items));
  }

  /** Looks for new messages, showing how far it is. @param {HTMLElement} bar */
  async function check(bar) {
    bar.querySelector('button')?.setAttribute('disabled', '');
    const line = part('note', HTMLElement);
    try {
      /** @type {Fetching} */
      let state = await call('fetch', {});
      while (state.running) {
        line.textContent = text('fetching', { n: state.handled });
        await new Promise((resolve) => setTimeout(resolve, 150));
        state = await call('fetch');
      }
      note = outcome(state);
      await showList();
      spoken.textContent = note;
      main.querySelector('button')?.focus();
    } catch (error) {
      bar.querySelector('button')?.removeAttribute('disabled');
      failed(error);
    }
  }

  /** @param {Fetching} state */
  function outcome(state) {
    if (!state.done) return text('fetch-failed', { detail: state.error ?? '' });
    const { reports, repeated, deleted_before: before, set_aside: aside } = state.done;
    const lines = [reports.length > 0 ? text('fetch-done', { n: reports.length }) : text('fetch-done-none')];
    if (repeated + before > 0) lines.push(text('fetch-repeated', { n: repeated + before }));
    if (aside.length > 0) lines.push(text('fetch-set-aside', { n: aside.length }));
    return lines.join(' ');
  }

  /** @param {string} name */
  async function showReport(name) {
    /** @type {Stored} */
    let stored;
    try {
      stored = await call('reports/' + encodeURIComponent(name));
    } catch (error) {
      failed(error);
      return;
    }
    if (status.locked) return;
    draw = () => showReport(name);
    note = '';
    const { report } = stored;
    const back = button(text('back'), 'quiet back', () => history.back());
    back.dataset['before'] = '';
    const content = [back, facts(stored)];
    if (report.answers['danger'] === 'yes') {
      content.push(make('section', { class: 'card urgent' }, make('h2', {}, text('report-danger-title')), make('p', {}, text('report-danger-text'))));
    }
    content.push(make('section', { class: 'card' }, make('h2', {}, text('report-note-title')), make('p', {}, text('report-note-text'))));
    content.push(...answers(report));
    content.push(make('div', { class: 'actions end' }, button(text('print'), 'quiet', () => window.print()), make('p', { class: 'note' }, text('print-note'))));
    show(stored.day ? text('report-title', { day: words.formatDay(stored.day) }) : text('report-title-unknown'), ...content);
    if (stored.state === 'new') call('reports/' + encodeURIComponent(name) + '/read', {}).catch(failed);
  }

  /** @param {Stored} stored */
  function facts({ name, day, received, report }) {
    const list = make('dl', { class: 'facts' });
    /** @param {string} key @param {Node | string} value */
    const add = (key, value) => list.append(make('div', {}, make('dt', {}, text(key)), make('dd', {}, value)));
    add('fact-reference', make('code', {}, name.slice(0, 8)));
    add('fact-day', day ? words.formatDay(day) : text('received', { day: words.formatDay(received) }));
    if (report.lang) add('fact-language', make('bdi', {}, ...spans(words.formatLanguage(report.lang))));
    if (report.instance) add('fact-site', make('bdi', { translate: 'no' }, ...spans(report.instance)));
    if (report.desk !== status.desk) add('fact-desk', make('bdi', { translate: 'no' }, ...spans(report.desk)));
    add('fact-reply', report.wants_reply ? text('reply-yes') : text('reply-no'));
    return list;
  }

  /** Known questions in their order, then whatever a newer form asked. @param {Report} report */
  function answers(report) {
    const said = (/** @type {unknown} */ value) => (typeof value === 'string' ? value : JSON.stringify(value));
    const list = make('dl', { class: 'answers' });
    const empty = [];
    for (const question of QUESTIONS) {
      const value = report.answers[question];
      if (value === undefined || said(value).trim() === '') empty.push(text('question-' + question));
      else if (CHOICES[question]?.includes(said(value))) list.append(make('dt', {}, text('question-' + question)), make('dd', {}, text('answer-' + said(value))));
      else list.append(make('dt', {}, text('question-' + question)), make('dd', {}, quote(said(value), report.lang)));
    }
    const more = Object.entries(report.answers).filter(([question]) => !QUESTIONS.includes(question));
    for (const [name, value] of [...more, ...Object.entries(report.other)]) {
      const label = make('dt', {}, ...spans(text('other-member', { name })));
      if (said(value).trim() !== '') list.append(label, make('dd', {}, quote(said(value), report.lang)));
    }
    const rest = empty.map((label) => label.replace(/[\s\u00a0\u202f]*[?]$/, '')).join(' · ');
    return empty.length > 0 ? [list, make('p', { class: 'soft' }, text('unanswered', { list: rest }))] : [list];
  }

  /** @param {string} reason */
  async function lock(reason) {
    main.replaceChildren();
    history.replaceState(null, '');
    status.locked = true;
    try {
      await call('lock', {});
      showUnlock(text(reason));
    } catch (error) {
      showUnlock();
      failed(error);
    }
  }

  /** Reading is use, too: the program hears of it at most once in a while. */
  function used() {
    lastUse = Date.now();
    if (status.locked || Date.now() - lastTouch < Math.min(30_000, status.idle_seconds * 250)) return;
    lastTouch = Date.now();
    call('touch', {}).catch(failed);
  }

  function watchIdle() {
    if (!status.locked && Date.now() - lastUse > status.idle_seconds * 1000) void lock('locked-idle');
  }

  /** @param {string} name */
  async function speak(name) {
    const response = await fetch('/strings/' + name + '.json', { credentials: 'omit' });
    words.use(name, await response.json());
    document.documentElement.lang = name;
    chooser.value = name;
    for (const element of document.querySelectorAll('[data-text]')) {
      element.textContent = text(element.getAttribute('data-text') ?? '');
    }
  }

  async function start() {
    const asked = navigator.languages.map((tag) => tag.split('-')[0] ?? '').find((tag) => LANGUAGES.includes(tag));
    await speak(asked ?? 'en');
    const link = location.hash.slice(1);
    // Out of the address bar and the history before anything else happens.
    history.replaceState(null, '', '/');
    if (!(await program.enter(link))) return showClosed();
    try {
      status = await call('status');
    } catch (error) {
      show(text('title'));
      return failed(error);
    }
    part('desk', HTMLElement).textContent = status.desk;
    part('banner', HTMLElement).hidden = !status.demo;
    if (status.locked) showUnlock();
    else await showList();
  }

  lockButton.addEventListener('click', () => void lock('locked-now'));
  chooser.addEventListener('change', async () => {
    await speak(chooser.value);
    note = '';
    await draw();
    chooser.focus();
  });
  part('brand', HTMLAnchorElement).addEventListener('click', (event) => {
    event.preventDefault();
    if (!status.locked) void showList();
  });
  window.addEventListener('popstate', (event) => {
    if (status.locked) return;
    const name = event.state?.report;
    void (typeof name === 'string' ? showReport(name) : showList());
  });
  window.addEventListener('hashchange', () => void start());
  for (const kind of ['keydown', 'pointerdown', 'wheel', 'touchmove']) document.addEventListener(kind, used, { passive: true });
  setInterval(watchIdle, 1000);
  // A page kept by the browser for "back" must not show a report after the inbox was left.
  window.addEventListener('pagehide', () => main.replaceChildren());
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) void start();
  });
  void start();
})();
