/** Rows of a list and posts of a topic (data-item), as the keyboard walks through them. The focus shows, and says, which one it is at. */
import { focusOn } from "./place.js"

// Below the bar on top.
const TOP = 80

const items = () => [...document.querySelectorAll("[data-item]")]
const itemOf = (node) => (node instanceof Element ? node : node?.parentElement)?.closest("[data-item]") ?? null

/** The item in which something is selected, or that has the focus. */
export function current() {
  const selection = getSelection()
  return (!selection.isCollapsed && itemOf(selection.anchorNode)) || itemOf(document.activeElement)
}

/** To the next item or the one before; from nowhere, to the first that is seen. */
export function move(step) {
  const all = items()
  const here = all.indexOf(itemOf(document.activeElement))
  const next = here < 0 ? all.find((item) => item.getBoundingClientRect().bottom > TOP) : all[here + step]
  if (!next) return false
  // A post is read from its beginning; of a row it is enough that it is seen.
  next.scrollIntoView({ block: next.matches("article") ? "start" : "nearest" })
  focusOn(next.querySelector("[data-open]") ?? next)
  return true
}

export function open() {
  const link = current()?.querySelector("[data-open]")
  link?.click()
  return Boolean(link)
}
