/** Suggestions under the place where one writes: walked through while the focus stays there; a list that `waits` has none chosen at first. */
import { caretPlace } from "./caret.js"
import { point } from "./options.js"
import { suggestion } from "./suggestion.js"
import { fillIn } from "./words.js"

export class Suggestions {
  constructor(field, host, choose) {
    Object.assign(this, { field, host, choose, found: [] })
    const own = { className: "suggestions", role: "listbox", id: `${field.id}_suggestions`, ariaLabel: host.getAttribute("label"), hidden: true }
    this.list = Object.assign(document.createElement("ul"), own)
    this.status = Object.assign(document.createElement("span"), { className: "visually-hidden", role: "status" })
    host.append(this.list, this.status)
    field.setAttribute("aria-autocomplete", "list")
    field.setAttribute("aria-controls", this.list.id)
    if (field.localName === "input") Object.assign(field, { role: "combobox", ariaExpanded: "false", autocomplete: "off" })
    // A press would take the focus, and with it the caret, out of the field.
    this.list.addEventListener("pointerdown", (event) => event.preventDefault())
    this.list.addEventListener("click", ({ target }) => this.take([...this.list.children].indexOf(target.closest("li"))))
  }

  get open() {
    return !this.list.hidden
  }

  show(found, start) {
    this.found = found
    this.list.replaceChildren(...found.map((one, index) => suggestion(one, `${this.list.id}_${index}`)))
    this.list.hidden = found.length === 0
    if (this.field.role === "combobox") this.field.ariaExpanded = String(this.open)
    this.status.textContent = this.open ? fillIn(this.host.getAttribute("told"), { n: found.length }) : ""
    if (this.open) this.place(start)
    this.go(this.waits ? -1 : 0)
  }

  close() {
    if (this.open) this.show([])
  }

  go(index) {
    this.index = this.waits && index < 0 ? -1 : (index + this.found.length) % (this.found.length || 1)
    point(this.field, [...this.list.children], this.index)
  }

  take(index = this.index) {
    if (this.found[index]) this.choose(this.found[index])
  }

  /** Under the line where the word begins, or over it where there is no room. */
  place(start) {
    const { top, left, line } = caretPlace(this.field, start)
    const { list, field } = this
    const under = field.offsetTop + Math.min(top + line, field.clientHeight)
    const roomy = field.getBoundingClientRect().top - field.offsetTop + under + list.offsetHeight < innerHeight
    list.style.top = `${roomy ? under + 4 : field.offsetTop + Math.max(top, 0) - list.offsetHeight - 4}px`
    list.style.left = `${Math.max(0, Math.min(field.offsetLeft + left, this.host.clientWidth - list.offsetWidth))}px`
  }
}
