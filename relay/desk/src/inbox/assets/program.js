// Calls to the program on this computer.
(function () {
  'use strict';

  // The session's token lives as long as this tab; it opens nothing without the running program.
  const KEPT = 'waymark-desk-session';

  /** A refusal by the program. */
  class Refusal extends Error {
    /** @param {string} name @param {string} detail */
    constructor(name, detail) {
      super(detail);
      this.refusal = name;
    }
  }

  /**
   * Asks the program.
   * @param {string} path
   * @param {unknown} [body] sent by POST; none means GET
   * @returns {Promise<any>}
   */
  async function call(path, body) {
    /** @type {Response} */
    let response;
    try {
      response = await fetch('/api/' + path, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { 'x-waymark-token': sessionStorage.getItem(KEPT) ?? '' },
        body: body === undefined ? null : JSON.stringify(body),
        cache: 'no-store',
        credentials: 'omit',
      });
    } catch {
      throw new Refusal('gone', '');
    }
    const answer = await response.json();
    if (response.ok) return answer;
    throw new Refusal(String(answer.type).split(':').pop() ?? 'failed', String(answer.title));
  }

  /** Exchanges a link's token for a session. @param {string} link */
  async function enter(link) {
    try {
      if (/^[0-9a-f]{64}$/.test(link)) sessionStorage.setItem(KEPT, (await call('session', { link })).token);
    } catch {
      // Used already: an earlier session of this tab may still be good.
    }
    return sessionStorage.getItem(KEPT) !== null;
  }

  const desk = /** @type {{ WaymarkDesk: Record<string, unknown> }} */ (/** @type {unknown} */ (globalThis)).WaymarkDesk;
  desk['program'] = {
    call,
    enter,
    leave: () => sessionStorage.removeItem(KEPT),
    /** The name of a refusal. @param {unknown} error */
    refusal: (error) => (error instanceof Refusal ? error.refusal : 'failed'),
  };
})();
