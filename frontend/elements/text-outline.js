/** <text-outline for="id"> with an <ol>: the headings of the text that is being typed there; a press on one brings the caret to it. */
import { caretPlace } from "./caret.js"

const REST = 300
const HEADING = /^ {0,3}(#{1,6})\s+(.+?)\s*#*\s*$/
const FENCE = /^ {0,3}(`{3,}|~{3,})/

/** Each with its depth, its words, and where it begins. What looks like one inside of a block of code is none. */
function headings(text) {
  const found = []
  let [at, fence] = [0, ""]
  for (const line of text.split("\n")) {
    const [, mark] = FENCE.exec(line) ?? []
    if (mark) fence = fence ? (mark.startsWith(fence) ? "" : fence) : mark
    const [, signs, words] = (!fence && HEADING.exec(line)) || []
    if (signs) found.push({ depth: signs.length, words, at })
    at += line.length + 1
  }
  return found
}

class TextOutline extends HTMLElement {
  connectedCallback() {
    this.area = document.getElementById(this.getAttribute("for"))
    this.list = this.querySelector("ol")
    this.area?.addEventListener("input", () => {
      clearTimeout(this.timer)
      this.timer = setTimeout(() => this.show(), REST)
    })
    if (this.area) this.show()
  }

  show() {
    const found = headings(this.area.value)
    this.hidden = !found.length
    this.list.replaceChildren(...found.map((one) => this.item(one)))
  }

  item({ depth, words, at }) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "outline__item", textContent: words, dir: "auto" })
    button.addEventListener("click", () => this.go(at))
    const item = Object.assign(document.createElement("li"), { className: `outline__depth-${Math.min(depth, 4)}` })
    item.append(button)
    return item
  }

  go(at) {
    this.area.focus()
    this.area.setSelectionRange(at, at)
    this.area.scrollTop = caretPlace(this.area, at).top + this.area.scrollTop - 24
  }
}

customElements.define("text-outline", TextOutline)
