import { byId } from './dom.js';

const MICROPHONE = {
  NotAllowedError: 'The microphone is not allowed for this page. Allow it beside the address, then try again. You can also type.',
  NotFoundError: 'No microphone was found. Plug one in, then try again. You can also type.',
  NotReadableError: 'The microphone is switched off or in use by another program. Free it, then try again. You can also type.',
  AbortError: 'The microphone does not start. Close what else uses it, or plug it in again, then try again. You can also type.',
  Insecure: 'Browsers give the microphone only to pages on localhost or https. Open this page there to talk; here you can type.',
  Lost: 'The microphone is gone. Plug it in, then try again. You can also type.',
};

/** Why the microphone could not be opened, in words. */
export function microphoneProblem(error) {
  return MICROPHONE[error.name] ?? `The microphone could not be opened (${error.name}). You can type instead.`;
}

/** Says what is wrong and what can be done, until it is over or dismissed. The latest problem shows. */
export class Problems {
  constructor() {
    this.open = new Map();
    byId('problem-close').addEventListener('click', () => this.dismiss());
    byId('problem-action').addEventListener('click', () => this.act());
  }

  /** Shows a problem; one of the same kind is replaced. */
  show(kind, text, action = null) {
    this.open.delete(kind);
    this.open.set(kind, { text, action });
    this.draw();
  }

  /** The problem is over. */
  clear(kind) {
    if (this.open.delete(kind)) this.draw();
  }

  dismiss() {
    this.open.clear();
    this.draw();
    byId('talk').focus();
  }

  act() {
    const [kind, { action }] = [...this.open].at(-1);
    this.clear(kind);
    action.run();
  }

  draw() {
    const latest = [...this.open.values()].at(-1);
    byId('problem').hidden = !latest;
    byId('problem-text').textContent = latest?.text ?? '';
    byId('problem-action').hidden = !latest?.action;
    byId('problem-action').textContent = latest?.action?.label ?? '';
  }
}
