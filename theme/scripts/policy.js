// The one Trusted Types policy of every page, and the one way to load a further script.
// Only names of the search folder pass: whatever text reaches `Waymark.load`, nothing else
// than a script that the build wrote can run.
(function () {
  'use strict';

  /** @type {{ [name: string]: any }} */
  const Waymark = (window.Waymark = window.Waymark || {});

  // The way from this page up to the site's root, as the build wrote it: "../../", "" or, on
  // the page for unknown addresses, an absolute path. Never a scheme, a host or a query.
  const root = document.documentElement.dataset.root || '';
  const knownRoot = /^(?:(?:\.\.\/)*|\/(?:[\w.~%-]+\/)*)$/;
  const knownName = /^search\/[\w-]+(?:\.[\w-]+)*\.js$/;

  /**
   * @param {string} url
   * @returns {string} the same address, if a script may come from it
   */
  function known(url) {
    if (!knownRoot.test(root) || !url.startsWith(root) || !knownName.test(url.slice(root.length))) {
      throw new TypeError('not a script of this site: ' + url);
    }
    return url;
  }

  const policy = window.trustedTypes
    ? window.trustedTypes.createPolicy('waymark', { createScriptURL: known })
    : { createScriptURL: known };

  /** @type {Map<string, Promise<void>>} */
  const loading = new Map();

  /**
   * Loads a classic script once; a failure is forgotten, so that a later call tries again.
   * @param {string} url relative to this page, beginning with `data-root`
   * @returns {Promise<void>} settled when the script has run
   */
  Waymark.load = function (url) {
    let promise = loading.get(url);
    if (!promise) {
      promise = new Promise(function (resolve, reject) {
        const script = document.createElement('script');
        script.onload = function () { resolve(); };
        script.onerror = function () {
          loading.delete(url);
          script.remove();
          reject(new Error('could not load ' + url));
        };
        // A `TrustedScriptURL` where the browser knows them; the types of the DOM know only strings.
        script.src = /** @type {string} */ (policy.createScriptURL(url));
        document.head.append(script);
      });
      loading.set(url, promise);
    }
    return promise;
  };
})();
