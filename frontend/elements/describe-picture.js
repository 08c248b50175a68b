/** <describe-picture for="id of a text area"> around an input: asks what a picture shows that was just sent, and puts the answer into the text. */
import { type } from "./typing.js"

class DescribePicture extends HTMLElement {
  connectedCallback() {
    this.area = document.getElementById(this.getAttribute("for"))
    this.input = this.querySelector("input")
    this.waiting = []
    this.area?.form.addEventListener("picture", ({ detail }) => {
      this.waiting.push(detail)
      if (this.hidden) this.ask()
    })
    this.addEventListener("click", ({ target }) => this.decide(target.closest("button")?.value))
    this.addEventListener("input", (event) => event.stopPropagation())
    this.addEventListener("keydown", (event) => {
      const act = { Enter: "say", Escape: "later" }[event.key]
      if (!act || event.isComposing || event.target !== this.input) return
      event.preventDefault()
      this.decide(act)
    })
  }

  ask() {
    const [picture] = this.waiting
    this.hidden = !picture
    this.input.value = ""
    if (picture) this.querySelector("img").src = picture.url
  }

  decide(act) {
    if (!act) return
    if (act === "say" && this.input.value.trim()) this.describe(this.waiting[0].id, this.input.value.trim())
    this.waiting.shift()
    this.ask()
    if (this.hidden) this.area.focus()
    else this.input.focus()
  }

  /** The words between the brackets of this picture, wherever it stands by now. */
  describe(id, words) {
    const found = new RegExp(`!\\[((?:\\\\.|[^\\\\\\]])*)\\]\\(upload:${id}\\)`).exec(this.area.value)
    if (!found) return
    const start = found.index + 2
    type(this.area, words.replace(/[\\[\]]/g, "\\$&"), start, start + found[1].length)
    this.area.setSelectionRange(this.area.value.length, this.area.value.length)
  }
}

customElements.define("describe-picture", DescribePicture)
