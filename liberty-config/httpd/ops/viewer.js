// Sends one request through the chain, whole or with a token that is broken in one place, and shows its way.

import {html, tell} from './elements.js';
import {journey, nameOf, refusedBy} from './hops.js';
import {claims, fingerprint, returned, signIn, tampered} from './signin.js';
import {at} from './watch.js';
import * as words from './words.js';

const STEP_MS = 170;

// What is sent, and the kind of token that it needs.
const MODES = {
  whole: {token: 'good', of: ask => ask},
  tampered: {token: 'good', of: ask => ({...ask, token: tampered(ask.token)})},
  expired: {token: 'brief', of: expired},
  audience: {token: 'elsewhere', of: ask => ask},
  role: {token: 'good', of: ask => ({...ask, ...forbidden(claims(ask.token).groups ?? [])})},
  none: {of: ask => ask},
};

/** The form, the way and the outcome of requests. */
export class Viewer {
  #chain;
  #issuer;
  #traces;
  #tokens = new Map();
  #form = document.getElementById('ask');
  #outcome = document.getElementById('outcome');
  #steps = document.getElementById('steps');
  #trace = document.getElementById('trace');
  #answer = document.getElementById('answer');
  #bearer = document.getElementById('bearer');

  constructor(chain, {issuer = {}, traces}) {
    this.#chain = chain;
    this.#issuer = issuer;
    this.#traces = traces;
    for (const radio of this.#form.elements.mode) {
      const needed = MODES[radio.value].token;
      radio.disabled = needed !== undefined && !issuer[needed];
    }
    if (!issuer.good) {
      this.#form.elements.mode.value = 'none';
      tell(this.#bearer, 'This page does not know the issuer, so it has no token to send.');
    }
    document.getElementById('another').hidden = !issuer.good;
    document.getElementById('another').addEventListener('click', () => signIn(issuer.good, this.#asked(), true));
    this.#form.addEventListener('submit', event => {
      event.preventDefault();
      this.#send(this.#asked());
    });
  }

  /** Goes on where a sign-in interrupted it. */
  async resume() {
    try {
      const back = await returned();
      if (back) {
        this.#tokens.set(MODES[back.meant.mode].token, back.token);
        this.#form.elements.path.value = back.meant.path;
        this.#form.elements.mode.value = back.meant.mode;
        document.getElementById('chain-title').scrollIntoView();
        await this.#send(back.meant);
      }
    } catch (e) {
      this.#tell('silent', e.message);
    }
  }

  #asked() {
    const {path, mode} = this.#form.elements;
    return {path: path.value, mode: mode.value};
  }

  async #send({path, mode}) {
    const {token: needed, of} = MODES[mode];
    const token = this.#tokens.get(needed);
    if (needed && (!token || needed === 'good' && claims(token).exp * 1000 < Date.now())) {
      this.#tell('asked', 'Signing in at the issuer.');
      await signIn(this.#issuer[needed], {path, mode});
      return;
    }
    this.#clear();
    try {
      const request = await of({method: 'GET', path, token, wait: text => this.#tell('asked', text)});
      this.#tell('asked', `${request.method} ${request.path}`);
      const answer = await sent(request);
      await this.#show(request, answer);
    } catch (e) {
      this.#tell('silent', `No answer: ${e.message}`);
    }
  }

  async #show(request, answer) {
    const own = request.token ? await fingerprint(request.token) : undefined;
    this.#showBearer(request.token, own);
    const refuser = answer.status >= 400 ? refusedBy(answer) : undefined;
    const steps = journey(answer);
    for (const step of answer.serverTiming ? steps : steps.slice(0, 2)) {
      await this.#showStep(answer.serverTiming ? step : {...step, ms: undefined}, own, answer.total);
    }
    if (refuser) {
      this.#chain.mark(refuser, 'refused');
      this.#steps.append(html('li', {'class': 'refused'},
          html('b', {}), html('span', {}, `${nameOf(refuser)} refuses it`), html('time', {}), html('i', {}, answer.cause)));
    }
    this.#conclude(request, answer, refuser);
  }

  async #showStep(step, own, total) {
    const same = step.token === undefined ? [] : [html('code', {}, step.token), step.token === own ? ' the same token' : ' ANOTHER TOKEN'];
    const line = html('li', {},
        html('b', {}, step.hop), html('span', {}, step.text),
        html('time', {}, words.milliseconds(step.ms)), html('i', {}, ...same, step.note ?? ''));
    line.style.setProperty('--share', step.back ? 1 : Math.min(1, (step.ms || 0) / total));
    this.#steps.append(line);
    await this.#draw(step);
  }

  async #draw({from, to, at, back = [], isMiss}) {
    if (from) {
      await this.#chain.travel(from, to, STEP_MS);
    }
    for (let i = 1; i < back.length; i++) {
      await this.#chain.travel(back[i - 1], back[i], STEP_MS);
    }
    if (at) {
      this.#chain.mark(at, 'passed');
    }
    if (isMiss) {
      this.#chain.mark(from, 'missed');
    }
  }

  #conclude({method, path}, answer, refuser) {
    const where = refuser ? ` ${nameOf(refuser)} refuses it: ${answer.cause}` : '';
    const hidden = answer.serverTiming || refuser ? '' : ' The hops are not told to the bearer of this token (baton.hops.visibility).';
    this.#tell(answer.status < 400 ? 'up' : 'silent', `${method} ${path}: ${answer.status}.${where}${hidden}`);
    if (answer.trace) {
      this.#trace.replaceChildren(...this.#linkOf(answer.trace), 'What every server logged of it: ', html('code', {}, `./baton trace ${answer.trace}`));
    }
    tell(this.#answer, answer.body);
    this.#answer.parentElement.hidden = answer.body === '';
    this.#outcome.scrollIntoView({block: 'nearest'});
  }

  /** Where the fleet's traces can be looked at, if somebody has said so. */
  #linkOf(trace) {
    const href = this.#traces?.replace('{trace}', trace);
    return href ? [html('a', {href, target: '_blank', rel: 'noopener'}, 'Open its trace'), ' · '] : [];
  }

  #showBearer(token, own) {
    if (!token) {
      tell(this.#bearer, 'Sent without a token.');
      return;
    }
    const {sub, groups = [], aud, exp} = claims(token);
    this.#bearer.replaceChildren('Token ', html('code', {}, own), ` of ${sub} (${[groups].flat().join(', ') || 'no role'}) for ${[aud].flat().join(', ')}, `
        + `good until ${new Date(exp * 1000).toLocaleTimeString()}.`);
  }

  #clear() {
    this.#chain.clear();
    this.#steps.replaceChildren();
    this.#trace.replaceChildren();
    this.#answer.parentElement.hidden = true;
  }

  #tell(state, text) {
    this.#outcome.dataset.state = state;
    tell(this.#outcome, text);
  }
}

/** Through the operations address, because a page reads the answers of its own origin only; from there on it is the users' way. */
async function sent({method, path, token, headers = {}, body}) {
  const url = at(`.${path}`);
  performance.clearResourceTimings();
  const started = performance.now();
  const answer = await fetch(url, {
    // A refusal of the token must not make the browser forget the operator's password.
    credentials: 'omit',
    method, body, cache: 'no-store', headers: {...headers, ...(token ? {Authorization: `Bearer ${token}`} : {})},
  });
  const arrived = performance.now();
  const text = await answer.text();
  const [entry] = performance.getEntriesByName(url.href);
  return {
    status: answer.status,
    serverTiming: answer.headers.get('Server-Timing'),
    total: entry?.responseStart ? entry.responseStart - entry.requestStart : arrived - started,
    trace: answer.headers.get('X-Request-Id') ?? problem(text).traceId,
    cause: cause(answer.headers.get('WWW-Authenticate')) ?? problem(text).detail ?? '',
    body: text,
  };
}

/** An otherwise good token whose time the page lets pass. */
async function expired(ask) {
  const left = claims(ask.token).exp * 1000 - Date.now();
  if (left >= 0) {
    ask.wait(`This token lives ${Math.ceil(left / 1000)} s more. Waiting.`);
    await new Promise(resolve => setTimeout(resolve, left + 1_100));
  }
  return ask;
}

/** What these roles do not allow; it would change nothing if they did. */
function forbidden(groups) {
  if (!groups.includes('clerk') && !groups.includes('auditor')) {
    return {path: '/api/customers/somebody/orders'};
  }
  return {
    method: 'PUT', path: '/api/prices/SKU-0000', body: '{"cents": 1, "currency": "EUR"}',
    headers: {'Content-Type': 'application/json', 'If-Match': '"none"'},
  };
}

const cause = challenge => /error_description="([^"]*)"/.exec(challenge ?? '')?.[1];

function problem(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
