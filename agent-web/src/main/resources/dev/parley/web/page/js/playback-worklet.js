// Runs on the browser's audio thread: plays what it is given, and counts every sample of it.

const REPORT_EVERY_SAMPLES = 2048;
const FADE_SAMPLES = 128;
const SOUND = 0.001; // -60 dB: below it is silence
const MOST_SECONDS = 30;

class PlaybackProcessor extends AudioWorkletProcessor {
  constructor({ processorOptions }) {
    super();
    this.prebuffer = Math.round(processorOptions.prebufferMillis * sampleRate / 1000);
    this.patience = this.prebuffer + Math.round(0.04 * sampleRate);
    this.tail = null;
    this.epoch = 0;
    this.sounded = 0; // samples above the threshold, since the page was opened
    this.forget();
    this.port.onmessage = ({ data }) => {
      if (data.type === 'play') this.queueUp(new Int16Array(data.pcm));
      if (data.type === 'flush') this.flush(data.epoch);
    };
  }

  forget() {
    this.chunks = [];
    this.at = 0;
    this.queued = 0;
    this.waited = 0;
    this.rendered = 0; // samples since the last flush
    this.sinceReport = 0;
    this.peak = 0;
    this.playing = false;
  }

  queueUp(samples) {
    if (this.queued + samples.length > MOST_SECONDS * sampleRate) return;
    this.chunks.push(samples);
    this.queued += samples.length;
  }

  /** Empties the queue; the next few samples fade out, so that the cut does not click. */
  flush(epoch) {
    const fading = this.playing ? Math.min(FADE_SAMPLES, this.queued) : 0;
    const tail = new Float32Array(fading);
    this.read(tail, fading);
    for (let i = 0; i < fading; i++) tail[i] *= 1 - i / fading;
    this.port.postMessage({ type: 'flushed', epoch, rendered: this.rendered });
    this.epoch = epoch;
    this.forget();
    this.tail = fading > 0 ? tail : null;
  }

  process(inputs, [[output]]) {
    if (this.tail) {
      output.set(this.tail);
      this.tail = null;
      return true;
    }
    if (!this.playing && !this.mayStart(output.length)) return true;
    const length = Math.min(output.length, this.queued);
    this.read(output, length);
    this.measure(output, length);
    return true;
  }

  /** Waits until there is enough to ride out jitter, but never for ever: the end of a reply may be short. */
  mayStart(length) {
    if (this.queued === 0) return false;
    this.waited += length;
    if (this.queued < this.prebuffer && this.waited < this.patience) return false;
    this.playing = true;
    this.waited = 0;
    this.report();
    return true;
  }

  read(target, length) {
    for (let i = 0; i < length; i++) {
      target[i] = this.chunks[0][this.at++] / 32768;
      if (this.at === this.chunks[0].length) {
        this.chunks.shift();
        this.at = 0;
      }
    }
    this.queued -= length;
    this.rendered += length;
  }

  measure(output, length) {
    for (let i = 0; i < length; i++) {
      const size = Math.abs(output[i]);
      if (size > this.peak) this.peak = size;
      if (size > SOUND) this.sounded++;
    }
    this.sinceReport += length;
    if (this.queued === 0) this.playing = false;
    if (!this.playing || this.sinceReport >= REPORT_EVERY_SAMPLES) this.report();
  }

  report() {
    const { epoch, rendered, queued, playing, peak, sounded } = this;
    this.port.postMessage({ type: 'played', epoch, rendered, queued, playing, peak, sounded });
    this.sinceReport = 0;
    this.peak = 0;
  }
}

registerProcessor('parley-playback', PlaybackProcessor);
