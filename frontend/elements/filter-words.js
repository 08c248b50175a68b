/**
 * <filter-words from="/address" where="lists" label="Suggestions" told="{n} suggestions"> around an input: offers filters and their values while one
 * types them (search/grammar/completing.py). Nothing is chosen until an arrow says so: Enter sends the form.
 */
import { Asking } from "./asking.js"
import { press } from "./suggestion-keys.js"
import { Suggestions } from "./suggestions.js"
import { type } from "./typing.js"

const REST = 150

class FilterWords extends HTMLElement {
  connectedCallback() {
    this.field = this.querySelector("input")
    this.asking = new Asking()
    this.list = new Suggestions(this.field, this, (one) => this.put(one))
    this.list.waits = true
    const on = (name, act) => this.field.addEventListener(name, act)
    on("input", (event) => event.isComposing || this.later())
    on("compositionend", () => this.later())
    on("keydown", (event) => press(event, this.list, () => this.close()))
    for (const gone of ["blur", "pointerdown"]) on(gone, () => this.close())
  }

  later() {
    clearTimeout(this.timer)
    const { value, selectionStart } = this.field
    if (!/\S$/.test(value.slice(0, selectionStart))) return this.close()
    this.timer = setTimeout(() => this.ask(value, selectionStart), REST)
  }

  async ask(q, at) {
    const query = new URLSearchParams({ q, at, where: this.getAttribute("where") ?? "" })
    const { found, start } = JSON.parse(await this.asking.ask(`${this.getAttribute("from")}?${query}`)) ?? {}
    if (!found || document.activeElement !== this.field || this.field.value !== q) return
    this.start = start
    this.list.show(found, start)
  }

  /** What is typed by it is completed in its turn: a name by its values. */
  put({ insert }) {
    this.close()
    type(this.field, insert, this.start, this.field.selectionStart)
  }

  close() {
    clearTimeout(this.timer)
    this.asking.stop()
    this.list.close()
  }
}

customElements.define("filter-words", FilterWords)
