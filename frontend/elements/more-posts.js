/**
 * <more-posts size="20" read="5"> around a page of posts: near their end the next page is brought, near their beginning the one before.
 * Links to the pages lead on where the connection is lost, and after ten pages. `read` is how far one had read when the page came.
 */
import { join } from "./joining.js"
import { asking, bring, plain } from "./part.js"

const MOST = 10
// How many pixels ahead of the reader posts are brought.
const AHEAD = 1200

class MorePosts extends HTMLElement {
  connectedCallback() {
    this.pages = 1
    this.watcher = new IntersectionObserver((seen) => seen.at(-1).isIntersecting && this.load("next"), { rootMargin: `${AHEAD}px` })
    this.watch()
    this.addEventListener("click", this)
    document.addEventListener("place", this)
  }

  disconnectedCallback() {
    this.watcher.disconnect()
    document.removeEventListener("place", this)
  }

  watch() {
    this.watcher.observe(this.querySelector("#posts-end > .pager"))
  }

  handleEvent(event) {
    const way = event.target.closest?.("[data-more]")?.dataset.more
    const above = this.querySelector("#posts-earlier").getBoundingClientRect().bottom
    if (event.type === "place" && event.detail.up && above > -AHEAD) this.load("previous")
    if (way && plain(event) && this.load(way, true)) event.preventDefault()
  }

  /** Says whether it tries: after ten pages it does not, and the link leads on. */
  load(way, asked = false) {
    const link = this.querySelector(`[data-more=${way}]`)
    if (!link || this.pages >= MOST) return false
    if (!this.busy) this.fetch(way, asking(link, `part=posts&read=${this.getAttribute("read") ?? ""}`), asked)
    return true
  }

  async fetch(way, address, asked) {
    this.busy = true
    const part = await bring(address.replace(/&read=$/, ""))
    this.busy = false
    this.querySelector("#posts-lost")?.toggleAttribute("hidden", part !== null)
    this.watcher.disconnect()
    if (!part) return
    join(this, way, part, asked)
    this.pages += 1
    this.watch()
  }
}

customElements.define("more-posts", MorePosts)
