// Suggestions under the field of every page but the search page: a combobox with a list that is
// chosen from by hand (ARIA Authoring Practices: "list autocomplete with manual selection").

const SUGGESTED = 5;

/**
 * @param {Element} box
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement} field
 */
function startSuggestions(box, form, field) {
  const popup = classed('search-popup', element('div'));
  popup.hidden = true;
  box.append(popup);
  popup.lang = interfaceOf().lang;
  const announce = announcerIn(box);
  const folder = (form.getAttribute('action') || '').replace(/[^/]*$/, '');
  const styled = styleLoaded();

  /** @type {Promise<Store> | undefined} */
  let store;
  let turn = 0;
  let active = -1;
  let timer = 0;
  let list = listOf([]);
  const options = () => /** @type {HTMLElement[]} */ ([...list.children]);

  /** @param {boolean} open */
  function toggle(open) {
    popup.hidden = !open;
    list.hidden = !list.children.length;
    field.setAttribute('aria-expanded', String(open && !list.hidden));
    if (!open) point(-1);
  }

  /** @param {number} at the option that Enter takes; -1: none */
  function point(at) {
    active = at;
    options().forEach((option, i) => option.setAttribute('aria-selected', String(i === at)));
    const option = options()[at];
    if (!option) return field.removeAttribute('aria-activedescendant');
    field.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }

  function close() {
    turn++;
    clearTimeout(timer);
    popup.setAttribute('aria-busy', 'false');
    announce('');
    toggle(false);
  }

  /**
   * @param {(string | Node)[]} said
   * @param {HTMLElement[]} items
   */
  function show(said, items) {
    // All of it new, so that nothing that is there moves.
    const note = classed('search-note', element('p', ...said));
    note.dir = interfaceOf().dir;
    list = listOf(items);
    popup.replaceChildren(note, list);
    toggle(true);
    point(-1);
    announce(note.textContent || '');
  }

  /**
   * @param {string} href
   * @param {(string | Node)[]} children
   */
  function link(href, ...children) {
    const made = element('a', ...children);
    made.href = href;
    return made;
  }

  /**
   * An option that is no result: in the language of the interface.
   * @param {HTMLAnchorElement} made
   */
  function further(made) {
    made.dir = interfaceOf().dir;
    return classed('search-further', made);
  }

  /** @param {Result} result */
  function optionOf(result) {
    const made = link(addressOf(result, folder), classed('search-title', element('span', ...marked(result.title_marked))));
    if (result.heading && result.heading !== result.title) {
      made.append(' ', classed('search-heading', element('span', ...marked(result.heading_marked))));
    }
    made.append(...languageOf(made, result));
    return made;
  }

  /**
   * @param {Answer} answer
   * @param {string} query
   */
  function showAnswer(answer, query) {
    const { results, pages, replaced, answered } = answer;
    const items = results.map(optionOf);
    const way = (/** @type {string} */ key, /** @type {string} */ text, /** @type {boolean} */ literal) =>
      items.push(further(link(form.action + hashOf(text, literal), ...phraseAround(key, text))));
    if (!pages) {
      items.push(further(listFromAToZ(box)));
      return show(phraseAround('search-none', query), items);
    }
    way('search-all', answered, false);
    if (replaced.length) way('search-literal', query, true);
    return show(summaryOf(answer), items);
  }

  async function suggest() {
    const mine = ++turn;
    const query = field.value;
    const current = () => mine === turn && document.activeElement === field;
    if (!query.trim()) return close();
    const slow = setTimeout(() => {
      if (current() && popup.hidden) show([phrase('search-loading')], []);
    }, PATIENCE);
    try {
      store = store || openStore();
      const [answer] = await Promise.all([store.then((opened) => findIn(opened, query, SUGGESTED)), styled]);
      if (current()) showAnswer(answer, query);
    } catch {
      store = undefined;
      if (!current()) return;
      // The search page begins anew; here, what was loaded may be of a state of the site that is gone.
      const again = link(form.action + hashOf(query, false), phrase('search-again'));
      show([phrase('search-failed')], [listFromAToZ(box), again].map(further));
    } finally {
      clearTimeout(slow);
      if (mine === turn) popup.setAttribute('aria-busy', 'false');
    }
  }

  function changed() {
    point(-1);
    announce('');
    clearTimeout(timer);
    popup.setAttribute('aria-busy', 'true');
    timer = window.setTimeout(suggest, PAUSE);
  }

  /** @param {KeyboardEvent} event */
  function pressed(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const count = list.children.length;
    if (event.key === 'ArrowDown' && count) {
      if (popup.hidden) toggle(true);
      if (!event.altKey) point((active + 1) % count);
    } else if (event.key === 'ArrowUp' && count) {
      if (event.altKey) toggle(false);
      else if (popup.hidden) toggle(true);
      if (!event.altKey) point(active > 0 ? active - 1 : count - 1);
    } else if (event.key === 'Enter' && active >= 0) {
      options()[active].click();
    } else if (event.key === 'Escape' && (field.value || !popup.hidden)) {
      if (popup.hidden) {
        field.value = '';
        list.replaceChildren();
      }
      close();
    } else {
      // The other keys are the text's own.
      if (/^(?:Arrow|Home|End)/.test(event.key)) point(-1);
      return;
    }
    event.preventDefault();
  }

  field.addEventListener('input', changed);
  field.addEventListener('keydown', pressed);
  // Pressing on an option must not take the focus away before it is followed.
  popup.addEventListener('mousedown', (event) => event.preventDefault());
  popup.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || !event.target.closest('a')) return;
    close();
    field.blur();
  });
  field.addEventListener('blur', close);
  document.addEventListener('pointerdown', (event) => {
    if (event.target instanceof Node && !box.contains(event.target)) close();
  });
  document.addEventListener('waymark-leave', () => {
    close();
    popup.remove();
  });
  window.addEventListener('pageshow', close);
  if (field.value) changed();
}

/**
 * @param {HTMLElement[]} items
 * @returns {HTMLElement}
 */
function listOf(items) {
  items.forEach((item, i) => {
    item.id = 'search-option-' + i;
    item.setAttribute('role', 'option');
    item.tabIndex = -1;
  });
  const list = element('div', ...items);
  list.id = 'search-list';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', phrase('search-results'));
  return list;
}

/** @returns {Promise<void>} settled when the style of the suggestions is there, or can't be had */
function styleLoaded() {
  const { style } = interfaceOf();
  if (!style) return Promise.resolve();
  const link = element('link');
  link.rel = 'stylesheet';
  link.href = (document.documentElement.dataset.root || '') + style;
  return new Promise((resolve) => {
    link.onload = link.onerror = () => resolve();
    document.head.append(link);
  });
}
