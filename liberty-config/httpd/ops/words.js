// How figures are written; a figure that is not known is a dash.

const NONE = '–';
const STEPS = [['d', 86_400], ['h', 3_600], ['min', 60], ['s', 1]];

const KINDS = {
  'gateway': 'gateways',
  'service-a': 'A · orders',
  'service-b': 'B · stock',
  'service-c': 'C · prices',
};

/** A kind of server; a service of your own is its letter. */
export const kind = name => KINDS[name] ?? (name.startsWith('service-') ? name.at(-1).toUpperCase() : name);

/** Where a kind stands in the chain: gateways first, the issuer beside it. */
export const place = name => name === 'gateway' ? 0 : name.startsWith('service-') ? name.charCodeAt(name.length - 1) : Infinity;

export const DATABASES = {'derby-embedded': 'Derby', 'derby': 'Derby', 'postgresql': 'PostgreSQL'};

export function count(value) {
  return written(value, () => value >= 10 || value === 0 ? value.toFixed(0) : value.toFixed(1));
}

export function milliseconds(value) {
  return written(value, () => value < 10 ? `${value.toFixed(1)} ms` : `${value.toFixed(0)} ms`);
}

/** Of seconds; no time at all is none that was seen. */
export function latency(seconds) {
  return seconds ? milliseconds(seconds * 1000) : NONE;
}

export function share(value) {
  return written(value, () => {
    const percent = value * 100;
    return `${percent > 0 && percent < 1 ? percent.toFixed(1) : percent.toFixed(0)} %`;
  });
}

/** The two largest units: 3 d 4 h, 12 min 3 s. */
export function duration(seconds) {
  return written(seconds, () => {
    const largest = Math.max(0, STEPS.findIndex(([, size]) => seconds >= size));
    let rest = Math.floor(seconds);
    return STEPS.slice(largest, largest + 2).map(([unit, size]) => {
      const amount = Math.floor(rest / size);
      rest -= amount * size;
      return `${amount} ${unit}`;
    }).join(' ');
  });
}

export function part(pool) {
  return written(pool?.of, () => `${pool.used} of ${pool.of}`);
}

export function megabytes(memory) {
  const size = bytes => Math.round(bytes / 1_048_576);
  return written(memory?.of, () => `${size(memory.used)} of ${size(memory.of)} MB`);
}

function written(value, text) {
  return value === undefined || Number.isNaN(value) ? NONE : text();
}
