/** <bell-menu from="/address"> around the link of the bell and an empty panel: a click opens the newest lines there. The link stays the way to their page. */
import { alive, bring, plain } from "./part.js"

class BellMenu extends HTMLElement {
  connectedCallback() {
    this.link = this.querySelector("a")
    this.panel = this.querySelector(".bell")
    this.link.setAttribute("aria-expanded", "false")
    this.link.addEventListener("click", (event) => this.press(event))
    this.addEventListener("keydown", (event) => event.key === "Escape" && this.leave())
    this.addEventListener("focusout", (event) => event.relatedTarget && !this.contains(event.relatedTarget) && this.close())
    this.outside = (event) => !this.contains(event.target) && this.close()
    document.addEventListener("click", this.outside)
  }

  disconnectedCallback() {
    document.removeEventListener("click", this.outside)
  }

  /** A key (g b) presses it too, and leads to the page: only a pointer or Enter on the link itself opens the panel. */
  async press(event) {
    if (!plain(event) || !event.isTrusted) return
    event.preventDefault()
    if (!this.panel.hidden) return this.close()
    const part = await bring(this.getAttribute("from"))
    if (!part) return location.assign(this.link.href)
    this.panel.replaceChildren(part)
    alive(this.panel)
    this.panel.hidden = false
    this.link.setAttribute("aria-expanded", "true")
  }

  leave() {
    if (this.panel.hidden) return
    this.close()
    this.link.focus()
  }

  close() {
    this.panel.hidden = true
    this.link.setAttribute("aria-expanded", "false")
  }
}

customElements.define("bell-menu", BellMenu)
