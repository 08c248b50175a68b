/** Addresses of the posts of a topic. The address of the page follows the post that one reads, so that going back comes back to it. */
import { numberOf, posts } from "./place.js"

/** The page of a post, and on it the post, unless it begins the page. */
export function addressOf(number) {
  const size = Number(document.querySelector("more-posts")?.getAttribute("size")) || number
  const page = Math.ceil(number / size)
  return `${location.pathname}${page > 1 ? `?page=${page}` : ""}${number % size === 1 ? "" : `#p${number}`}`
}

/** Goes to a post: on this page, or to the page that it is on. */
export function goTo(number) {
  const all = posts()
  const there = all.length > 0 && numberOf(all[0]) <= number && all.find((post) => numberOf(post) >= number)
  if (there) there.scrollIntoView()
  else location.assign(addressOf(number))
}

// Milliseconds in which the browser itself goes to the post that an address names; what it passes is not read.
const ARRIVING = 700
let timer = 0
let came = performance.now()

for (const type of ["load", "hashchange"]) addEventListener(type, ({ timeStamp }) => (came = timeStamp))
document.addEventListener("place", ({ detail, timeStamp }) => {
  if (location.hash && timeStamp - came < ARRIVING) return
  clearTimeout(timer)
  timer = setTimeout(() => history.replaceState(history.state, "", addressOf(detail.number)), 200)
})
