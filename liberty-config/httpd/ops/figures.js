// What one look at a server's metrics tells, and what several looks tell together.

const WINDOW_MS = 60_000;
const SAMPLE = /^([A-Za-z_:][\w:]*)(?:\{(.*)\})? (\S+)/;
const LABEL = /(\w+)="((?:[^"\\]|\\.)*)"/g;
const REQUESTS = 'http_server_request_duration_seconds';

/** Prometheus' text form 0.0.4: from the name of a family to its samples. */
export function parse(text) {
  const families = new Map();
  for (const line of text.split('\n')) {
    const found = line.startsWith('#') ? null : SAMPLE.exec(line);
    if (found) {
      const [, name, labels, value] = found;
      const sample = {labels: Object.fromEntries([...(labels ?? '').matchAll(LABEL)].map(l => [l[1], l[2]])), value: Number(value)};
      families.get(name)?.push(sample) ?? families.set(name, [sample]);
    }
  }
  return families;
}

/**
 * One look.
 *
 * @param ports of the application and of its operators: neither health checks nor what operators ask are users' requests
 */
export function look(text, at, ports) {
  const families = parse(text);
  const all = name => families.get(name) ?? [];
  const first = name => all(name)[0]?.value;
  const sum = samples => samples.length ? samples.reduce((total, sample) => total + sample.value, 0) : undefined;
  const asked = name => all(name).filter(sample => isUsers(sample.labels, ports));
  const counted = asked(REQUESTS + '_count');
  const database = sample => sample.labels.datasource === 'jdbc_baton';

  const open = sum(all('connectionpool_managedConnections').filter(database));
  const free = sum(all('connectionpool_freeConnections').filter(database));
  return {
    at,
    uptime: first('jvm_uptime_seconds'),
    version: all('baton_build')[0]?.labels.version,
    requests: sum(counted) ?? 0,
    errors: sum(counted.filter(sample => sample.labels.http_response_status_code >= '500')) ?? 0,
    p99: Math.max(0, ...asked(REQUESTS).filter(sample => sample.labels.quantile === '0.99').map(sample => sample.value)),
    hits: sum(all('baton_cache_hits')),
    misses: sum(all('baton_cache_misses')),
    entries: sum(all('baton_cache_entries')),
    pool: open === undefined
        ? {used: first('threadpool_activeThreads'), of: first('threadpool_size'), what: 'threads'}
        : {used: open - free, of: open, what: 'connections'},
    heap: {used: first('memory_usedHeap_bytes'), of: first('memory_maxHeap_bytes')},
  };
}

/** What httpd's own status page (?auto) tells: the balancer's look, and the states of its members, gateway-1 and so on. */
export function lookAtBalancer(text, at) {
  const lines = new Map(text.split('\n').map(line => line.split(': ', 2)));
  const number = name => lines.has(name) ? Number(lines.get(name)) : undefined;
  const members = new Map();
  for (const [name, state] of lines) {
    const member = /^ProxyBalancer\[0\]Worker\[(\d+)\]Status$/.exec(name);
    if (member) {
      members.set(`gateway-${Number(member[1]) + 1}`, state.trim());
    }
  }
  const busy = number('BusyWorkers');
  return {
    at,
    uptime: number('ServerUptimeSeconds') ?? number('Uptime'),
    requests: number('Total Accesses') ?? 0,
    pool: {used: busy, of: busy + number('IdleWorkers'), what: 'threads'},
    members,
  };
}

/** The looks of the last minute; those from before a restart are gone. */
export function remembered(looks, latest) {
  return [...looks.filter(one => one.uptime <= latest.uptime && latest.at - one.at <= WINDOW_MS), latest];
}

/** What the looks of the last minute tell together; what is not known is undefined. */
export function figures(looks) {
  const first = looks[0];
  const last = looks.at(-1);
  const seconds = (last.at - first.at) / 1000;
  const asked = last.requests - first.requests;
  return {
    ...last,
    rate: seconds > 0 ? asked / seconds : undefined,
    errorRate: asked > 0 ? (last.errors - first.errors) / asked : undefined,
    hitRate: hitRate(first, last),
  };
}

function hitRate(first, last) {
  const hits = last.hits - first.hits;
  const lookups = hits + last.misses - first.misses;
  if (lookups > 0) {
    return hits / lookups;
  }
  return last.hits + last.misses > 0 ? last.hits / (last.hits + last.misses) : undefined;
}

function isUsers({http_route: route, server_port: asked}, {port, admin}) {
  // A gateway knows no routes; what it is asked under its own port, and not under the public one, is a health check.
  const isCheck = route?.startsWith('/health') || (route === '' && asked === String(port));
  return !isCheck && asked !== String(admin);
}
