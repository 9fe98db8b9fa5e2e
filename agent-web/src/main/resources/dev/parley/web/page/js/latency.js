import { element } from './dom.js';

/** The parts of a reply's latency in their order, and what each means. */
const PARTS = [
  ['endpointing', 'Turn end', 'from your last sound until the agent was sure that you had finished'],
  ['thinking', 'Thinking', 'until the first word of the answer'],
  ['phrasing', 'Phrasing', 'until the first piece that can be spoken'],
  ['synthesis', 'Voice', 'until the first sound from the voice'],
  ['playout', 'Playout', 'until the first sound was sent into the room'],
];
const SHORTEST_SCALE_SECONDS = 0.8;

let scale = SHORTEST_SCALE_SECONDS;

export const millis = (seconds) => `${Math.round((seconds ?? 0) * 1000)} ms`;

/** One reply's latency: its total, a bar, and the parts with their numbers, which `open` shows. */
export function latencyBar(metric, open) {
  const summary = element('summary', {}, bar(metric), element('span', { class: 'total', textContent: millis(metric.total) }));
  summary.setAttribute('aria-label', `Time to the first sound: ${millis(metric.total)}. Its parts`);
  return element('details', { class: 'latency', open }, summary, legend(metric));
}

function bar(metric) {
  const total = sum(metric);
  scale = Math.max(scale, total);
  const made = element('span', { class: 'bar', role: 'img', 'aria-label': sentence(metric) });
  for (const [key] of PARTS) {
    const part = element('i', { class: `part ${key}` });
    part.style.width = `${((metric[key] ?? 0) / scale) * 100}%`;
    made.append(part);
  }
  return made;
}

function legend(metric) {
  const list = element('dl', { class: 'legend' });
  for (const [key, name, meaning] of PARTS) list.append(row(key, name, meaning, metric[key]));
  list.append(row('engine', 'of which Parley', 'what the framework itself added to the parts', metric.engine));
  return list;
}

function row(key, name, meaning, seconds) {
  const term = element('dt', { title: meaning }, element('i', { class: `part ${key}`, 'aria-hidden': 'true' }), name);
  return element('div', {}, term, element('dd', { textContent: millis(seconds) }));
}

function sentence(metric) {
  return PARTS.map(([key, name]) => `${name} ${millis(metric[key])}`).join(', ');
}

function sum(metric) {
  return PARTS.reduce((all, [key]) => all + (metric[key] ?? 0), 0);
}
