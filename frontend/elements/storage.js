/** What this browser remembers. Storage may be full, forbidden or absent: then nothing is kept, and nothing breaks. */
function attempt(act) {
  try {
    return act(localStorage)
  } catch {
    return null
  }
}

export const remember = (name, value) => attempt((store) => store.setItem(name, JSON.stringify(value)))
export const recall = (name) => attempt((store) => JSON.parse(store.getItem(name)))
export const forget = (name) => attempt((store) => store.removeItem(name))
export const names = (start) => attempt((store) => Object.keys(store).filter((name) => name.startsWith(start))) ?? []
