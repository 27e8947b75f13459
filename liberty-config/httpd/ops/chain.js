// The picture of the chain: every tier with its servers, caches and databases, and the ways between them.

import {html, svg, tell} from './elements.js';
import * as words from './words.js';

const HEAD = 24;
const GUTTER = 22;
const VERIFIES = ['gateway', 'service-a', 'service-b', 'service-c'];
const SERVICES = VERIFIES.slice(1);

// from, to, and the hops that take this way; a way without a place in the usual order is seen when it is taken
const WAYS = [
  ['user', 'lb', '1'], ['lb', 'gateway', '2'], ['gateway', 'service-a', '3'],
  ['service-a', 'service-b', '7'], ['service-b', 'service-c', '12'],
  ['service-a', 'cache-a', '4 5'], ['service-a', 'database-a', '6'],
  ['service-b', 'cache-b', '9 10'], ['service-b', 'database-b', '11'],
  ['service-c', 'cache-c', '14 15'], ['service-c', 'database-c', '16'],
];
const KEYS = VERIFIES.map(tier => ['issuer', tier]);

/** The picture of one fleet. */
export class Chain {
  #element;
  #overlay = svg('svg', {'class': 'ways', 'aria-hidden': 'true'});
  #boxes = new Map();
  #servers = new Map();
  #known = new Map();
  #taken = new Set();
  #fleet;

  constructor(element, fleet) {
    this.#element = element;
    this.#fleet = fleet;
    const of = kind => fleet.servers.filter(server => server.kind === kind);
    this.#add(box('user', 'user', 'one token'));
    this.#add(this.#tier('lb', 'load balancer', [{name: 'lb'}]));
    this.#add(this.#tier('gateway', words.KINDS.gateway, of('gateway')));
    for (const service of SERVICES) {
      const letter = service.at(-1);
      this.#add(this.#tier(service, words.KINDS[service], of(service)));
      this.#add(box(`cache-${letter}`, `cache ${letter.toUpperCase()}`, ''));
      this.#add(box(`database-${letter}`, `DB ${letter.toUpperCase()}`, ''));
    }
    this.#add(of('issuer').length
        ? this.#tier('issuer', words.KINDS.issuer, of('issuer'))
        : box('issuer', words.KINDS.issuer, 'not of this fleet'));
    element.replaceChildren(this.#overlay, ...this.#boxes.values());
    const redraw = new ResizeObserver(() => this.#draw());
    [element, ...this.#boxes.values()].forEach(one => redraw.observe(one));
  }

  /** Takes what is known of a server, or of the load balancer. */
  show(name, known) {
    this.#known.set(name, known);
    const link = this.#servers.get(name);
    link.dataset.state = known.state;
    tell(link.lastChild, brief(known));
    this.#showStores();
  }

  /** Forgets the request that was shown. */
  clear() {
    this.#taken.clear();
    this.#boxes.forEach(one => delete one.dataset.mark);
    this.#draw();
  }

  /** Marks a box: passed, missed (a cache) or refused. */
  mark(name, what) {
    this.#boxes.get(name).dataset.mark = what;
  }

  /** Shows the request on its way from one box to the next, for so many milliseconds. */
  async travel(from, to, ms) {
    this.#taken.add(`${from} ${to}`);
    this.#draw();
    const way = this.#overlay.querySelector(`[data-way="${from} ${to}"]`);
    if (!matchMedia('(prefers-reduced-motion: reduce)').matches) {
      const token = svg('circle', {'class': 'token', r: 6});
      this.#overlay.append(token);
      await moved(token, way, ms);
      token.remove();
    }
    this.mark(to, 'passed');
  }

  #add(element) {
    this.#boxes.set(element.dataset.box, element);
  }

  #tier(name, title, servers) {
    const list = html('ul');
    for (const server of servers) {
      const link = html('a', {href: `#server-${server.name}`, 'data-state': 'asked'},
          html('span', {'class': 'name'}, server.name), html('span', {'class': 'figure'}, 'asked'));
      this.#servers.set(server.name, link);
      list.append(html('li', {}, link));
    }
    const element = box(name, title, servers.length ? '' : 'no server in the list');
    element.append(list);
    return element;
  }

  #showStores() {
    for (const service of SERVICES) {
      const letter = service.at(-1);
      const known = this.#fleet.servers.filter(server => server.kind === service)
          .map(server => this.#known.get(server.name)).filter(one => one);
      this.#showCache(`cache-${letter}`, known.map(one => one.figures).filter(one => one?.hits !== undefined));
      this.#showDatabase(`database-${letter}`, known.flatMap(one => one.checks ?? []).filter(check => check.name === 'database'));
    }
  }

  #showCache(name, all) {
    const rates = all.map(one => one.hitRate).filter(rate => rate !== undefined);
    const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
    tell(this.#boxes.get(name).querySelector('small'), rates.length ? `${words.share(mean)} hits` : all.length ? 'not asked yet' : words.count());
  }

  #showDatabase(name, checks) {
    const up = checks.some(check => check.status === 'UP');
    this.#boxes.get(name).dataset.state = checks.length === 0 ? 'asked' : up ? 'up' : 'silent';
    tell(this.#boxes.get(name).querySelector('small'), checks.length === 0 ? words.count() : up ? words.DATABASES[this.#fleet.database] ?? this.#fleet.database : 'away');
  }

  #draw() {
    const frame = this.#element.getBoundingClientRect();
    const place = name => {
      const {left, right, top, bottom} = this.#boxes.get(name).getBoundingClientRect();
      return {left: left - frame.left, right: right - frame.left, top: top - frame.top, bottom: bottom - frame.top};
    };
    this.#overlay.setAttribute('viewBox', `0 0 ${frame.width} ${frame.height}`);
    this.#overlay.replaceChildren(
        svg('defs', {}, svg('marker', {id: 'tip', viewBox: '0 0 8 8', refX: 7, refY: 4, markerUnits: 'userSpaceOnUse', markerWidth: 12, markerHeight: 12, orient: 'auto'},
            svg('path', {d: 'M0,0 L8,4 L0,8 z'}))),
        ...KEYS.filter(([from, to]) => place(from).bottom < place(to).top && place(from).left <= place(to).left)
            .map(([from, to]) => svg('path', {'class': 'keys', d: down(place(from), place(to))})),
        ...this.#ways().flatMap(([from, to, hops]) => this.#drawn(from, to, hops, line(place(from), place(to)))));
  }

  /** The usual ones, and a request's short cuts: stock and prices can be asked for without what comes before them. */
  #ways() {
    const usual = new Set(WAYS.map(([from, to]) => `${from} ${to}`));
    return [...WAYS, ...[...this.#taken].filter(way => !usual.has(way)).map(way => [...way.split(' '), ''])];
  }

  #drawn(from, to, hops, {d, x, y, anchor}) {
    const way = `${from} ${to}`;
    const kind = /^(cache|database)/.test(to) ? 'data' : 'way';
    return [
      svg('path', {'class': this.#taken.has(way) ? `${kind} taken` : kind, 'data-way': way, d}),
      svg('text', {x, y, 'text-anchor': anchor}, hops),
    ];
  }
}

async function moved(token, way, ms) {
  const length = way.getTotalLength();
  const started = performance.now();
  for (let done = 0; done < 1;) {
    done = Math.min(1, (performance.now() - started) / ms);
    const {x, y} = way.getPointAtLength(length * done);
    token.setAttribute('cx', x);
    token.setAttribute('cy', y);
    await new Promise(resolve => setTimeout(resolve, 16));
  }
}

/** From one box to the next beside it, or to the one below. */
function line(from, to) {
  if (to.left > from.right) {
    const y = from.top + HEAD;
    return {d: `M${from.right},${y} H${to.left}`, x: (from.right + to.left) / 2, y: y - 9, anchor: 'middle'};
  }
  const isStore = to.left > from.left + GUTTER || to.right < from.right - 4;
  const x = isStore ? (to.left + to.right) / 2 : from.left + GUTTER;
  return {d: `M${x},${from.bottom} V${to.top}`, x: x + 6, y: (from.bottom + to.top) / 2 + 4, anchor: 'start'};
}

function down(from, to) {
  const x = Math.min(Math.max((to.left + to.right) / 2, from.left + GUTTER), from.right - GUTTER);
  return `M${x},${from.bottom} V${to.top}`;
}

function box(name, title, note) {
  const seal = VERIFIES.includes(name) ? [html('span', {'class': 'seal'})] : [];
  return html('div', {'class': 'box', 'data-box': name}, html('h3', {}, ...seal, title), html('small', {}, note));
}

function brief({state, why, figures}) {
  if (why) {
    return why;
  }
  if (figures?.rate === undefined) {
    return state;
  }
  return [`${words.count(figures.rate)}/s`, ...(figures.p99 ? [words.latency(figures.p99)] : [])].join(' · ');
}
