/**
 * <time-line last="65" size="20" says="post {number} of {last}" label="…"> around a list of dated stops (li data-number): gives it a handle
 * that one drags, or moves with the keys; where one lets go or presses Enter, one reads on. The stops are links and stay so.
 */
import { goTo } from "./address.js"
import { Line } from "./line.js"
import { numberOf, postInView } from "./place.js"
import { dragged, led, slider, tell } from "./slider.js"

class TimeLine extends HTMLElement {
  connectedCallback() {
    for (const name of ["last", "size"]) this[name] = Number(this.getAttribute(name))
    this.querySelectorAll("[data-only-here]").forEach((stop) => stop.remove())
    this.querySelectorAll(".timeline__here").forEach((stop) => stop.classList.remove("timeline__here"))
    this.line = new Line(this.querySelector("ol"))
    this.slider = slider(this.getAttribute("label"), this.last)
    this.append(...this.slider)
    const [handle] = this.slider
    const acts = { moves: (event) => this.show(this.line.numberAt(event)), drops: () => this.go(), stops: () => this.rest() }
    this.held = dragged(handle, acts)
    handle.addEventListener("keydown", (event) => this.press(event))
    this.follow = () => this.held() || this.rest()
    document.addEventListener("place", this.follow)
    addEventListener("resize", this.follow)
    this.rest()
  }

  disconnectedCallback() {
    document.removeEventListener("place", this.follow)
    removeEventListener("resize", this.follow)
  }

  press(event) {
    const number = led(event, this.now, { size: this.size, last: this.last, turned: this.line.turned })
    if (number) this.show(number)
    else if (event.key === "Enter") this.go()
    else if (event.key === "Escape") this.rest()
    if (number) event.preventDefault()
  }

  go() {
    if (this.now !== this.read) goTo(this.now)
  }

  /** Back to where one reads. */
  rest() {
    const post = postInView()
    if (post) this.show((this.read = numberOf(post)))
  }

  show(number) {
    this.now = number
    tell(this.slider, number, this.line.dayOf(number), this.getAttribute("says").replace("{number}", number).replace("{last}", this.last))
    this.style.setProperty("--place", this.line.placeOf(number))
  }
}

customElements.define("time-line", TimeLine)
