/** The element with this id. */
export const byId = (id) => document.getElementById(id);

/** A new element; `properties` are set as properties, except `class`, `data-` and `aria-` ones, which are attributes. */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === 'class' || name === 'role' || name.includes('-')) made.setAttribute(name, value);
    else made[name] = value;
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** Remembers a value for this browser; does nothing where the browser forbids it. */
export const memory = {
  read(store, key) {
    try {
      return globalThis[store].getItem(`parley.${key}`);
    } catch {
      return null;
    }
  },
  write(store, key, value) {
    try {
      globalThis[store].setItem(`parley.${key}`, value);
    } catch {
      // Private windows may refuse: then it is forgotten on the next visit.
    }
  },
};
