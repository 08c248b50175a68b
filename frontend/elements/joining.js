/** Puts posts that were brought with those that are there, and in the place of what led to them what leads on. */
import { alive } from "./part.js"
import { focusOn, still } from "./place.js"

/** The focus goes to the new posts if one asked for them, or if it stood on what led there. */
export function join(within, way, part, asked) {
  const [left, put] = way === "next" ? ["#posts-end", "append"] : ["#posts-earlier", "prepend"]
  const [old, next, first] = [within.querySelector(left), part.querySelector(left), part.querySelector("article")]
  const focused = asked || old.contains(document.activeElement)
  still(() => {
    within.querySelector("#posts")[put](...part.querySelector("#posts").childNodes)
    old.replaceWith(next)
  })
  // The page is no longer the one that its address gives, so going back leads to the post and not to a height.
  history.scrollRestoration = "manual"
  alive(within)
  within.closest("post-reader")?.observe(within)
  if (focused && first) focusOn(first)
}
