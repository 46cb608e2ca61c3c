// One frame to the relay, and what its answer means (relay/PROTOCOL.md, section 5).
(function () {
  'use strict';

  const { Waymark } = /** @type {{ Waymark: WaymarkReport }} */ (/** @type {unknown} */ (globalThis));
  const TIMEOUT = 90000;
  const PROBLEM = 'urn:waymark:problem:';

  /**
   * Only a relay's own words count: a hotel's log-in page also answers.
   * @param {number} status
   * @param {any} body what the answer's JSON holds
   * @returns {SendResult}
   */
  function understand(status, body) {
    if (typeof body !== 'object' || body === null) return { kind: 'unknown' };
    if (status === 202 && body.status === 'queued') return { kind: 'queued' };
    if (typeof body.type !== 'string' || !body.type.startsWith(PROBLEM)) {
      // A gateway before the relay says 429 before it passes anything on. Its other errors leave
      // open whether the relay had already taken the frame.
      return status === 429 ? { kind: 'unavailable' } : { kind: 'unknown' };
    }
    const problem = body.type.slice(PROBLEM.length);
    if (problem === 'wrong-day' && Number.isInteger(body.day) && body.day >= 0 && body.day < 2 ** 32) {
      return { kind: 'wrong-day', day: body.day };
    }
    if (problem === 'weak-stamp' && Number.isInteger(body.bits) && body.bits >= 0 && body.bits <= Waymark.stamp.MOST_BITS) {
      return { kind: 'weak-stamp', bits: body.bits };
    }
    if (problem === 'not-durable' || problem === 'too-slow') return { kind: 'unavailable' };
    if (problem === 'internal') return { kind: 'unknown' };
    return { kind: 'refused', problem };
  }

  Waymark.send = async function (url, frame, { signal, timeout = TIMEOUT } = {}) {
    if (navigator.onLine === false) return { kind: 'offline' };
    const abort = new AbortController();
    const stop = () => abort.abort();
    const timer = setTimeout(stop, timeout);
    if (signal) signal.addEventListener('abort', stop);
    try {
      const answer = await fetch(url, {
        method: 'POST',
        // Bytes without a type: the browser then names none, and asks no permission beforehand.
        body: /** @type {Uint8Array<ArrayBuffer>} */ (frame),
        mode: 'cors',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-store',
        redirect: 'error',
        signal: abort.signal,
      });
      return understand(answer.status, await answer.json());
    } catch (_) {
      return { kind: 'unknown' };
    } finally {
      clearTimeout(timer);
      if (signal) signal.removeEventListener('abort', stop);
    }
  };

  Waymark.deliver = async function (age, target, { signal, timeout, stage, progress } = {}) {
    const url = target.relay + encodeURIComponent(target.desk);
    const inner = Waymark.sha256.digest(age);
    let day = Waymark.frame.today();
    let bits = target.bits;
    /** What the relay asked for, each at most once: it may not keep a telephone busy. */
    const asked = new Set();
    for (;;) {
      if (stage) stage('stamp');
      const nonce = await Waymark.stamp.make(
        { inner, desk: target.desk, instance: target.instance, day },
        { bits, signal, progress },
      );
      if (stage) stage('send');
      const result = await Waymark.send(url, Waymark.frame.build(age, day, nonce), { signal, timeout });
      if (result.kind === 'wrong-day' && !asked.has('day')) {
        asked.add('day');
        day = result.day;
      } else if (result.kind === 'weak-stamp' && !asked.has('bits')) {
        asked.add('bits');
        bits = result.bits;
      } else {
        return result;
      }
    }
  };
})();
