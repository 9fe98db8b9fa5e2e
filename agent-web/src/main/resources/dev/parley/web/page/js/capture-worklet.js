// Runs on the browser's audio thread: cuts the microphone into frames of 20 ms of 16-bit samples.

const FRAMES_A_SECOND = 50;

class CaptureProcessor extends AudioWorkletProcessor {
  constructor() {
    super();
    this.open = false;
    this.done = false;
    this.start();
    this.port.onmessage = ({ data }) => {
      if (data.type === 'gate') this.open = data.open;
      if (data.type === 'stop') this.done = true;
    };
  }

  start() {
    this.frame = new Int16Array(Math.round(sampleRate / FRAMES_A_SECOND));
    this.filled = 0;
    this.peak = 0;
  }

  process([input], [output]) {
    const channel = input[0]; // missing once the microphone is taken away: then silence is sent
    for (let i = 0; i < output[0].length; i++) this.take(channel ? channel[i] : 0);
    return !this.done;
  }

  take(sample) {
    this.peak = Math.max(this.peak, Math.abs(sample));
    // A closed gate sends silence, so that speech detection on the other side sees the end of the speech.
    const bounded = this.open ? Math.max(-1, Math.min(1, sample)) : 0;
    this.frame[this.filled++] = Math.round(bounded * 32767);
    if (this.filled === this.frame.length) this.send();
  }

  send() {
    const pcm = this.frame.buffer;
    this.port.postMessage({ pcm, peak: this.peak }, [pcm]);
    this.start();
  }
}

registerProcessor('parley-capture', CaptureProcessor);
