/**
 * Where in a topic one reads. While one scrolls, the event `place` on the document says the number of the post that stands at the
 * reading line (`detail.number`), and whether one goes up (`detail.up`).
 */
const LINE = 140

export const numberOf = (post) => Number(post.id.slice(1))
export const posts = () => [...document.querySelectorAll("article[id^=p]")]

/** The post at the reading line; the last one when nothing is left to scroll. Found by halving, because there may be hundreds. */
export function postInView() {
  const all = posts()
  const last = all.at(-1)
  if (scrollY > 0 && last?.getBoundingClientRect().bottom < innerHeight) return last
  let [low, high] = [0, all.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (all[middle].getBoundingClientRect().top <= LINE) low = middle
    else high = middle - 1
  }
  return all[low]
}

/** Changes something, and leaves what one reads where it stands in the window. */
export function still(change) {
  const post = postInView()
  if (!post) return change()
  const before = post.getBoundingClientRect().top
  change()
  scrollBy({ top: post.getBoundingClientRect().top - before, behavior: "instant" })
}

/** Gives the focus to a post or row. */
export function focusOn(item) {
  if (!item.hasAttribute("tabindex")) item.tabIndex = -1
  item.focus()
}

let told = 0
let last = scrollY
let waits = false

function tell() {
  waits = false
  const up = scrollY < last
  last = scrollY
  const post = postInView()
  if (!post || numberOf(post) === told) return
  told = numberOf(post)
  document.dispatchEvent(new CustomEvent("place", { detail: { number: told, up } }))
}

function scrolled() {
  if (!waits) requestAnimationFrame(tell)
  waits = true
}

document.addEventListener("scroll", scrolled, { passive: true })
