// One answer's Server-Timing, and the steps of the request that it tells.

const ENTRY = /([\w.-]+)((?:\s*;\s*\w+=(?:"[^"]*"|[^;,\s]*))*)/g;
const FIELD = /(\w+)=(?:"([^"]*)"|([^;,\s]*))/g;

const SERVICE = /^service-[a-z]$/;

/** The kinds of service among these servers, in the order of the chain. */
export const servicesOf = servers => [...new Set(servers.map(server => server.kind).filter(kind => SERVICE.test(kind)))].sort();

const CALLS = {'gateway service-a': '3', 'service-a service-b': '7', 'service-b service-c': '12'};
const VERIFIES = {'service-b': '8', 'service-c': '13'};
const CACHE = {'service-a': ['4', '5', '6'], 'service-b': ['9', '10', '11'], 'service-c': ['14', '15', '16']};

/** W3C Server-Timing: from a name to its duration in milliseconds and its description. */
export function timings(header) {
  const entries = new Map();
  for (const [, name, fields] of (header ?? '').matchAll(ENTRY)) {
    const found = Object.fromEntries([...fields.matchAll(FIELD)].map(([, key, quoted, plain]) => [key, quoted ?? plain]));
    entries.set(name, {ms: Number(found.dur ?? NaN), text: found.desc ?? ''});
  }
  return entries;
}

/**
 * What happened to a request, in order: {hop, text, ms, note, from, to} for a way, {.., at} for what a tier does.
 *
 * @param answer status, serverTiming, total in milliseconds
 */
export function journey({status, serverTiming, total}) {
  const told = timings(serverTiming);
  const ms = name => told.get(name)?.ms;
  const balancer = Number(told.get('lb')?.text.replace('D=', '')) / 1000;
  const way = (hop, from, to, text, time) => ({hop, from, to, text, ms: Math.max(0, time)});
  const visited = visitedIn(told);

  const steps = [
    way('1', 'user', 'lb', 'user to load balancer', total - balancer),
    way('2', 'lb', 'gateway', 'load balancer to gateway', balancer - ms('gateway.total')),
  ];
  visited.forEach((tier, i) => {
    if (i > 0) {
      const caller = visited[i - 1];
      steps.push(way(CALLS[`${caller} ${tier}`] ?? '', caller, tier, `${short(caller)} to ${short(tier)}`, ms(`${caller}.call`) - ms(`${tier}.total`)));
    }
    steps.push({hop: VERIFIES[tier] ?? '', at: tier, text: `${nameOf(tier)} verifies the token`, ms: ms(`${tier}.verify`), token: told.get(`${tier}.verify`)?.text});
    steps.push(...dataSteps(tier, told));
  });
  if (status < 400) {
    steps.push({hop: '17', back: ['user', 'lb', ...visited].reverse(), text: 'the answer is back at the user', ms: total});
  }
  return steps;
}

/**
 * The tier that did not let a request pass, or could not answer it. A guard refuses before any time is told, so a 401 comes from
 * the one behind the last that told its times; every other error is told by the tier that made it.
 */
export function refusedBy({status, serverTiming}) {
  const last = visitedIn(timings(serverTiming)).at(-1);
  if (status !== 401) {
    return last;
  }
  if (last === undefined) {
    return 'gateway';
  }
  return last === 'gateway' ? 'service-a' : `service-${String.fromCharCode(last.charCodeAt(last.length - 1) + 1)}`;
}

/** A tier's name where a sentence begins. */
export const nameOf = tier => tier === 'gateway' ? 'The gateway' : short(tier);

const short = tier => tier === 'gateway' ? tier : tier.at(-1).toUpperCase();

/** The tiers that told of their work, in the order of the chain. */
function visitedIn(told) {
  return [...told.keys()].filter(name => name.endsWith('.total')).map(name => name.replace('.total', '')).sort();
}

function dataSteps(tier, told) {
  const [ask, answer, database] = CACHE[tier] ?? ['', '', ''];
  const letter = tier.at(-1);
  const name = short(tier);
  const steps = [];
  const cache = told.get(`${tier}.cache`);
  const stored = told.get(`${tier}.db`);
  if (cache) {
    const note = cache.text === 'hit' ? `hit: database ${name} is not asked` : cache.text;
    steps.push({hop: ask, from: tier, to: `cache-${letter}`, text: `${name} to cache ${name}`, ms: cache.ms});
    steps.push({hop: answer, from: `cache-${letter}`, to: tier, text: `cache ${name} to ${name}`, note, isMiss: stored !== undefined});
  }
  if (stored) {
    steps.push({hop: database, from: tier, to: `database-${letter}`, text: `${name} to database ${name}`, ms: stored.ms});
  }
  return steps;
}
