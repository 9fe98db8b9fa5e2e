/** The ring of rays around the talk button: the agent's voice outside, the visitor's inside. */

const RAYS = 80;
const PETALS = 5; // the spectrum shows so many times, each mirrored, so that the ring is even
const INNER_RADIUS = 0.62; // of half the canvas: just outside the button
const LONGEST_RAY = 0.32;
const VOICE_BINS = 0.55; // of the spectrum: above it speech has nothing to show

export class Halo {
  /** @param {{analyser: AnalyserNode | null}} agent @param {{analyser: AnalyserNode | null}} you */
  constructor(canvas, agent, you) {
    this.canvas = canvas;
    this.draw = canvas.getContext('2d');
    this.voices = [
      { from: you, variable: '--you', rays: new Float32Array(RAYS) },
      { from: agent, variable: '--agent', rays: new Float32Array(RAYS) },
    ];
    this.still = matchMedia('(prefers-reduced-motion: reduce)');
    this.running = false;
  }

  /** Draws until both voices are silent. */
  wake() {
    if (this.running || this.still.matches) return;
    this.running = true;
    this.colours();
    requestAnimationFrame(() => this.frame());
  }

  colours() {
    const style = getComputedStyle(document.documentElement);
    for (const voice of this.voices) voice.colour = style.getPropertyValue(voice.variable);
  }

  frame() {
    this.draw.clearRect(0, 0, this.canvas.width, this.canvas.height);
    let alive = false;
    for (const voice of this.voices) {
      const loud = this.follow(voice);
      if (loud) this.rays(voice);
      alive ||= loud || voice.from.analyser !== null;
    }
    this.running = alive;
    if (alive) requestAnimationFrame(() => this.frame());
  }

  /** Moves the rays towards the spectrum: fast up, slowly down. Returns whether anything is left to see. */
  follow(voice) {
    const analyser = voice.from.analyser;
    const bins = new Uint8Array(analyser?.frequencyBinCount ?? 0);
    analyser?.getByteFrequencyData(bins);
    const used = Math.floor(bins.length * VOICE_BINS);
    let loudest = 0;
    for (let i = 0; i < RAYS; i++) {
      const mirrored = Math.abs(((i * PETALS) / RAYS) % 1 - 0.5) * 2;
      const target = used ? bins[Math.floor(mirrored * (used - 1))] / 255 : 0;
      voice.rays[i] += (target - voice.rays[i]) * (target > voice.rays[i] ? 0.5 : 0.12);
      loudest = Math.max(loudest, voice.rays[i]);
    }
    return loudest > 0.02;
  }

  rays(voice) {
    const half = this.canvas.width / 2;
    const { draw } = this;
    draw.strokeStyle = voice.colour;
    draw.lineCap = 'round';
    draw.lineWidth = half * 0.018;
    draw.beginPath();
    for (let i = 0; i < RAYS; i++) {
      const angle = (i / RAYS) * 2 * Math.PI - Math.PI / 2;
      const from = half * INNER_RADIUS;
      const to = from + half * (0.012 + voice.rays[i] ** 1.6 * LONGEST_RAY);
      draw.moveTo(half + Math.cos(angle) * from, half + Math.sin(angle) * from);
      draw.lineTo(half + Math.cos(angle) * to, half + Math.sin(angle) * to);
    }
    draw.stroke();
  }
}
