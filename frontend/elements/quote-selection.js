/**
 * <quote-selection> around a button: shows it near what one selects in a post, by mouse, touch or keys, and quotes that. The handles of a
 * selection on a touch screen hang below its end, so there the button stands lower.
 */
import { buttonOfSelection, selectedIn } from "./quoting.js"

// Until a selection that grows has come to rest.
const REST = 250
const EDGE = 8
const BELOW = matchMedia("(pointer: coarse)").matches ? 32 : 8

class QuoteSelection extends HTMLElement {
  connectedCallback() {
    this.button = this.querySelector("button")
    this.changed = () => {
      clearTimeout(this.timer)
      this.timer = setTimeout(() => this.look(), REST)
    }
    document.addEventListener("selectionchange", this.changed)
    // Pressing it would take the selection away; where it goes nevertheless, the words are known.
    this.button.addEventListener("pointerdown", (event) => event.preventDefault())
    this.button.addEventListener("click", () => this.quote())
  }

  disconnectedCallback() {
    document.removeEventListener("selectionchange", this.changed)
    clearTimeout(this.timer)
  }

  look() {
    this.from = buttonOfSelection()
    this.button.hidden = !this.from
    if (!this.from) return
    this.words = selectedIn(this.from.closest("article"))
    this.stand([...getSelection().getRangeAt(0).getClientRects()].at(-1))
  }

  /** Below the end of the selection, inside the window, in pages of both directions. */
  stand(end) {
    const { clientWidth, clientHeight } = document.documentElement
    const { offsetWidth: width, offsetHeight: height } = this.button
    const left = Math.min(Math.max((end.left + end.right - width) / 2, EDGE), clientWidth - width - EDGE)
    const turned = getComputedStyle(document.documentElement).direction === "rtl"
    this.style.insetInlineStart = `${turned ? clientWidth - left - width : left}px`
    const top = Math.max(Math.min(end.bottom + BELOW, clientHeight - height - EDGE), EDGE)
    this.style.insetBlockStart = `${top + scrollY}px`
  }

  quote() {
    this.button.hidden = true
    this.from.quote(this.words)
    getSelection().removeAllRanges()
  }
}

customElements.define("quote-selection", QuoteSelection)
