/**
 * <live-preview to="/address" into="id"> around the button that sends its form for a preview: with JavaScript the button shows how the text will look,
 * by the renderer of the server, and goes on showing it as one types.
 */
import { Asking } from "./asking.js"

const REST = 600

class LivePreview extends HTMLElement {
  connectedCallback() {
    this.button = this.querySelector("button")
    this.form = this.button.form
    this.place = document.getElementById(this.getAttribute("into"))
    this.asking = new Asking()
    this.turn(this.place.childElementCount > 0)
    this.button.addEventListener("click", (event) => {
      event.preventDefault()
      this.turn(!this.on)
      if (this.on) this.show()
    })
    this.form.addEventListener("input", () => this.later())
  }

  turn(on) {
    this.on = on
    this.button.setAttribute("aria-pressed", String(on))
    if (on) return
    this.asking.stop()
    this.place.replaceChildren()
  }

  later() {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.show(), REST)
  }

  /** Without an answer the preview stays as it was; the next letter asks again. */
  async show() {
    const html = this.on && (await this.asking.ask(this.getAttribute("to"), { method: "POST", body: new FormData(this.form) }))
    if (!html || !this.on) return
    this.place.innerHTML = html
    const { looks } = this.place.querySelector("[data-looks]")?.dataset ?? {}
    const choice = this.form.querySelector("select[name=language] option[value='']")
    if (choice && looks) choice.textContent = looks
  }
}

customElements.define("live-preview", LivePreview)
