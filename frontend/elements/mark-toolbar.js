/** <mark-toolbar for="id of a text area"> around buttons with data-mark: marks the selected text, by mouse, touch or keys. Ctrl+Enter sends. */
import { MARKS } from "./marks.js"
import { lines, type } from "./typing.js"

class MarkToolbar extends HTMLElement {
  connectedCallback() {
    this.area = document.getElementById(this.getAttribute("for"))
    if (!this.area) return
    this.buttons = [...this.querySelectorAll("[data-mark]")]
    this.buttons.forEach((button, index) => (button.tabIndex = index ? -1 : 0))
    this.addEventListener("click", (event) => this.mark(event.target.closest("[data-mark]")?.dataset.mark))
    this.addEventListener("keydown", (event) => this.walk(event))
    this.area.addEventListener("keydown", (event) => this.press(event))
  }

  press(event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return
    if (event.key === "Enter") return this.area.form.requestSubmit()
    const found = Object.entries(MARKS).find(([, mark]) => mark.key === event.key.toLowerCase())
    if (!found) return
    event.preventDefault()
    this.mark(found[0])
  }

  walk(event) {
    const here = this.buttons.indexOf(document.activeElement)
    const forward = getComputedStyle(this).direction === "rtl" ? "ArrowLeft" : "ArrowRight"
    const step = event.key === forward ? 1 : ["ArrowLeft", "ArrowRight"].includes(event.key) ? -1 : 0
    if (here < 0 || !step) return
    event.preventDefault()
    const next = this.buttons[(here + step + this.buttons.length) % this.buttons.length]
    this.buttons.forEach((button) => (button.tabIndex = button === next ? 0 : -1))
    next.focus()
  }

  mark(name) {
    const mark = MARKS[name]
    if (!mark) return
    if (mark.before) return this.everyLine(mark.before)
    const { selectionStart: start, selectionEnd: end, value } = this.area
    const chosen = value.slice(start, end)
    const [before, after] = (chosen.includes("\n") && mark.block) || mark.around
    type(this.area, before + chosen + after, start, end)
    this.area.setSelectionRange(start + before.length, start + before.length + chosen.length)
  }

  everyLine(sign) {
    const { start, end } = lines(this.area)
    type(this.area, this.area.value.slice(start, end).replace(/^/gm, sign), start, end)
  }
}

customElements.define("mark-toolbar", MarkToolbar)
