import { byId, element } from './dom.js';

const LABELS = {
  connecting: 'Connecting',
  ready: 'Ready when you are',
  waiting: 'Waiting for the agent',
  joining: 'Getting ready',
  listening: 'Listening',
  thinking: 'Thinking',
  speaking: 'Speaking',
  paused: 'Holding on',
  lost: 'Connection lost, trying again',
  closed: 'The conversation is over',
};
/** Said aloud to screen readers; the others are heard anyway, and would be spoken over the agent. */
const ANNOUNCED = new Set(['ready', 'waiting', 'lost', 'closed']);
const QUIETEST_DB = -60;

/** What the agent is doing, how loud everybody is, what can be asked. */
export class Stage {
  constructor() {
    this.shown = null;
    this.levels = { you: 0, agent: 0 };
    this.dirty = false;
  }

  /** Shows one of the states above. */
  state(name) {
    if (name === this.shown) return;
    this.shown = name;
    document.body.dataset.state = name;
    byId('state').textContent = LABELS[name] ?? name;
    if (ANNOUNCED.has(name)) byId('spoken').textContent = LABELS[name];
  }

  agent(name) {
    byId('agent').textContent = name;
    byId('meter-agent-name').textContent = name;
    document.title = `${name} · Parley`;
  }

  examples(texts, ask) {
    const items = texts.map((text) => {
      const button = element('button', { type: 'button', class: 'example', textContent: text });
      button.addEventListener('click', () => ask(text));
      return element('li', {}, button);
    });
    byId('examples').replaceChildren(...items);
    byId('examples').parentElement.hidden = texts.length === 0;
  }

  /** Shows how loud `you` or the `agent` is: a peak between 0 and 1. */
  level(whose, peak) {
    this.levels[whose] = peak;
    if (this.dirty) return;
    this.dirty = true;
    requestAnimationFrame(() => this.drawLevels());
  }

  drawLevels() {
    this.dirty = false;
    for (const [whose, peak] of Object.entries(this.levels)) {
      const decibels = Math.max(QUIETEST_DB, Math.round(20 * Math.log10(peak + 1e-9)));
      const meter = byId(`meter-${whose}`);
      meter.setAttribute('aria-valuenow', decibels);
      meter.setAttribute('aria-valuetext', decibels <= QUIETEST_DB ? 'silent' : `${decibels} dB`);
      meter.firstElementChild.style.transform = `scaleX(${1 - decibels / QUIETEST_DB})`;
    }
  }
}
