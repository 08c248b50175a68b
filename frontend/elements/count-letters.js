/** <count-letters most="500" told="{n} of {most} characters"> around a field: says under it how much is written; what is too much is not cut. */
import { fillIn } from "./words.js"

class CountLetters extends HTMLElement {
  connectedCallback() {
    this.field = this.querySelector("textarea, input")
    this.most = Number(this.getAttribute("most"))
    this.line = Object.assign(document.createElement("p"), { className: "field__help counted__line" })
    this.field.after(this.line)
    this.field.addEventListener("input", () => this.count())
    this.count()
  }

  count() {
    const n = [...this.field.value].length
    this.line.textContent = fillIn(this.getAttribute("told"), { n, most: this.most })
    this.line.toggleAttribute("data-failed", n > this.most)
  }
}

customElements.define("count-letters", CountLetters)
