/** <unfold-post> around a link to the post that is answered, which htmx makes bring that post, and the place where it is put: shows and hides it. */
import { plain } from "./part.js"

class UnfoldPost extends HTMLElement {
  connectedCallback() {
    this.link = this.querySelector("a")
    this.place = this.querySelector(".post__inside")
    this.link.setAttribute("aria-expanded", "false")
    // Before htmx hears of it: what is there already is not brought again.
    this.addEventListener("click", (event) => this.press(event), { capture: true })
    this.addEventListener("htmx:afterSwap", () => this.show(true))
    // Gone meanwhile, or no connection: the link says so.
    for (const name of ["htmx:responseError", "htmx:sendError"]) this.addEventListener(name, () => location.assign(this.link.href))
  }

  press(event) {
    if (!this.link.contains(event.target)) return
    if (!plain(event)) return event.stopPropagation()
    if (!this.place.hasChildNodes()) return
    event.preventDefault()
    event.stopPropagation()
    this.show(this.place.hidden)
  }

  show(open) {
    this.place.hidden = !open
    this.link.setAttribute("aria-expanded", String(open))
  }
}

customElements.define("unfold-post", UnfoldPost)
