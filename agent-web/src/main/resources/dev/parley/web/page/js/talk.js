import { Capture } from './capture.js';
import { byId, memory } from './dom.js';
import { microphoneProblem } from './problems.js';

/** The talk button, the space bar, and the microphone behind them: open, or only while a button is held. */
export class Talk {
  /**
   * @param {import('./link.js').Link} link
   * @param {{
   *   begin: () => Promise<boolean>,
   *   level: (peak: number) => void,
   *   problem: (text: string) => void,
   *   opened: () => void,
   * }} listener `begin`: the visitor wants to talk; tells whether the page is in the room
   */
  constructor(link, listener) {
    this.link = link;
    this.listener = listener;
    this.joined = false;
    this.held = false;
    this.opening = false;
    this.button = byId('talk');
    this.capture = new Capture({
      frame: (pcm) => this.joined && this.link.sendAudio(pcm),
      level: (peak) => listener.level(peak),
      lost: () => this.onMicrophoneLost(),
    });
    this.mode = memory.read('localStorage', 'mode') === 'hold' ? 'hold' : 'open';
    this.listen();
    this.draw();
  }

  listen() {
    for (const radio of document.querySelectorAll('input[name=mode]')) {
      radio.checked = radio.value === this.mode;
      radio.addEventListener('change', () => this.choose(radio.value));
    }
    this.button.addEventListener('pointerdown', (event) => this.onPointerDown(event));
    for (const end of ['pointerup', 'pointercancel', 'lostpointercapture']) {
      this.button.addEventListener(end, () => this.hold(false));
    }
    this.button.addEventListener('click', (event) => this.onClick(event));
    this.button.addEventListener('contextmenu', (event) => this.mode === 'hold' && event.preventDefault());
    document.addEventListener('keydown', (event) => this.onKey(event, true));
    document.addEventListener('keyup', (event) => this.onKey(event, false));
    addEventListener('blur', () => this.hold(false));
  }

  /** The page is in the room, or no longer. */
  join(joined) {
    this.joined = joined;
    if (joined && this.capture.isOpen) this.tellOpened();
    this.draw();
  }

  /** The conversation is over: the microphone is given back. */
  stop() {
    this.hold(false);
    this.capture.close(() => {});
    this.join(false);
  }

  choose(mode) {
    this.hold(false);
    this.mode = mode;
    memory.write('localStorage', 'mode', mode);
    this.capture.gate(mode === 'open');
    this.draw();
  }

  onPointerDown(event) {
    if (this.mode !== 'hold' || event.button !== 0) return;
    this.button.setPointerCapture(event.pointerId);
    this.hold(true);
  }

  onClick(event) {
    if (this.mode === 'open') this.toggle();
    // A screen reader clicks and cannot hold: there a click begins and the next one ends.
    else if (event.detail === 0) this.hold(!this.held);
  }

  onKey(event, down) {
    if (event.code !== 'Space' || event.ctrlKey || event.metaKey || event.altKey) return;
    const busy = event.target.closest?.('input, textarea, select, summary, a, button');
    if (busy && busy !== this.button && !(busy.name === 'mode')) return;
    event.preventDefault();
    if (event.repeat || this.button.disabled) return;
    if (this.mode === 'hold') this.hold(down);
    else if (down) this.toggle();
  }

  toggle() {
    if (this.capture.isOpen) this.mute();
    else this.open();
  }

  mute() {
    this.capture.close(() => this.link.send({ type: 'mic', open: false }));
    this.draw();
  }

  async hold(held) {
    if (held === this.held) return;
    this.held = held;
    if (held && !this.capture.isOpen) await this.open();
    else this.press();
  }

  press() {
    if (this.mode === 'hold' && this.capture.isOpen) {
      this.capture.gate(this.held);
      this.link.send({ type: 'talk', pressed: this.held });
    }
    this.draw();
  }

  /** Opens the microphone, and enters the room first if need be. */
  async open() {
    if (this.opening) return;
    this.opening = true;
    this.draw();
    try {
      if (!(await this.listener.begin())) return;
      if (!navigator.mediaDevices) throw new DOMException('no microphone here', 'Insecure');
      await this.openMicrophone();
      this.onOpened();
    } catch (error) {
      this.held = false;
      this.listener.problem(microphoneProblem(error));
    } finally {
      this.opening = false;
      this.draw();
    }
  }

  /** A microphone may take longer to start than the browser waits; when asked again it mostly runs. */
  async openMicrophone() {
    try {
      await this.capture.open();
    } catch (error) {
      if (error.name !== 'AbortError') throw error;
      await this.capture.open();
    }
  }

  onOpened() {
    this.listener.opened();
    if (this.joined) this.tellOpened();
    this.capture.gate(this.mode === 'open');
    if (this.held) this.press();
  }

  tellOpened() {
    this.link.send({ type: 'mic', open: true, sampleRate: this.capture.sampleRate });
  }

  onMicrophoneLost() {
    this.mute();
    this.listener.problem(microphoneProblem({ name: 'Lost' }));
  }

  draw() {
    const live = this.capture.isOpen && (this.mode === 'open' || this.held);
    const { mode, joined } = this;
    this.button.setAttribute('aria-pressed', live);
    this.button.dataset.mic = live ? 'live' : this.capture.isOpen ? 'waiting' : 'off';
    this.button.dataset.mode = mode;
    byId('talk-label').textContent = this.label(live);
    byId('talk-hint').textContent = mode === 'hold' ? 'or hold the space bar' : joined ? 'or press the space bar' : '';
  }

  label(live) {
    if (this.opening) return 'One moment';
    if (!this.joined) return 'Start talking';
    if (this.mode === 'hold') return live ? 'Let go to send' : 'Hold to talk';
    return live ? 'Mute' : 'Talk';
  }
}
