// Asks each server again and again, each on its own, so that one which hangs delays no other.

import {figures, look, lookAtBalancer, remembered} from './figures.js';

const OFTEN_MS = 5_000;
// All servers together are asked this often at most, however many they are.
const REQUESTS_A_SECOND = 6;
const SECOND_LOOK_MS = 1_500;
const PATIENCE_MS = 5_000;

/** The address of something below the page. */
export const at = path => new URL(path, `${location.origin}/ops/`);

/**
 * Watches servers until the page is closed, and rests while nobody sees it.
 *
 * @param changed called with a server's name and what is known of it: state, why, figures
 */
export function watch(servers, changed) {
  const requests = servers.length * 2 + 1;
  const pause = Math.max(OFTEN_MS, requests / REQUESTS_A_SECOND * 1000);
  again(pause, new Balancer(), changed);
  servers.forEach(server => again(pause, new Server(server), changed));
}

async function again(pause, watched, changed) {
  changed(watched.name, await watched.look());
  await seconds(SECOND_LOOK_MS);
  for (;;) {
    await visible();
    changed(watched.name, await watched.look());
    await seconds(pause);
  }
}

class Server {
  #looks = [];

  constructor({name, kind, port, admin}) {
    Object.assign(this, {name, kind, ports: {port, admin: new URL(admin).port}});
  }

  async look() {
    const [health, metrics] = await Promise.all([this.#ask('health'), this.#ask('metrics')]);
    if (metrics.ok) {
      this.#looks = remembered(this.#looks, look(metrics.text, Date.now(), this.ports));
    }
    return {...this.#state(health), figures: metrics.ok ? figures(this.#looks) : undefined};
  }

  #state(answer) {
    const health = json(answer.text);
    if (!health?.checks) {
      return {state: 'silent', why: answer.why};
    }
    if (this.kind !== 'issuer' && health.checks.length === 0) {
      return {state: 'unready', why: 'its application is not started', checks: health.checks};
    }
    const down = health.checks.filter(check => check.status !== 'UP').map(check => check.name);
    return health.status === 'UP'
        ? {state: 'up', why: '', checks: health.checks}
        : {state: 'unready', why: `not ready: ${down.join(', ')}`, checks: health.checks};
  }

  #ask(what) {
    return ask(`servers/${this.name}/${what}`);
  }
}

class Balancer {
  name = 'lb';
  #looks = [];

  async look() {
    const answer = await ask('balancer?auto');
    if (!answer.ok) {
      return {state: 'silent', why: answer.why};
    }
    const latest = lookAtBalancer(answer.text, Date.now());
    this.#looks = remembered(this.#looks, latest);
    return {...balanced([...latest.members]), figures: figures(this.#looks)};
  }
}

/** A drained member was meant to be; one that its check found wanting was not. */
function balanced(members) {
  const named = (flag, text) => members.filter(([, state]) => state.includes(flag)).map(([name]) => `${text} ${name}`);
  const away = [...named('HcFl', 'sends nothing to'), ...named('Err', 'sends nothing to')];
  return {state: away.length ? 'unready' : 'up', why: [...away, ...named('Drn', 'has drained')].join(', ')};
}

async function ask(path) {
  try {
    const answer = await fetch(at(path), {signal: AbortSignal.timeout(PATIENCE_MS), cache: 'no-store'});
    return {ok: answer.ok, text: await answer.text(), why: reason(answer.status)};
  } catch (e) {
    return {ok: false, text: '', why: e.name === 'TimeoutError' ? 'no answer in time' : 'the load balancer cannot be reached'};
  }
}

function reason(status) {
  switch (status) {
    case 401: return 'httpd wants the password again: load this page anew';
    case 404: return 'not in the list of httpd';
    case 502: case 504: return 'no usable answer in time';
    case 503: return 'no connection to it';
    default: return `answers with status ${status}`;
  }
}

function json(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const seconds = ms => new Promise(resolve => setTimeout(resolve, ms));

async function visible() {
  while (document.hidden) {
    await new Promise(resolve => document.addEventListener('visibilitychange', resolve, {once: true}));
  }
}
