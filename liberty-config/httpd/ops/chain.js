// The picture of the chain: every tier with its servers, caches and databases, and the ways between them.

import {html, svg, tell} from './elements.js';
import {servicesOf} from './hops.js';
import * as words from './words.js';

const HEAD = 24;
const BACK = 16;
const GUTTER = 22;
const ASIDE = 7;

// What of the 17 hops is told beside a way or a seal; a service behind C has none.
const CALLS = {'user lb': '1', 'lb gateway': '2', 'gateway service-a': '3', 'service-a service-b': '7', 'service-b service-c': '12'};
const SEALS = {'service-b': '8', 'service-c': '13'};
const STORES = {'service-a': ['4', '5', '6'], 'service-b': ['9', '10', '11'], 'service-c': ['14', '15', '16']};
const LAST = '17';

/** The picture of one fleet. */
export class Chain {
  #element;
  #overlay = svg('svg', {'class': 'ways', 'aria-hidden': 'true'});
  #boxes = new Map();
  #servers = new Map();
  #known = new Map();
  #taken = new Set();
  #usual;
  #fleet;
  #services;

  constructor(element, fleet) {
    this.#element = element;
    this.#fleet = fleet;
    this.#services = servicesOf(fleet.servers);
    const of = kind => fleet.servers.filter(server => server.kind === kind);
    this.#add(box('user', 'user', 'one token'), 'user');
    this.#add(this.#tier('lb', 'load balancer', [{name: 'lb'}]), 'lb');
    this.#add(this.#tier('gateway', words.kind('gateway'), of('gateway')), 'gateway');
    for (const service of this.#services) {
      const letter = service.at(-1);
      this.#add(this.#tier(service, words.kind(service), of(service)), service);
      this.#add(box(`cache-${letter}`, `cache ${letter.toUpperCase()}`, ''), `stores-${letter}`);
      this.#add(box(`database-${letter}`, `DB ${letter.toUpperCase()}`, ''), `stores-${letter}`);
    }
    this.#add(of('issuer').length
        ? this.#tier('issuer', words.kind('issuer'), of('issuer'))
        : box('issuer', words.kind('issuer'), 'not of this fleet'), 'issuer');
    this.#usual = usualWays(this.#services);
    this.#arrange();
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

  /** Shows the request, or its answer, on its way from one box to the next, for so many milliseconds. */
  async travel(from, to, ms) {
    this.#taken.add(`${from} ${to}`);
    this.#draw();
    this.#boxes.get(to).scrollIntoView({block: 'nearest'});
    const way = this.#overlay.querySelector(`[data-way="${from} ${to}"]`);
    if (!matchMedia('(prefers-reduced-motion: reduce)').matches) {
      const token = svg('circle', {'class': 'token', r: 6});
      this.#overlay.append(token);
      await moved(token, way, ms);
      token.remove();
    }
    this.mark(to, 'passed');
  }

  #add(element, area) {
    element.style.gridArea = area;
    this.#boxes.set(element.dataset.box, element);
  }

  /** As many columns as there are services; on a narrow page, one below the other. */
  #arrange() {
    const services = this.#services.join(' ');
    const stores = this.#services.map(service => `stores-${service.at(-1)}`);
    const below = this.#services.flatMap((service, i) => [service, stores[i]]);
    const {style} = this.#element;
    style.setProperty('--services', this.#services.length);
    style.setProperty('--wide', `". . issuer ${this.#services.map(() => 'issuer').join(' ')}" "user lb gateway ${services}" ". . . ${stores.join(' ')}"`);
    style.setProperty('--narrow', ['issuer', 'user', 'lb', 'gateway', ...below].map(area => `"${area} ${area}"`).join(' '));
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
    for (const service of this.#services) {
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
    const keys = ['gateway', ...this.#services].map(tier => ['issuer', tier]);
    this.#overlay.classList.toggle('followed', this.#taken.size > 0);
    this.#overlay.replaceChildren(
        svg('defs', {}, tip('tip', 14), tip('small', 9), tip('back', 9), tip('key', 9)),
        ...keys.filter(([from, to]) => place(from).bottom < place(to).top && place(from).left <= place(to).left)
            .map(([from, to]) => svg('path', {'class': 'keys', d: down(place(from), place(to))})),
        ...this.#ways().flatMap(([from, to, hop]) => this.#drawn(from, to, hop, line(place(from), place(to), isData(from, to)))));
  }

  /** The usual ones, and a request's short cuts: stock and prices can be asked for without what comes before them. */
  #ways() {
    const usual = new Set(this.#usual.map(([from, to]) => `${from} ${to}`));
    return [...this.#usual, ...[...this.#taken].filter(way => !usual.has(way)).map(way => [...way.split(' '), ''])];
  }

  #drawn(from, to, hop, {d, x, y, anchor, isBack}) {
    const way = `${from} ${to}`;
    const kind = isData(from, to) ? 'data' : isBack ? 'back' : 'way';
    const taken = this.#taken.has(way) ? ' taken' : '';
    return [
      svg('path', {'class': kind + taken, 'data-way': way, d}),
      svg('text', {'class': kind + taken, x, y, 'text-anchor': anchor}, hop),
    ];
  }
}

/** Every way and its number: there, and back again. */
function usualWays(services) {
  const tiers = ['user', 'lb', 'gateway', ...services];
  const calls = tiers.slice(1).map((to, i) => [tiers[i], to, CALLS[`${tiers[i]} ${to}`] ?? '']);
  const answers = calls.map(([from, to]) => [to, from, from === 'user' ? LAST : '']);
  const stores = services.flatMap(service => {
    const [ask, answer, database] = STORES[service] ?? ['', '', ''];
    const letter = service.at(-1);
    return [[service, `cache-${letter}`, ask], [`cache-${letter}`, service, answer], [service, `database-${letter}`, database]];
  });
  return [...answers, ...calls, ...stores];
}

function tip(id, size) {
  return svg('marker', {id, viewBox: '0 0 8 8', refX: 7, refY: 4, markerUnits: 'userSpaceOnUse', markerWidth: size, markerHeight: size, orient: 'auto'},
      svg('path', {d: 'M0,0 L8,4 L0,8 z'}));
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

const isData = (from, to) => /^(cache|database)/.test(to) || from.startsWith('cache');

/** From one box to the one beside it, above or below it; the way back runs beside the way there. */
function line(from, to, data) {
  if (to.left > from.right) {
    const y = from.top + HEAD;
    return {d: `M${from.right},${y} H${to.left}`, x: (from.right + to.left) / 2, y: y - 9, anchor: 'middle'};
  }
  if (from.left > to.right) {
    const y = from.top + HEAD + BACK;
    return {d: `M${from.left},${y} H${to.right}`, x: (from.left + to.right) / 2, y: y + 17, anchor: 'middle', isBack: true};
  }
  const isBack = from.top > to.top;
  const store = isBack ? from : to;
  const middle = (store.left + store.right) / 2;
  const isBeside = data && to.left + to.right < from.left + from.right;
  const x = data ? middle + (isBack ? ASIDE : isBeside ? -ASIDE : 0) : from.left + GUTTER + (isBack ? 2 * ASIDE : 0);
  const isLeft = data ? isBeside && !isBack : !isBack;
  const [start, end] = isBack ? [from.top, to.bottom] : [from.bottom, to.top];
  return {d: `M${x},${start} V${end}`, x: x + (isLeft ? -6 : 6), y: (start + end) / 2 + 4, anchor: isLeft ? 'end' : 'start', isBack};
}

function down(from, to) {
  const x = Math.min(Math.max((to.left + to.right) / 2, from.left + GUTTER), from.right - GUTTER);
  return `M${x},${from.bottom} V${to.top}`;
}

function box(name, title, note) {
  const hop = SEALS[name] ? [html('span', {'class': 'hop', 'aria-hidden': 'true'}, SEALS[name])] : [];
  const seal = name === 'gateway' || name.startsWith('service-') ? [html('span', {'class': 'seal'}), ...hop] : [];
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
