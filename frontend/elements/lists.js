/** The list that one came from, so that one can go back to it from a topic. */
import { TAB, recall, remember } from "./storage.js"

const NAME = "list"
const isTopic = document.querySelector("more-posts") !== null

if (!isTopic && document.querySelector("[data-open]")) remember(NAME, location.href, TAB)

/** From a topic to the list it was opened from, else to where its page says. */
export function back() {
  const address = recall(NAME, TAB) ?? document.querySelector('[data-key="u"]')?.href
  if (isTopic && address) location.assign(address)
  return isTopic && Boolean(address)
}
