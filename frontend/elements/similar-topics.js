/** <similar-topics from="/address"> around a title and a place for what is found: shows topics with a title like it, when typing rests. */
import { Asking } from "./asking.js"

const REST = 600

class SimilarTopics extends HTMLElement {
  connectedCallback() {
    this.field = this.querySelector("input")
    this.place = this.querySelector(".similar")
    this.asking = new Asking()
    this.field.addEventListener("input", () => {
      clearTimeout(this.timer)
      this.timer = setTimeout(() => this.look(), REST)
    })
  }

  async look() {
    const query = new URLSearchParams({ title: this.field.value })
    const html = await this.asking.ask(`${this.getAttribute("from")}?${query}`)
    // Said again only when it is something else.
    if (html === null || html === this.shown) return
    this.place.innerHTML = this.shown = html
  }
}

customElements.define("similar-topics", SimilarTopics)
