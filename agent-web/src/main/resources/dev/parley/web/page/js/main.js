// Puts the page together: the connection, the two voices, the conversation, and what is drawn of them.

import { Conversation } from './conversation.js';
import { byId, memory } from './dom.js';
import { Halo } from './halo.js';
import { Link } from './link.js';
import { People } from './people.js';
import { Playback } from './playback.js';
import { Problems } from './problems.js';
import { Stage } from './stage.js';
import { Talk } from './talk.js';
import { Transcript } from './transcript.js';

const VERSION = 1;
const TAKEN_OVER = 4009;
const SILENT_MS = 400;
const parameters = new URLSearchParams(location.search);
const resumeKey = `resume.${parameters.get('room') ?? ''}`;

const stage = new Stage();
const problems = new Problems();
const people = new People((name) => seat.joined && link.send({ type: 'rename', name }));
const transcript = new Transcript(people);
const conversation = new Conversation(transcript);
const link = new Link(hello, { message, audio: (pcm) => playback.play(pcm), lost, ended });
const playback = new Playback({
  played: (epoch, samples) => link.send({ type: 'played', epoch, samples }),
  flushed: (epoch, samples) => link.send({ type: 'flushed', epoch, samples }),
  level: (peak) => sound('agent', peak),
  audible,
});
const talk = new Talk(link, {
  begin,
  level: (peak) => sound('you', peak),
  problem: (text) => problems.show('microphone', text, { label: 'Try again', run: () => talk.open() }),
  opened: () => problems.clear('microphone'),
});
const halo = new Halo(byId('halo'), playback, talk.capture);

const LOST = 'The connection is lost. Trying again; the conversation is kept.';
const SILENT = 'The browser keeps this page silent until you click or press a key.';
const SOUND_ON = { label: 'Turn the sound on', run: () => openPlayback() };

/** The visitor's place in the room. */
const seat = { wanted: false, joined: false, latestEvent: 0, settled: [] };
let welcome = null;

function hello() {
  return {
    type: 'hello',
    version: VERSION,
    room: parameters.get('room') ?? undefined,
    token: parameters.get('token') ?? undefined,
    resume: memory.read('sessionStorage', resumeKey) || undefined,
    after: seat.latestEvent,
  };
}

function message(received) {
  MESSAGES[received.type]?.(received);
}

const MESSAGES = {
  welcome(received) {
    welcome = received;
    problems.clear('connection');
    byId('room').textContent = received.room;
    byId('talk').disabled = false;
    people.agent = received.agent;
    stage.agent(received.agent);
    stage.examples(received.examples, ask);
    if (!received.resuming) {
      stage.state('ready');
      if (seat.wanted) enter();
    }
  },
  waiting() {
    stage.state('waiting');
  },
  joined(received) {
    if (!received.resumed) startAfresh();
    memory.write('sessionStorage', resumeKey, received.resume);
    Object.assign(seat, { wanted: true, joined: true });
    people.self = received.participant;
    stage.state('listening');
    openPlayback();
    talk.join(true);
    settle(true);
  },
  people: (received) => people.update(received.people),
  event({ n, event }) {
    seat.latestEvent = n;
    conversation.apply(event);
    EVENTS[event.event]?.(event);
  },
  flush: ({ epoch }) => playback.flush(epoch),
  error: (received) => problems.show('server', received.message),
};

const EVENTS = {
  'agent.state': ({ to }) => stage.state(to),
  'reply.paused': () => stage.state('paused'),
  'reply.resumed': () => stage.state('speaking'),
  'participant.state': ({ who, to }) => people.speak(who, to === 'speaking'),
  'participant.joined'({ who, displayName, t }) {
    if (!people.names.has(who)) people.learn(who, displayName);
    if (who !== people.self) conversation.note(`${people.nameOf(who)} joined`, t);
  },
  'participant.left': ({ who, t }) => conversation.note(`${people.nameOf(who)} left`, t),
};

/** A session that knows nothing of what was said before, or the first one. */
function startAfresh() {
  if (seat.latestEvent > 0) conversation.note('A new conversation begins.');
  seat.latestEvent = 0;
  conversation.begin();
}

/** Enters the room; the click or key that led here also lets the page sound. Returns whether it worked. */
async function begin() {
  seat.wanted = true;
  if (welcome) openPlayback();
  if (seat.joined) return true;
  const joined = new Promise((resolve) => seat.settled.push(resolve));
  if (!link.socket) link.open();
  else if (welcome) enter();
  return joined;
}

function settle(joined) {
  for (const resolve of seat.settled.splice(0)) resolve(joined);
}

function openPlayback() {
  playback.open(welcome.audio.sampleRate, welcome.audio.prebufferMillis);
}

function enter() {
  link.send({ type: 'join', name: people.chosenName });
}

function lost(reason) {
  away();
  stage.state('lost');
  problems.show('connection', reason || LOST, { label: 'Try now', run: () => link.open() });
}

function ended(code, reason) {
  if (code === TAKEN_OVER) memory.write('sessionStorage', resumeKey, '');
  away();
  talk.stop();
  seat.wanted = false;
  settle(false);
  playback.flush(0);
  stage.state('closed');
  problems.show('connection', reason || 'The conversation is over.', { label: 'Start again', run: begin });
}

function away() {
  seat.joined = false;
  welcome = null;
  talk.join(false);
}

function sound(whose, peak) {
  stage.level(whose, peak);
  if (peak > 0) halo.wake();
}

/** Says something in writing. Returns whether there was a room to say it in. */
async function ask(text) {
  return (await begin()) && link.send({ type: 'text', text });
}

byId('composer').addEventListener('submit', async (event) => {
  event.preventDefault();
  const text = byId('text').value.trim();
  if (!text) return;
  byId('text').value = '';
  if (!(await ask(text))) byId('text').value ||= text;
});

document.addEventListener('keydown', (event) => {
  if (event.key === '/' && event.target.tagName !== 'INPUT') {
    event.preventDefault();
    byId('text').focus();
  }
  if (event.key === 'Escape' && event.target.tagName === 'INPUT') byId('talk').focus();
});

// After a reload the browser keeps the page silent until the first click or key.
for (const gesture of ['pointerdown', 'keydown']) {
  document.addEventListener(gesture, () => seat.joined && !playback.isAudible && openPlayback());
}

function audible(on) {
  transcript.readAloud = !on;
  clearTimeout(seat.silence);
  if (on) problems.clear('sound');
  else seat.silence = setTimeout(() => seat.joined && problems.show('sound', SILENT, SOUND_ON), SILENT_MS);
}

/** What a test or a curious visitor can ask the page. */
globalThis.parley = Object.freeze({
  measure: () => ({
    ...playback.measured,
    loudness: playback.loudness(),
    audible: playback.isAudible,
    sampleRate: playback.context?.sampleRate ?? 0,
    microphone: talk.capture.isOpen,
    microphoneRate: talk.capture.sampleRate,
    unsent: link.unsent,
  }),
});

stage.state('connecting');
link.open();
