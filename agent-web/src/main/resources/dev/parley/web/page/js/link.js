/** The connection to the agent's server: JSON messages and PCM over one WebSocket, found again when it is lost. */

const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 5000;
const PING_EVERY_MS = 4000;
const SILENCE_IS_LOSS_MS = 12000;
const MOST_UNSENT_BYTES = 128 * 1024; // audio that waits longer than this would come too late anyway
const LAST_OF_THE_NORMAL_CODES = 4000;
const WORTH_ANOTHER_TRY = new Set([4008, 4029]);

export class Link {
  /**
   * @param {() => object} hello what to say first on each new connection
   * @param {{
   *   message: (message: object) => void,
   *   audio: (pcm: ArrayBuffer) => void,
   *   lost: (reason: string) => void,
   *   ended: (code: number, reason: string) => void,
   * }} listener
   */
  constructor(hello, listener) {
    this.hello = hello;
    this.listener = listener;
    this.socket = null;
    this.wait = FIRST_WAIT_MS;
    this.unsent = 0;
    addEventListener('online', () => this.hurry());
    addEventListener('pageshow', ({ persisted }) => persisted && this.open());
  }

  get isOpen() {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  open() {
    clearTimeout(this.retry);
    this.drop();
    const address = new URL('ws', document.baseURI);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(address);
    socket.binaryType = 'arraybuffer';
    socket.onopen = () => this.onOpen();
    socket.onmessage = ({ data }) => this.onMessage(data);
    socket.onclose = ({ code, reason }) => this.onClose(code, reason);
    this.socket = socket;
    this.heardAt = performance.now();
    this.pings = setInterval(() => this.ping(), PING_EVERY_MS);
  }

  /** Sends a message, or returns false when there is no connection. */
  send(message) {
    if (!this.isOpen) return false;
    this.socket.send(JSON.stringify(message));
    return true;
  }

  /** Sends PCM, unless the way is blocked: late speech is worth nothing. */
  sendAudio(pcm) {
    if (!this.isOpen || this.socket.bufferedAmount > MOST_UNSENT_BYTES) {
      this.unsent++;
      return;
    }
    this.socket.send(pcm);
  }

  onOpen() {
    this.heardAt = performance.now();
    this.send(this.hello());
  }

  onMessage(data) {
    this.heardAt = performance.now();
    if (data instanceof ArrayBuffer) {
      this.listener.audio(data);
      return;
    }
    const message = JSON.parse(data);
    if (message.type === 'welcome') this.wait = FIRST_WAIT_MS;
    if (message.type !== 'pong') this.listener.message(message);
  }

  onClose(code, reason) {
    this.drop();
    if (code >= LAST_OF_THE_NORMAL_CODES && !WORTH_ANOTHER_TRY.has(code)) {
      this.listener.ended(code, reason);
      return;
    }
    this.listener.lost(reason);
    // Spread out, so that all the pages do not come back in the same instant.
    this.retry = setTimeout(() => this.open(), this.wait * (0.75 + Math.random() / 2));
    this.wait = Math.min(LONGEST_WAIT_MS, this.wait * 2);
  }

  ping() {
    if (performance.now() - this.heardAt > SILENCE_IS_LOSS_MS) this.onClose(1006, '');
    else this.send({ type: 'ping' });
  }

  /** The network is back: no need to sit out the wait. */
  hurry() {
    if (!this.socket) this.open();
  }

  drop() {
    clearInterval(this.pings);
    const socket = this.socket;
    this.socket = null;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }
}
