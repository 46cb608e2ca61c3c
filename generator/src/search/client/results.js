// The search page: reads `#q=`, answers while the reader types, and keeps the address in step.
// The query stands after the `#` and never leaves the device. `&literal` after it: as typed.

const SHOWN = 10;

/** @typedef {{ query: string, literal: boolean }} Asked */

/**
 * What the address asks for.
 * @returns {Asked}
 */
function askedByAddress() {
  const match = /[#&]q=([^&]*)(&literal(?![^&]))?/.exec(location.hash);
  if (!match) return { query: '', literal: false };
  let query = match[1];
  try {
    query = decodeURIComponent(query.replace(/\+/g, ' '));
  } catch { /* Somebody cut the address short: what can't be decoded is shown as it is. */ }
  return { query, literal: !!match[2] };
}

/**
 * One result: where it leads, and what was found there.
 * @param {Result} result
 * @returns {HTMLLIElement}
 */
function itemOf(result) {
  const link = element('a', ...marked(result.title_marked));
  link.href = addressOf(result, '');
  const title = element('h2', link);
  const item = element('li', title);
  title.append(...languageOf(item, result));
  if (result.heading && result.heading !== result.title) {
    item.append(classed('search-heading', element('p', ...marked(result.heading_marked))));
  }
  if (result.excerpt.length) item.append(classed('search-excerpt', element('p', ...marked(result.excerpt))));
  return item;
}

/**
 * Takes over the container of the search page.
 * @param {HTMLElement} container
 * @param {Element} box
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement} field
 */
function startResults(container, box, form, field) {
  const place = container.querySelector('[data-search-answer]');
  const hint = container.querySelector('[data-search-hint]');
  if (!place) return;
  const announce = announcerIn(box);

  /** @type {Promise<Store> | undefined} */
  let store;
  let turn = 0;
  let timer = 0;
  let shown = { query: '', literal: false };
  /** Whether the address stands for what was typed since it last was given from elsewhere. */
  let typed = false;

  const links = () => /** @type {HTMLAnchorElement[]} */ ([...container.querySelectorAll('li a')]);

  /**
   * A summary, whatever belongs to it, and the results: all of it new, so that nothing that is
   * there moves.
   * @param {(string | Node)[]} summary
   * @param {Node[]} rest
   */
  function show(summary, rest) {
    if (!place) return;
    const inside = place.contains(document.activeElement);
    const status = classed('search-status', element('p', ...summary));
    status.tabIndex = -1;
    place.replaceChildren(status, ...rest);
    if (inside) status.focus();
    window.Waymark.searchFailed(false);
    if (hint) hint.toggleAttribute('hidden', true);
    announce(status.textContent || '');
    // Below a header that stays, the reader may have been far down in the old results.
    if (container.getBoundingClientRect().top < 0) container.scrollIntoView();
  }

  /**
   * @param {Answer} found
   * @param {Asked} asked
   */
  function showAnswer(found, asked) {
    const { query } = asked;
    const { results, pages, replaced } = found;
    const list = element('ol', ...results.map(itemOf));
    list.setAttribute('aria-label', phrase('search-results'));
    const line = (/** @type {Node} */ link) => classed('search-other', element('p', link));
    const other = (/** @type {string} */ text, /** @type {boolean} */ literal, /** @type {(string | Node)[]} */ ...children) => {
      const link = element('a', ...children);
      link.href = hashOf(text, literal);
      return line(link);
    };
    if (!pages) {
      const plain = query.replace(new RegExp(QUOTE, 'g'), ' ').trim();
      const rest = [element('p', phrase('search-none-hint')), line(listFromAToZ(box))];
      if (plain && plain !== query.trim()) rest.unshift(other(plain, asked.literal, phrase('search-unquoted')));
      return show(phraseAround('search-none', query), rest);
    }
    /** @type {Node[]} */
    const rest = [list];
    if (replaced.length) rest.unshift(other(query, true, ...phraseAround('search-literal', query)));
    if (pages > results.length) rest.push(moreButton(list, asked, results.length));
    show(summaryOf(found), rest);
  }

  /**
   * @param {HTMLOListElement} list
   * @param {Asked} asked
   * @param {number} count how many are there
   * @returns {HTMLButtonElement}
   */
  function moreButton(list, asked, count) {
    const button = classed('button', element('button', phrase('search-more')));
    button.type = 'button';
    button.addEventListener('click', async () => {
      const mine = turn;
      try {
        const { results, pages } = await findIn(await opened(), asked.query, count + SHOWN, asked);
        if (mine !== turn || list.children.length > count) return;
        list.append(...results.slice(count).map(itemOf));
        links()[count].focus();
        if (pages > results.length) button.replaceWith(moreButton(list, asked, results.length));
        else button.remove();
      } catch {
        if (mine === turn) fail();
      }
    });
    return button;
  }

  function opened() {
    store = store || openStore();
    return store;
  }

  function fail() {
    store = undefined;
    if (place) place.replaceChildren();
    announce('');
    window.Waymark.searchFailed(true);
  }

  /** @param {boolean} yes */
  function busy(yes) {
    container.setAttribute('aria-busy', String(yes));
  }

  function nothing() {
    busy(false);
    if (place) place.replaceChildren();
    if (hint) hint.toggleAttribute('hidden', false);
    window.Waymark.searchFailed(false);
    announce('');
  }

  /**
   * Answers a query; an answer that comes after a later question is dropped. The old results
   * stay until the new ones are there.
   * @param {Asked} asked
   */
  async function answer(asked) {
    const mine = ++turn;
    shown = asked;
    busy(true);
    if (!asked.query.trim()) return nothing();
    const slow = setTimeout(() => {
      const status = container.querySelector('.search-status');
      if (mine !== turn) return;
      if (status) status.textContent = phrase('search-loading');
      else show([phrase('search-loading')], []);
    }, PATIENCE);
    try {
      const found = await findIn(await opened(), asked.query, SHOWN, asked);
      if (mine === turn) showAnswer(found, asked);
    } catch {
      if (mine === turn) fail();
    } finally {
      clearTimeout(slow);
      if (mine === turn) busy(false);
    }
  }

  /** Answers what stands in the field. What is typed further takes the place of it in the history. */
  function fromField() {
    clearTimeout(timer);
    const hash = hashOf(field.value, false);
    if (hash !== location.hash) {
      const further = typed || !askedByAddress().query;
      history[further ? 'replaceState' : 'pushState'](null, '', hash || location.href.replace(/#.*/, ''));
      typed = true;
    }
    return answer({ query: field.value, literal: false });
  }

  /** After a query was sent, the next that is typed is another question; the results are one step away. */
  function sent() {
    typed = false;
    const status = container.querySelector('.search-status');
    if (status instanceof HTMLElement) status.focus();
  }

  function fromAddress() {
    typed = false;
    const asked = askedByAddress();
    clearTimeout(timer);
    field.value = asked.query.slice(0, field.maxLength);
    return answer(asked);
  }

  /** @param {KeyboardEvent} event */
  function pressed(event) {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const all = links();
    const at = event.target === field ? -1 : all.findIndex((link) => link === event.target);
    if (event.target !== field && at < 0) return;
    if (event.key === 'ArrowDown' && all[at + 1]) all[at + 1].focus();
    else if (event.key === 'ArrowUp' && at >= 0) (all[at - 1] || field).focus();
    else if (event.key === 'Escape' && at >= 0) field.focus();
    else if (event.key === 'Escape' && field.value) {
      field.value = '';
      fromField();
    } else return;
    event.preventDefault();
  }

  field.addEventListener('input', () => {
    busy(true);
    announce('');
    clearTimeout(timer);
    // What the ranking needs is fetched during the pause. What goes wrong is said when the answer is due.
    opened().then((store) => seekIn(store, field.value, false)).catch(() => undefined);
    timer = window.setTimeout(fromField, PAUSE);
  });
  form.addEventListener('submit', async (event) => {
    // Here, and not at the form that every page has.
    event.preventDefault();
    event.stopImmediatePropagation();
    await fromField();
    sent();
  }, true);
  field.addEventListener('keydown', pressed);
  container.addEventListener('keydown', pressed);
  window.addEventListener('hashchange', fromAddress);
  // A page that comes back from the browser's memory has lost what stood in its field.
  window.addEventListener('pageshow', () => { field.value = shown.query; });
  document.addEventListener('waymark-leave', () => {
    turn++;
    shown = { query: '', literal: false };
    sought = undefined;
    nothing();
  });
  // What was typed while all this was on its way, and perhaps sent.
  const early = !!field.value && hashOf(field.value, false) === location.hash && document.activeElement === field;
  if (early) fromField().then(sent);
  else if (field.value) fromField();
  else fromAddress();
}

(function () {
  // Without a document it is a test, or another program, that reads the shards.
  if (typeof document.querySelector !== 'function') return;
  const box = document.querySelector('[data-search]:not(html)');
  const form = box && box.querySelector('form');
  const field = form && form.querySelector('input');
  if (!box || !form || !field) return;
  const container = document.querySelector('[data-search-results]');
  if (container instanceof HTMLElement) startResults(container, box, form, field);
  else startSuggestions(box, form, field);
})();
