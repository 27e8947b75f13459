const SVG = 'http://www.w3.org/2000/svg';

/** An HTML element with these properties and attributes (className, dataset, ...) and children. */
export function html(name, properties = {}, ...children) {
  return filled(document.createElement(name), properties, children);
}

/** The same for SVG. */
export function svg(name, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

/** Sets a text only where it differs, so that a screen reader is not told again what it knows. */
export function tell(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

function filled(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}
