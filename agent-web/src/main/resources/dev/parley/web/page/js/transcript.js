import { split, words } from './conversation.js';
import { byId, element } from './dom.js';
import { latencyBar } from './latency.js';

const MOST_ENTRIES = 400;
const NEAR_THE_END_PX = 80;
const PHASES = {
  ducked: 'lowered, someone is speaking',
  paused: 'holding on, someone is speaking',
};
const WAYS = { text: 'typed', noise: 'not understood' };
const OUTCOMES = { returned: 'done', failed: 'failed', cancelled: 'cancelled' };

/** Draws the conversation, entry by entry, and keeps its end in view unless the reader has scrolled away. */
export class Transcript {
  /** @param {import('./people.js').People} people */
  constructor(people) {
    this.people = people;
    this.items = new Map();
    this.list = byId('entries');
    this.scroll = byId('scroll');
    this.scroll.addEventListener('scroll', () => this.onScroll());
    new ResizeObserver(() => this.follow && this.toEnd()).observe(this.scroll);
    byId('newest').addEventListener('click', () => this.toEnd());
    this.follow = true;
  }

  /** Reads entries aloud to screen readers as they come. While the agent is heard that would be heard twice. */
  set readAloud(on) {
    this.list.setAttribute('aria-live', on ? 'polite' : 'off');
  }

  clear() {
    this.items.clear();
    this.list.replaceChildren();
    byId('empty').hidden = false;
  }

  changed(entry) {
    let item = this.items.get(entry);
    if (!item) {
      item = element('li');
      this.items.set(entry, item);
      this.list.append(item);
      byId('empty').hidden = true;
      this.forgetOldest();
    }
    DRAW[entry.kind](this, entry, item);
    if (this.follow) this.toEnd();
    else byId('newest').hidden = false;
  }

  removed(entry) {
    this.items.get(entry)?.remove();
    this.items.delete(entry);
  }

  forgetOldest() {
    if (this.items.size > MOST_ENTRIES) this.removed(this.items.keys().next().value);
  }

  onScroll() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroll;
    this.follow = scrollHeight - scrollTop - clientHeight < NEAR_THE_END_PX;
    if (this.follow) byId('newest').hidden = true;
  }

  toEnd() {
    this.scroll.scrollTop = this.scroll.scrollHeight;
    byId('newest').hidden = true;
  }

  drawTurn(turn, item) {
    const { final, interim } = words(turn);
    item.className = `entry turn colour-${this.people.colourOf(turn.who)}`;
    item.hidden = !final && !interim;
    const said = element('p', { class: 'said' }, final);
    if (interim) said.append(final ? ' ' : '', element('span', { class: 'interim', textContent: interim }));
    item.replaceChildren(speaker(this.people.nameOf(turn.who), turn.t, WAYS[turn.by] ?? null), said);
  }

  drawReply(reply, item) {
    const latency = reply.metric ? this.latency(reply, item) : null;
    item.className = `entry reply ${reply.phase} ${reply.outcome ?? ''}`;
    item.replaceChildren(speaker(this.people.agent, reply.t, PHASES[reply.phase] ?? null), this.said(reply));
    for (const tool of reply.tools) item.append(toolLine(tool));
    if (reply.outcome === 'interrupted') item.append(this.cut(reply));
    if (reply.outcome === 'failed') item.append(element('p', { class: 'aside', textContent: 'This answer failed.' }));
    if (latency) item.append(latency);
  }

  said(reply) {
    if (!reply.text) return thinking(reply.slow);
    const said = element('p', { class: 'said' });
    if (reply.outcome !== 'interrupted') {
      said.append(reply.text);
      return said;
    }
    const { heard, unheard } = split(reply.text, reply.heard);
    said.append(heard);
    if (unheard.trim()) {
      said.append(element('span', { class: 'visually-hidden', textContent: ' (interrupted; not heard:) ' }));
      said.append(element('s', { class: 'unheard', textContent: unheard }));
    }
    return said;
  }

  cut({ cutBy }) {
    const by = cutBy ? ` by ${this.people.nameOf(cutBy) === 'You' ? 'you' : this.people.nameOf(cutBy)}` : '';
    return element('p', { class: 'aside cut', textContent: `Interrupted${by}` });
  }

  /** The parts of the latest reply show by themselves, those of the others when asked for. */
  latency(reply, item) {
    const before = item.querySelector('details');
    if (!before) for (const other of this.list.querySelectorAll('details[open]')) other.open = false;
    return latencyBar(reply.metric, before ? before.open : true);
  }
}

const DRAW = {
  turn: (view, entry, item) => view.drawTurn(entry, item),
  reply: (view, entry, item) => view.drawReply(entry, item),
  note: (view, entry, item) => {
    item.className = 'entry note';
    item.replaceChildren(element('p', { textContent: entry.text }));
  },
};

function speaker(name, t, remark) {
  const line = element('p', { class: 'speaker' }, element('span', { class: 'name', textContent: name }));
  if (t !== null && t !== undefined) line.append(element('time', { textContent: clock(t) }));
  if (remark) line.append(element('span', { class: 'remark', textContent: remark }));
  return line;
}

function thinking(slow) {
  const dots = element('span', { class: 'dots', 'aria-hidden': 'true' }, element('i'), element('i'), element('i'));
  const text = slow ? 'Still thinking' : 'Thinking';
  return element('p', { class: 'said waiting' }, dots, element('span', { class: slow ? '' : 'visually-hidden', textContent: text }));
}

function toolLine({ tool, outcome }) {
  return element('p', { class: 'aside tool', textContent: `${tool}: ${OUTCOMES[outcome] ?? 'running'}` });
}

function clock(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
