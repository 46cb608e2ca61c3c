// The results page: reads `#q=`, answers while the reader types, and keeps the address in step.
// The query stands after the `#` and never leaves the device.

const SHOWN = 10;
const PAUSE = 120;

/**
 * A text of the interface, as the page carries it.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
function phrase(key, values) {
  const element = document.querySelector('#strings [data-key="' + key + '"]');
  const text = (element && element.textContent) || '';
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values && name in values ? values[name] : ''));
}

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} name
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[T]}
 */
function element(name, ...children) {
  const made = document.createElement(name);
  made.append(...children);
  return made;
}

/**
 * Says of a result that its page is not translated yet: what is shown of it is in another language.
 * @param {Element} item
 * @param {string} url
 */
function labelOther(item, url) {
  const container = document.querySelector('[data-search-results]');
  const { otherLang, otherDir, otherName, otherUrls } = container instanceof HTMLElement ? container.dataset : {};
  if (!otherUrls || !otherUrls.split(' ').includes(url)) return;
  item.setAttribute('lang', otherLang || '');
  item.setAttribute('dir', otherDir || '');
  const title = item.querySelector('h2');
  if (title) title.append(' ', element('small', otherName || ''));
}

/**
 * One result: where it leads, and what was found there.
 * @param {Result} result
 * @returns {HTMLLIElement}
 */
function itemOf(result) {
  const link = element('a', result.title);
  link.href = result.url + (result.anchor ? '#' + encodeURIComponent(result.anchor) : '');
  const item = element('li', element('h2', link));
  if (result.heading && result.heading !== result.title) {
    const heading = element('p', result.heading);
    heading.className = 'search-heading';
    item.append(heading);
  }
  const pieces = result.excerpt.map((piece) => (piece.marked ? element('mark', piece.text) : piece.text));
  if (pieces.length) {
    const excerpt = element('p', ...pieces);
    excerpt.className = 'search-excerpt';
    item.append(excerpt);
  }
  labelOther(item, result.url);
  return item;
}

/**
 * Takes over the container of the results page.
 * @param {HTMLElement} container
 * @param {HTMLInputElement} field
 */
function startResults(container, field) {
  const status = element('p');
  status.setAttribute('role', 'status');
  status.className = 'search-status';
  const list = element('ol');
  list.setAttribute('aria-label', phrase('search-results'));
  const more = element('button', phrase('search-more'));
  more.type = 'button';
  more.className = 'button';
  more.hidden = true;
  container.replaceChildren(status, list, more);
  container.hidden = false;

  /** @type {Promise<Store> | undefined} */
  let store;
  let turn = 0;
  let shown = '';
  let limit = SHOWN;

  const queryOfAddress = () => {
    const match = /[#&]q=([^&]*)/.exec(location.hash);
    try {
      return match ? decodeURIComponent(match[1].replace(/\+/g, ' ')) : '';
    } catch {
      // An address that somebody cut short: what can't be decoded is shown as it is.
      return match ? match[1] : '';
    }
  };

  /**
   * Answers a query; an answer that comes after a later question is dropped. The old results
   * stay until the new ones are there, so that nothing jumps.
   * @param {string} query
   */
  async function answer(query) {
    const mine = ++turn;
    shown = query;
    if (!query.trim()) {
      status.textContent = phrase('search-query-empty');
      list.replaceChildren();
      more.hidden = true;
      return;
    }
    const slow = setTimeout(() => {
      if (mine === turn) status.textContent = phrase('search-loading');
    }, 400);
    try {
      store = store || openStore();
      const { results, pages } = await findIn(await store, query, limit);
      if (mine !== turn) return;
      status.textContent = pages
        ? phrase('search-count', { n: pages })
        : phrase('search-none', { query }) + ' ' + phrase('search-none-hint');
      list.replaceChildren(...results.map(itemOf));
      more.hidden = pages <= limit;
    } catch {
      store = undefined;
      if (mine !== turn) return;
      list.replaceChildren();
      more.hidden = true;
      status.replaceChildren(...failure());
    } finally {
      clearTimeout(slow);
    }
  }

  const toAddress = (/** @type {string} */ query) => {
    // A lone surrogate can't be written into an address.
    const whole = query.replace(/[\uD800-\uDFFF]/gu, '\uFFFD');
    history.replaceState(null, '', query.trim() ? '#q=' + encodeURIComponent(whole) : location.href.replace(/#.*/, ''));
  };
  const fromAddress = () => {
    const query = queryOfAddress();
    if (query === shown && turn) return;
    field.value = query;
    limit = SHOWN;
    answer(query);
  };

  let timer = 0;
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      limit = SHOWN;
      toAddress(field.value);
      answer(field.value);
    }, PAUSE);
  });
  more.addEventListener('click', async () => {
    const first = list.children.length;
    limit += SHOWN;
    await answer(shown);
    const link = list.children[first] && list.children[first].querySelector('a');
    if (link) link.focus();
  });
  window.addEventListener('hashchange', fromAddress);
  // A page that comes back from the browser's memory may have lost what stood in its field.
  window.addEventListener('pageshow', () => {
    field.value = shown;
  });
  fromAddress();
}

/**
 * What is said when a shard can't be had: the list from A to Z is always there.
 * @returns {Node[]}
 */
function failure() {
  const list = document.querySelector('[data-search]:not(html) a');
  const text = phrase('search-failed');
  if (!(list instanceof HTMLAnchorElement)) return [element('span', text)];
  const link = element('a', phrase('search-a-z'));
  link.href = list.href;
  return [element('span', text + ' '), link];
}

(function () {
  // Without a document it is a test, or another program, that reads the shards.
  if (typeof document.querySelector !== 'function') return;
  const container = document.querySelector('[data-search-results]');
  const field = document.querySelector('[data-search]:not(html) input');
  if (container instanceof HTMLElement && field instanceof HTMLInputElement) startResults(container, field);
})();
