/** Brings a part of a page: its HTML as a fragment, or null where there is no connection or no such part. */
export async function bring(address) {
  try {
    const answer = await fetch(address)
    if (!answer.ok) return null
    return document.createRange().createContextualFragment(await answer.text())
  } catch {
    return null
  }
}

/** A link with something added to its question. */
export const asking = (link, question) => `${link.pathname}${link.search ? `${link.search}&` : "?"}${question}`

/** Tells htmx of what came without it. */
export const alive = (element) => window.htmx?.process(element)

/** A click that means this page, not a new tab or window. */
export const plain = (event) => !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
