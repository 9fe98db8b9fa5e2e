const MOST_REMEMBERED = 200; // no event speaks of an older turn or reply

/**
 * The conversation as the session's events tell it: turns, replies and notes, in the order in which they began.
 * Knows nothing of the page; whoever draws it is told which entry was added, changed or removed.
 */
export class Conversation {
  /** @param {{changed: (entry: object) => void, removed: (entry: object) => void}} view */
  constructor(view) {
    this.view = view;
    this.begin();
  }

  /** Another session begins; its turns and replies are numbered from 1 again. */
  begin() {
    this.turns = new Map();
    this.replies = new Map();
    this.speculative = new Set();
    this.cutBy = null;
  }

  /** Takes one event; unknown ones are nothing to see. */
  apply(event) {
    APPLY[event.event]?.(this, event);
  }

  note(text, t = null) {
    this.view.changed({ kind: 'note', text, t });
  }

  turn({ turn, who, t }) {
    return this.entry(this.turns, turn, () => ({ kind: 'turn', who, t, final: '', interim: '' }));
  }

  reply({ reply, t }) {
    return this.entry(this.replies, reply, () => ({ kind: 'reply', t, text: '', phase: 'thinking', tools: [] }));
  }

  entry(entries, number, make) {
    if (!entries.has(number)) entries.set(number, make());
    if (entries.size > MOST_REMEMBERED) entries.delete(entries.keys().next().value);
    return entries.get(number);
  }

  change(entry, changes) {
    Object.assign(entry, changes);
    this.view.changed(entry);
  }

  endReply(event) {
    const entry = this.replies.get(event.reply);
    this.speculative.delete(event.reply);
    if (!entry) return;
    entry.text ||= event.heard ?? '';
    if (event.outcome === 'discarded' || (!entry.text && !entry.tools.length)) {
      this.replies.delete(event.reply);
      this.view.removed(entry);
      return;
    }
    const cutBy = event.outcome === 'interrupted' ? this.cutBy : null;
    this.change(entry, { phase: 'ended', outcome: event.outcome, heard: event.heard ?? '', cutBy });
    this.cutBy = null;
  }
}

/** What was said in a turn so far: the part that is final, and the part that may still change. */
export function words({ final, interim }) {
  if (!interim) return { final, interim };
  return interim.startsWith(final) ? { final, interim: interim.slice(final.length).trim() } : { final: '', interim };
}

/**
 * Splits a reply's text into what was heard and what was not. `heard` is the same text up to a word, give or take blanks.
 */
export function split(text, heard) {
  let at = 0;
  for (const wanted of heard.replace(/\s+/g, '')) {
    while (at < text.length && /\s/.test(text[at])) at++;
    if (text[at]?.toLowerCase() !== wanted.toLowerCase()) break;
    at++;
  }
  return { heard: text.slice(0, at), unheard: text.slice(at) };
}

const join = (text, piece) => (text && !/\s$/.test(text) && !/^\s/.test(piece) ? `${text} ${piece}` : text + piece);

const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? '' : '.');

const APPLY = {
  // Each of them tells the whole text of the turn as known then.
  'turn.interim': (all, event) => all.change(all.turn(event), { interim: event.text }),
  'turn.final': (all, event) => {
    const turn = all.turn(event);
    all.change(turn, { final: join(turn.final ?? '', event.text), interim: '' });
  },
  'turn.ended': (all, event) => all.change(all.turn(event), { final: event.text, interim: '', by: event.by }),
  'reply.asked': (all, event) => {
    if (event.speculative) all.speculative.add(event.reply);
    else all.change(all.reply(event), {});
  },
  'reply.promoted': (all, event) => {
    all.speculative.delete(event.reply);
    all.change(all.reply(event), {});
  },
  'reply.text': (all, event) => {
    const reply = all.reply(event);
    all.change(reply, { text: join(reply.text, event.text) });
  },
  'reply.slow': (all, event) => {
    if (!all.speculative.has(event.reply)) all.change(all.reply(event), { slow: true });
  },
  'reply.speaking': (all, event) => all.change(all.reply(event), { phase: 'speaking' }),
  'reply.ducked': (all, event) => all.change(all.reply(event), { phase: 'ducked' }),
  'reply.paused': (all, event) => all.change(all.reply(event), { phase: 'paused' }),
  'reply.resumed': (all, event) => all.change(all.reply(event), { phase: 'speaking' }),
  'reply.ended': (all, event) => all.endReply(event),
  'metric.reply': (all, event) => {
    const reply = all.replies.get(event.reply);
    if (reply) all.change(reply, { metric: event });
  },
  'speech.noise': (all, event) => {
    const turn = [...all.turns.values()].findLast(({ who }) => who === event.who);
    if (turn?.interim && !turn.by) all.change(turn, { final: turn.interim, interim: '', by: 'noise' });
  },
  interruption: (all, event) => {
    all.cutBy = event.verdict === 'taken' ? event.who : null;
  },
  'tool.started': (all, event) => {
    const reply = [...all.replies.values()].at(-1);
    if (reply) all.change(reply, { tools: [...reply.tools, { id: event.id, tool: event.tool }] });
  },
  'tool.ended': (all, event) => {
    for (const reply of all.replies.values()) {
      const tool = reply.tools.find(({ id }) => id === event.id);
      if (tool) {
        tool.outcome = event.outcome;
        all.change(reply, {});
      }
    }
  },
  error: (all, event) => all.note(sentence(event.message), event.t),
};
