/**
 * <complete-words kinds="@ # :" from="/address" topic="7" label="Suggestions" told="{n} suggestions"> around a text area or input: offers whom or what
 * is meant while one types (word-at.js), and puts in what is chosen. Who goes on typing is not disturbed.
 */
import { Asking } from "./asking.js"
import { press } from "./suggestion-keys.js"
import { Suggestions } from "./suggestions.js"
import { type } from "./typing.js"
import { wordAt } from "./word-at.js"

const REST = 120

class CompleteWords extends HTMLElement {
  connectedCallback() {
    this.field = this.querySelector("textarea, input[type=text]")
    this.signs = this.getAttribute("kinds").split(" ")
    this.asking = new Asking()
    this.list = new Suggestions(this.field, this, (one) => this.put(one))
    const on = (name, act) => this.field.addEventListener(name, act)
    on("input", (event) => event.isComposing || this.later())
    on("compositionend", () => this.later())
    on("keydown", (event) => press(event, this.list, () => this.leave()))
    for (const gone of ["blur", "pointerdown"]) on(gone, () => this.close())
  }

  later() {
    clearTimeout(this.timer)
    const word = wordAt(this.field, this.signs)
    // What begins so and is nothing stays nothing with more letters; what was left or chosen is not offered again.
    const done = this.done?.start === word?.start && word?.typed.startsWith(this.done?.typed)
    if (!word || done) return this.close()
    this.timer = setTimeout(() => this.ask(word), REST)
  }

  async ask({ kind, typed, start }) {
    const query = new URLSearchParams({ kind, q: typed, topic: this.getAttribute("topic") ?? "" })
    const { found } = JSON.parse(await this.asking.ask(`${this.getAttribute("from")}?${query}`)) ?? {}
    if (!found || document.activeElement !== this.field) return
    if (!found.length && typed) this.done = { start, typed }
    this.start = start
    this.list.show(found, start)
  }

  put({ name, insert }) {
    this.leave()
    type(this.field, this.signs.includes("tag") ? `${name}, ` : insert, this.start, this.field.selectionStart)
  }

  leave() {
    this.done = { start: this.start, typed: "" }
    this.close()
  }

  close() {
    this.asking.stop()
    this.list.close()
  }
}

customElements.define("complete-words", CompleteWords)
