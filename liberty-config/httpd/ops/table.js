// The list of servers with all their figures.

import {html, tell} from './elements.js';
import {at} from './watch.js';
import * as words from './words.js';

const COLUMNS = ['State', 'Version', 'Up for', 'req/s', 'p99', 'Errors', 'Cache hits', 'Pool', 'Heap'];

/** The row of one server, to be told what is known of it. */
export class Row {
  #cells = new Map(COLUMNS.map(title => [title, html('td', {'data-title': title})]));

  constructor(name, links) {
    this.element = html('tr', {id: `server-${name}`, 'data-state': 'asked', tabindex: '-1'},
        html('th', {scope: 'row'}, name),
        ...this.#cells.values(),
        html('td', {'data-title': 'Open', class: 'links'}, ...links.map(([text, href]) =>
            html('a', {href, 'aria-label': `${text} of ${name}`}, text))));
    this.#write('State', 'asked');
  }

  show({state, why, figures = {}}) {
    this.element.dataset.state = state;
    this.#write('State', why || state);
    this.#write('Version', figures.version ?? words.count());
    this.#write('Up for', words.duration(figures.uptime));
    this.#write('req/s', words.count(figures.rate));
    this.#write('p99', words.latency(figures.p99));
    this.#write('Errors', words.share(figures.errorRate));
    this.#write('Cache hits', words.share(figures.hitRate));
    this.#write('Pool', words.part(figures.pool));
    this.#write('Heap', words.megabytes(figures.heap));
  }

  #write(title, text) {
    tell(this.#cells.get(title), text);
  }
}

/** Where else a server can be looked at. */
export function linksOf({name, admin}) {
  return [['Admin Center', `${admin}/adminCenter/`], ['Health', at(`servers/${name}/health`)], ['Metrics', at(`servers/${name}/metrics`)]];
}

/** And the load balancer. */
export function linksOfBalancer() {
  return [['Balancer manager', '/balancer-manager'], ['Status', at('balancer')]];
}
