// Keeps an open page up to date while its site is written. Only `waymark serve` puts it into pages;
// no published page has it.
//
// It asks for news and is answered when there is some. A changed page is fetched as a document (an
// XMLHttpRequest does that without any of the doors that Trusted Types guard, so the page's own
// policy stands as it is published) and compared with the document as it was fetched before. Only
// what differs between these two is changed in the page: what a reader has typed, opened or
// focused, what scripts have made, and the scroll position stay.
(() => {
  'use strict';

  /** @typedef {{ code: string, message: string, file: string, line: number, column: number, text: [string, string, string], help: string | null }} Mistake */
  /** @typedef {{ id: string, total: number, list: Mistake[] }} Mistakes */
  /** @typedef {{ page: string, mistakes: Mistakes }} News */

  const OWN = '/-/';
  const own = /** @type {HTMLScriptElement} */ (document.currentScript);
  /** The state of the page that is shown; empty if there is no such page. */
  let have = own.dataset.have || '';
  /** The mistakes that are shown. */
  let told = '';
  /** The page as the server sent it, before scripts and readers changed it. @type {Document | null} */
  let sent = null;

  /** @param {number} ms @returns {Promise<void>} */
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));

  /** @returns {Promise<Document | null>} The page as it is sent now. */
  const fetchPage = () =>
    new Promise((done) => {
      const request = new XMLHttpRequest();
      request.open('GET', location.pathname);
      request.responseType = 'document';
      request.onload = () => done(request.status === 200 ? request.responseXML : null);
      request.onerror = () => done(null);
      request.send();
    });

  /** @param {Document} page */
  const stateOf = (page) => page.querySelector(`script[src="${OWN}preview.js"]`)?.getAttribute('data-have') || '';

  /** Scripts and the policy can't be changed in a page that runs. @param {Document} page */
  const fixed = (page) =>
    [...page.querySelectorAll('script, meta[http-equiv]')]
      .map((node) => `${node.getAttribute('src')} ${node.getAttribute('content')} ${node.getAttribute('src') ? '' : node.textContent}`)
      .join('\n');

  /** Loads the page anew; browsers keep the scroll position then. @returns {Promise<void>} */
  const reload = () => {
    location.reload();
    // This script ends with its page.
    return new Promise(() => {});
  };

  /** True if one may become the other. @param {Node} a @param {Node} b */
  const alike = (a, b) =>
    a.nodeType === b.nodeType &&
    (!(a instanceof Element) || !(b instanceof Element) || (a.localName === b.localName && a.getAttribute('id') === b.getAttribute('id')));

  /**
   * For each child of `old` the one of `live` that stands for it, scripts' own left out.
   * @param {Node} old @param {Node} live @returns {ChildNode[] | null}
   */
  const standIns = (old, live) => {
    /** @type {ChildNode[]} */
    const found = [];
    let at = live.firstChild;
    for (const node of old.childNodes) {
      while (at && !alike(node, at)) at = at.nextSibling;
      if (!at) return null;
      found.push(at);
      at = at.nextSibling;
    }
    return found;
  };

  /** A style sheet's new state is loaded before the old one goes. @param {HTMLLinkElement} live @param {Element} fresh */
  const exchangeStyle = (live, fresh) => {
    const next = /** @type {HTMLLinkElement} */ (document.importNode(fresh, true));
    next.onload = next.onerror = () => live.remove();
    live.after(next);
  };

  /** @param {Node} live @param {Node} old @param {Node} fresh */
  const patch = (live, old, fresh) => {
    if (old.isEqualNode(fresh)) return;
    if (!(live instanceof Element && old instanceof Element && fresh instanceof Element)) {
      if (live.nodeValue !== fresh.nodeValue) live.nodeValue = fresh.nodeValue;
      return;
    }
    if (live instanceof HTMLLinkElement && live.rel === 'stylesheet' && old.getAttribute('href') !== fresh.getAttribute('href')) {
      exchangeStyle(live, fresh);
      return;
    }
    for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) live.removeAttribute(name);
    for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) live.setAttribute(name, value);
    patchChildren(live, old, fresh);
  };

  /** @param {Element} live @param {Element} old @param {Element} fresh */
  const patchChildren = (live, old, fresh) => {
    const olds = [...old.childNodes];
    const news = [...fresh.childNodes];
    const lives = standIns(old, live);
    if (!lives) {
      live.replaceChildren(...news.map((node) => document.importNode(node, true)));
      return;
    }
    let [from, oldEnd, newEnd] = [0, olds.length, news.length];
    while (from < oldEnd && from < newEnd && olds[from].isEqualNode(news[from])) from += 1;
    while (oldEnd > from && newEnd > from && olds[oldEnd - 1].isEqualNode(news[newEnd - 1])) {
      oldEnd -= 1;
      newEnd -= 1;
    }
    let next = from;
    for (let at = from; at < newEnd; at += 1) {
      const node = news[at];
      const rest = olds.slice(next, oldEnd);
      let same = rest.findIndex((one) => one.isEqualNode(node));
      // Of the same kind: the same, changed. Unless it comes again further on as it is.
      if (same < 0 && rest.length > 0 && alike(rest[0], node) && !news.slice(at + 1, newEnd).some((one) => one.isEqualNode(rest[0]))) same = 0;
      if (same < 0) {
        const place = next < olds.length ? lives[next] : null;
        if (place) place.before(document.importNode(node, true));
        else if (lives.length > 0) live.insertBefore(document.importNode(node, true), lives[lives.length - 1].nextSibling);
        else live.append(document.importNode(node, true));
        if (!place && lives.length > 0) lives.push(/** @type {ChildNode} */ (lives[lives.length - 1].nextSibling));
        continue;
      }
      for (let gone = next; gone < next + same; gone += 1) lives[gone].remove();
      next += same;
      patch(lives[next], olds[next], node);
      next += 1;
    }
    for (let gone = next; gone < oldEnd; gone += 1) lives[gone].remove();
  };

  /** Brings the page to the state that the server has now. */
  const refresh = async () => {
    const before = sent;
    const now = await fetchPage();
    if (!now) return pause(500);
    if (!before || stateOf(before) !== have || fixed(before) !== fixed(now)) return reload();
    const place = window.scrollY;
    patch(document.documentElement, before.documentElement, now.documentElement);
    // Where the browser doesn't keep what is read in its place, at least the place is kept.
    if (!CSS.supports('overflow-anchor', 'auto') && window.scrollY !== place) window.scrollTo(window.scrollX, place);
    sent = now;
    have = stateOf(now);
    return undefined;
  };

  // --- what is wrong, laid over the page -----------------------------------------------------------

  /** @type {HTMLElement | null} */
  let overlay = null;

  /** @param {string} name @param {string} [kind] @param {(Node | string)[]} children */
  const element = (name, kind = '', ...children) => {
    const made = document.createElement(name);
    if (kind) made.className = kind;
    made.append(...children);
    return made;
  };

  /** @param {Mistake} mistake */
  const entry = (mistake) => {
    const place = mistake.file ? `${mistake.file}${mistake.line ? `:${mistake.line}:${mistake.column}` : ''}` : '';
    const [before, at, after] = mistake.text;
    return element(
      'li',
      '',
      element('p', 'message', mistake.message),
      element('p', 'place', place, ' ', element('span', 'code', mistake.code)),
      ...(before || at || after ? [element('pre', '', before, element('mark', '', at), after)] : []),
      ...(mistake.help ? [element('p', 'help', mistake.help)] : []),
    );
  };

  /** @param {string} title @param {HTMLElement[]} content */
  const lay = (title, content) => {
    overlay?.remove();
    const host = document.createElement('waymark-preview');
    const root = host.attachShadow({ mode: 'open' });
    const style = document.createElement('link');
    style.rel = 'stylesheet';
    style.href = `${OWN}preview.css`;
    const close = element('button', '', 'Close');
    close.addEventListener('click', () => host.remove());
    const box = element('section', '', element('h2', '', title), ...content, close);
    box.setAttribute('role', 'alert');
    box.lang = 'en';
    box.dir = 'ltr';
    root.append(style, box);
    overlay = host;
    document.documentElement.append(host);
  };

  /** @param {Mistakes} mistakes @param {boolean} gone True if the page isn't there any more. */
  const tell = (mistakes, gone) => {
    if (mistakes.total > 0) {
      const list = element('ol', '', ...mistakes.list.map(entry));
      const more = mistakes.total - mistakes.list.length;
      const rest = more > 0 ? [element('p', '', `… and ${more} more: the terminal has all.`)] : [];
      lay(mistakes.total === 1 ? 'One mistake' : `${mistakes.total} mistakes`, [list, ...rest]);
    } else if (gone) {
      const home = /** @type {HTMLAnchorElement} */ (element('a', '', 'To the first page'));
      home.href = '/';
      lay('This page is gone', [element('p', '', 'Its file was deleted or renamed. It comes back if the file does.'), element('p', '', home)]);
    } else {
      overlay?.remove();
      overlay = null;
    }
  };

  // --- asking for news -----------------------------------------------------------------------------

  /** @param {News} news */
  const take = async (news) => {
    const [was, wrong] = [have, told];
    if (news.page !== have) {
      if (news.page && !have) return reload();
      if (news.page) await refresh();
      else have = '';
    }
    told = news.mistakes.id;
    if (told !== wrong || (was && !have)) tell(news.mistakes, Boolean(was) && !have);
    return undefined;
  };

  /** Nobody looks at a hidden page, and a browser keeps few connections to a host. */
  const seen = () =>
    new Promise((/** @type {(value: void) => void} */ done) => {
      if (document.visibilityState === 'visible') return done();
      const look = () => {
        if (document.visibilityState !== 'visible') return;
        document.removeEventListener('visibilitychange', look);
        done();
      };
      document.addEventListener('visibilitychange', look);
    });

  const ask = async () => {
    const question = `page=${encodeURIComponent(location.pathname)}&have=${have}&told=${told}`;
    const stop = new AbortController();
    const hide = () => document.visibilityState === 'hidden' && stop.abort();
    document.addEventListener('visibilitychange', hide);
    try {
      const answer = await fetch(`${OWN}news?${question}`, { cache: 'no-store', signal: stop.signal });
      if (answer.ok) return take(await answer.json());
    } catch {
      // The preview has ended, or the page was hidden.
    } finally {
      document.removeEventListener('visibilitychange', hide);
    }
    return pause(stop.signal.aborted ? 0 : 500);
  };

  const follow = async () => {
    if (have) sent = await fetchPage();
    for (;;) {
      await seen();
      await ask();
    }
  };

  follow();
})();
