/** <editing-here to="/address" token="csrf token">: tells every 20 seconds that this form is open, and that it was left; shows who else has it open. */
import { Asking } from "./asking.js"

const EVERY = 20000

class EditingHere extends HTMLElement {
  connectedCallback() {
    this.asking = new Asking()
    this.place = this.querySelector("[role=status]")
    this.timer = setInterval(() => document.visibilityState === "visible" && this.tell(), EVERY)
    this.leave = () => navigator.sendBeacon(this.getAttribute("to"), this.body({ gone: 1 }))
    addEventListener("pagehide", this.leave)
    this.tell()
  }

  disconnectedCallback() {
    clearInterval(this.timer)
    removeEventListener("pagehide", this.leave)
  }

  body(more = {}) {
    const form = new FormData()
    for (const [name, value] of Object.entries({ csrfmiddlewaretoken: this.getAttribute("token"), ...more })) form.set(name, value)
    return form
  }

  async tell() {
    const html = await this.asking.ask(this.getAttribute("to"), { method: "POST", body: this.body() })
    // Who hears the page is told once, not every 20 seconds.
    if (html === null || html === this.shown) return
    this.place.innerHTML = this.shown = html
  }
}

customElements.define("editing-here", EditingHere)
