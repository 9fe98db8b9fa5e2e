import { byId, element, memory } from './dom.js';

const COLOURS = 6; // the first is the visitor's own

const MOST_BADGES = 4;

/** Who is in the room, and how they are called. Names of people who left stay known. */
export class People {
  /** @param {(name: string) => void} renamed called when the visitor has chosen another name */
  constructor(renamed) {
    this.names = new Map();
    this.present = [];
    this.self = null;
    this.agent = 'Agent';
    this.speaking = new Set();
    this.field = byId('name');
    this.field.value = memory.read('localStorage', 'name') ?? '';
    this.field.addEventListener('change', () => this.rename(renamed));
    byId('invite').addEventListener('click', () => this.copyLink());
  }

  get chosenName() {
    return this.field.value.trim();
  }

  rename(renamed) {
    memory.write('localStorage', 'name', this.chosenName);
    renamed(this.chosenName);
  }

  /** Replaces the list of those present. */
  update(people) {
    this.present = people;
    for (const { id, name } of people) this.learn(id, name);
    this.draw();
  }

  /** Remembers how someone is called. */
  learn(id, name) {
    const known = this.names.get(id) ?? { colour: 1 + (this.names.size % (COLOURS - 1)) };
    this.names.set(id, { ...known, name });
  }

  /** Marks who is speaking. */
  speak(id, speaking) {
    if (speaking) this.speaking.add(id);
    else this.speaking.delete(id);
    this.draw();
  }

  nameOf(id) {
    return id === this.self ? 'You' : (this.names.get(id)?.name ?? id);
  }

  colourOf(id) {
    return id === this.self ? 0 : (this.names.get(id)?.colour ?? 1);
  }

  draw() {
    const shown = this.present.slice(0, MOST_BADGES).map((person) => this.badge(person));
    const more = this.present.length - shown.length;
    if (more > 0) shown.push(element('li', { class: 'badge more', textContent: `+${more}`, title: `${more} more` }));
    byId('people').replaceChildren(...shown);
  }

  badge({ id, name }) {
    const initials = name.split(/\s+/).map((word) => word[0] ?? '').join('').slice(0, 2).toUpperCase();
    const label = id === this.self ? `${name} (you)` : name;
    const badge = element('li', { class: `badge colour-${this.colourOf(id)}`, title: label });
    badge.classList.toggle('speaking', this.speaking.has(id));
    badge.append(
      element('span', { 'aria-hidden': 'true', textContent: initials }),
      element('span', { class: 'visually-hidden', textContent: label }),
    );
    return badge;
  }

  async copyLink() {
    const label = byId('invite').querySelector('span');
    const before = label.dataset.label ?? label.textContent;
    label.dataset.label = before;
    try {
      await navigator.clipboard.writeText(location.href);
      label.textContent = 'Copied';
    } catch {
      label.textContent = 'Copy it from the address bar';
    }
    setTimeout(() => (label.textContent = before), 2500);
  }
}
