/**
 * <instant-search from="/address"> around a search form: shows the best of what is found while typing rests, as the server writes it. Arrows walk
 * through it, Enter opens, Escape leaves. A page that is about one thing says how one searches in it: data-within="topic:7".
 */
import { Asking } from "./asking.js"
import { Options, STEPS } from "./options.js"

const REST = 300

class InstantSearch extends HTMLElement {
  connectedCallback() {
    this.field = this.querySelector("input")
    this.status = this.querySelector("[aria-live]")
    this.options = new Options(this.field, this.querySelector(".instant"))
    this.asking = new Asking()
    this.field.addEventListener("input", () => this.later())
    this.field.addEventListener("focus", () => this.options.all.length && this.options.show(true))
    this.field.addEventListener("keydown", (event) => this.press(event))
    this.addEventListener("focusout", ({ relatedTarget }) => this.contains(relatedTarget) || this.options.show(false))
  }

  later() {
    clearTimeout(this.timer)
    this.asking.stop()
    this.timer = setTimeout(() => this.ask(this.field.value.trim()), REST)
  }

  async ask(q) {
    const { within = "" } = document.querySelector("[data-within]")?.dataset ?? {}
    const html = q && (await this.asking.ask(`${this.getAttribute("from")}?${new URLSearchParams({ q, within })}`))
    // A newer question has taken its place.
    if (q !== this.field.value.trim()) return
    const { panel } = this.options
    panel.innerHTML = html ?? ""
    this.options.show(Boolean(html) && document.activeElement === this.field)
    this.status.textContent = panel.firstElementChild?.dataset.told ?? ""
  }

  /** Enter without an option sends the form, as it would without us. */
  press(event) {
    const { options } = this
    if (!options.open || event.isComposing) return
    if (STEPS[event.key]) options.walk(STEPS[event.key])
    else if (event.key === "Escape") options.show(false)
    else if (event.key === "Enter" && options.chosen) options.chosen.click()
    else return
    event.preventDefault()
  }
}

customElements.define("instant-search", InstantSearch)
