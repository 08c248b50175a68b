/** Storage that may be full, forbidden or absent: then nothing is kept, and nothing breaks. */
export function remembered(store, name, value) {
  try {
    if (value === undefined) return store.getItem(name)
    if (value === null) store.removeItem(name)
    else store.setItem(name, value)
  } catch {
    return null
  }
  return value
}
