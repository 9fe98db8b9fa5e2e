/** The agent's voice: plays PCM as it comes, tells how much of it has been heard, falls silent at once. */

export class Playback {
  /**
   * @param {{
   *   played: (epoch: number, samples: number) => void,
   *   flushed: (epoch: number, samples: number) => void,
   *   level: (peak: number) => void,
   *   audible: (audible: boolean) => void,
   * }} listener
   */
  constructor(listener) {
    this.listener = listener;
    this.context = null;
    this.node = null;
    this.measured = { rendered: 0, queued: 0, playing: false, sounded: 0, peak: 0, discarded: 0, flushMillis: null };
  }

  /** Whether the browser lets the page sound; before the first click or key it does not. */
  get isAudible() {
    return this.node !== null && this.context.state === 'running';
  }

  /** What draws the voice's spectrum, or null. */
  get analyser() {
    return this.measured.playing ? this.analyserNode : null;
  }

  /** Makes ready for audio of this rate. Call it within a click or key press to be allowed to sound. */
  async open(sampleRate, prebufferMillis) {
    if (!this.opening || this.context.sampleRate !== sampleRate) this.opening = this.connect(sampleRate, prebufferMillis);
    if (this.context.state !== 'running') {
      // Stays pending until a gesture allows it; what comes meanwhile is discarded, not queued.
      this.context.resume().catch(() => {});
    }
    await this.opening;
  }

  async connect(sampleRate, prebufferMillis) {
    this.context?.close();
    this.node = null;
    // A fixed rate: streaming into a context of another rate gains delay and shifts the pitch.
    const context = new AudioContext({ sampleRate, latencyHint: 'interactive' });
    this.context = context;
    await context.audioWorklet.addModule(new URL('playback-worklet.js', import.meta.url));
    this.analyserNode = new AnalyserNode(context, { fftSize: 256, smoothingTimeConstant: 0.7 });
    const node = new AudioWorkletNode(context, 'parley-playback', {
      numberOfInputs: 0,
      outputChannelCount: [1],
      processorOptions: { prebufferMillis },
    });
    node.port.onmessage = ({ data }) => this.onReport(data);
    node.connect(this.analyserNode).connect(context.destination);
    this.node = node;
    context.onstatechange = () => this.listener.audible(this.isAudible);
    this.listener.audible(this.isAudible);
  }

  /** Queues 16-bit mono PCM, or discards it while the browser forbids sound. */
  play(pcm) {
    if (!this.isAudible) {
      this.measured.discarded += pcm.byteLength / 2;
      return;
    }
    this.node.port.postMessage({ type: 'play', pcm }, [pcm]);
  }

  /** Stops at once, and forgets what was queued. */
  flush(epoch) {
    this.flushStarted = performance.now();
    if (this.isAudible) this.node.port.postMessage({ type: 'flush', epoch });
    else this.listener.flushed(epoch, 0);
  }

  onReport(report) {
    if (report.type === 'flushed') {
      this.measured.flushMillis = performance.now() - this.flushStarted;
      Object.assign(this.measured, { rendered: 0, queued: 0, playing: false, peak: 0 });
      this.listener.flushed(report.epoch, this.heard(report.rendered));
      this.listener.level(0);
      return;
    }
    const peak = Math.max(this.measured.peak * 0.8, report.peak);
    Object.assign(this.measured, report, { peak });
    this.listener.played(report.epoch, this.heard(report.rendered));
    this.listener.level(report.playing ? report.peak : 0);
  }

  /** How loud the page sounds right now, measured behind the queue: a peak between 0 and 1. */
  loudness() {
    if (!this.isAudible) return 0;
    const samples = new Float32Array(this.analyserNode.fftSize);
    this.analyserNode.getFloatTimeDomainData(samples);
    return samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0);
  }

  /** What has left the loudspeaker: less than what the page has rendered, by the delay of the way out. */
  heard(rendered) {
    const delay = this.context.outputLatency || this.context.baseLatency || 0;
    return Math.max(0, Math.round(rendered - delay * this.context.sampleRate));
  }
}
