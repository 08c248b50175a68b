/** <load-later from="/address"> around a link: when one comes near, what stands at the address takes the place of the link. */
import { alive, bring } from "./part.js"
import { focusOn } from "./place.js"

class LoadLater extends HTMLElement {
  connectedCallback() {
    this.watcher = new IntersectionObserver((seen) => seen.at(-1).isIntersecting && this.load(), { rootMargin: "400px" })
    this.watcher.observe(this)
  }

  disconnectedCallback() {
    this.watcher.disconnect()
  }

  async load() {
    this.watcher.disconnect()
    const part = await bring(this.getAttribute("from"))
    if (!part) return
    const focused = this.contains(document.activeElement)
    this.replaceChildren(part)
    alive(this)
    if (focused) focusOn(this)
  }
}

customElements.define("load-later", LoadLater)
