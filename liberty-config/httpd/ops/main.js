import {Chain} from './chain.js';
import {tell} from './elements.js';
import {Row, linksOf, linksOfBalancer} from './table.js';
import {Viewer} from './viewer.js';
import {at, watch} from './watch.js';
import * as words from './words.js';

const word = document.getElementById('word');

start();

async function start() {
  const fleet = await fleetOfFile();
  if (!fleet) {
    return;
  }
  fleet.servers.sort((one, other) => words.place(one.kind) - words.place(other.kind));
  const chain = new Chain(document.getElementById('chain'), fleet);
  const rows = new Map([['lb', new Row('lb', linksOfBalancer())]]);
  fleet.servers.forEach(server => rows.set(server.name, new Row(server.name, linksOf(server))));
  document.querySelector('#servers tbody').replaceChildren(...[...rows.values()].map(row => row.element));

  const states = new Map([...rows.keys()].map(name => [name, {state: 'asked'}]));
  watch(fleet.servers, (name, known) => {
    states.set(name, known);
    chain.show(name, known);
    rows.get(name).show(known);
    tell(word, summary(states));
    word.dataset.state = worst(states);
  });
  await new Viewer(chain, fleet).resume();
}

async function fleetOfFile() {
  try {
    const answer = await fetch(at('fleet.json'), {cache: 'no-store'});
    if (answer.ok) {
      return await answer.json();
    }
    tell(word, `The load balancer has no list of servers for this page: fleet.json is status ${answer.status}.`);
  } catch (e) {
    tell(word, `The list of servers, fleet.json, can't be read: ${e.message}`);
  }
  word.dataset.state = 'silent';
  return undefined;
}

/** One sentence about all, which names whoever is not well. */
function summary(states) {
  const all = [...states];
  const named = (state, text) => {
    const names = all.filter(([, known]) => known.state === state).map(([name]) => name);
    return names.length ? [`${text}: ${names.join(', ')}.`] : [];
  };
  const up = all.filter(([, known]) => known.state === 'up').length;
  return [
    up === all.length ? `All ${up} are up.` : `${up} of ${all.length} are up.`,
    ...named('silent', 'No answer'),
    ...named('unready', 'Not ready'),
  ].join(' ');
}

function worst(states) {
  const present = new Set([...states.values()].map(known => known.state));
  return ['silent', 'unready', 'asked', 'up'].find(state => present.has(state));
}
