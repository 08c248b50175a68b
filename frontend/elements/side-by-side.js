/**
 * <side-by-side for="id"> around the parts of a translation: what stands in them is also kept in one field, with more empty lines between them than
 * anybody leaves, so that it is kept as a draft and shown as a preview; and a part can begin with the original as it is typed.
 */
import { type } from "./typing.js"

const BETWEEN = "\n\n\n\n"

class SideBySide extends HTMLElement {
  connectedCallback() {
    this.whole = document.getElementById(this.getAttribute("for"))
    this.addEventListener("input", () => this.gather())
    this.addEventListener("click", ({ target }) => this.take(target.closest("button[value=take]")))
    // What an earlier page could not bring to the server comes back in the one field.
    this.whole?.addEventListener("input", () => this.spread())
    this.gather()
  }

  get parts() {
    return [...this.querySelectorAll("textarea[name=part]")]
  }

  gather() {
    if (this.whole) this.whole.value = this.parts.map(({ value }) => value.trim().replace(/\n{3,}/g, "\n\n")).join(BETWEEN)
  }

  spread() {
    const texts = this.whole.value.split(BETWEEN)
    if (texts.length === this.parts.length) this.parts.forEach((part, at) => (part.value = texts[at]))
  }

  take(button) {
    const pair = button?.closest(".pair")
    if (!pair) return
    const part = pair.querySelector("textarea")
    type(part, pair.querySelector("pre").textContent, 0, part.value.length)
    pair.querySelector("details").open = false
  }
}

customElements.define("side-by-side", SideBySide)
