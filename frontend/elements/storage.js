/** What this browser remembers, or this tab alone. Storage may be full, forbidden or absent: then nothing is kept, and nothing breaks. */
export const TAB = "sessionStorage"
const BROWSER = "localStorage"

function attempt(act, kind = BROWSER) {
  try {
    return act(window[kind])
  } catch {
    return null
  }
}

/** The value, or null where it could not be kept. */
export const remember = (name, value, kind) =>
  attempt((store) => {
    store.setItem(name, JSON.stringify(value))
    return value
  }, kind)
export const recall = (name, kind) => attempt((store) => JSON.parse(store.getItem(name)), kind)
export const forget = (name, kind) => attempt((store) => store.removeItem(name), kind)
export const names = (start) => attempt((store) => Object.keys(store).filter((name) => name.startsWith(start))) ?? []
