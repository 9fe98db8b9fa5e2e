/** The microphone: asks for it, and hands on frames of 20 ms of 16-bit mono PCM. */

const WISHED_RATE = 16000; // what speech recognisers want
const CONSTRAINTS = {
  // Suppression and gain control bend the voice in ways that speech recognisers suffer from.
  audio: { echoCancellation: true, noiseSuppression: false, autoGainControl: false, channelCount: 1 },
};
const SILENCE_AFTER_MUTE_MS = 3000;

export class Capture {
  /** @param {{frame: (pcm: ArrayBuffer) => void, level: (peak: number) => void, lost: () => void}} listener */
  constructor(listener) {
    this.listener = listener;
    this.context = null;
    this.stream = null;
    this.gateOpen = false;
  }

  get isOpen() {
    return this.stream !== null;
  }

  get sampleRate() {
    return this.context?.sampleRate ?? 0;
  }

  /** What draws the microphone's spectrum, or null. */
  get analyser() {
    return this.isOpen && this.gateOpen ? this.analyserNode : null;
  }

  /** Opens the microphone; throws what the browser throws. Returns the rate of the samples. */
  async open() {
    const stream = await navigator.mediaDevices.getUserMedia(CONSTRAINTS);
    await this.shut();
    try {
      await this.connect(stream);
    } catch (failure) {
      for (const track of stream.getTracks()) track.stop();
      await this.shut();
      throw failure;
    }
    stream.getAudioTracks()[0].addEventListener('ended', () => this.listener.lost());
    this.stream = stream;
    return this.sampleRate;
  }

  async connect(stream) {
    this.context = new AudioContext({ sampleRate: WISHED_RATE, latencyHint: 'interactive' });
    try {
      this.source = this.context.createMediaStreamSource(stream);
    } catch {
      // Firefox takes no microphone into a context of another rate than the microphone's.
      await this.context.close();
      this.context = new AudioContext({ latencyHint: 'interactive' });
      this.source = this.context.createMediaStreamSource(stream);
    }
    await this.context.audioWorklet.addModule(new URL('capture-worklet.js', import.meta.url));
    this.analyserNode = new AnalyserNode(this.context, { fftSize: 256, smoothingTimeConstant: 0.7 });
    this.node = new AudioWorkletNode(this.context, 'parley-capture', {
      channelCount: 1,
      channelCountMode: 'explicit',
      outputChannelCount: [1],
    });
    this.node.port.onmessage = ({ data }) => this.onFrame(data);
    this.source.connect(this.analyserNode);
    // The worklet writes nothing to its output; being connected is what keeps it running.
    this.source.connect(this.node).connect(this.context.destination);
    await this.context.resume();
  }

  onFrame({ pcm, peak }) {
    this.listener.frame(pcm);
    this.listener.level(this.isOpen && this.gateOpen ? peak : 0);
  }

  /** Lets the voice through, or sends silence instead. */
  gate(open) {
    this.gateOpen = open;
    this.node?.port.postMessage({ type: 'gate', open });
  }

  /**
   * Gives the microphone back at once, and calls `then` when the silence that follows has been sent:
   * without it nobody on the other side would notice that the last word is over.
   */
  close(then) {
    if (!this.isOpen) return;
    this.gate(false);
    this.source.disconnect();
    for (const track of this.stream.getTracks()) track.stop();
    this.stream = null;
    this.listener.level(0);
    this.timer = setTimeout(() => this.shut().then(then), SILENCE_AFTER_MUTE_MS);
  }

  async shut() {
    clearTimeout(this.timer);
    const context = this.context;
    this.context = null;
    this.node?.port.postMessage({ type: 'stop' });
    this.node?.port.close();
    this.node = null;
    if (context && context.state !== 'closed') await context.close();
  }
}
