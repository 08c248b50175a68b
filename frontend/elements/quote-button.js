/**
 * <quote-button for="id of a text area" head="> @Name, [#7](/address):"> around a link that opens the composer: with JavaScript it puts what is
 * selected in its post (or all of it) into the text area, as a quote. The server writes the first line, because it knows who and where.
 */
import { type } from "./typing.js"

class QuoteButton extends HTMLElement {
  connectedCallback() {
    // Pressing the button would take the selection away before the click.
    this.addEventListener("pointerdown", () => (this.chosen = this.selected()))
    this.addEventListener("click", (event) => this.quote(event))
  }

  selected() {
    const selection = getSelection()
    const text = this.closest("article")?.querySelector(".text")
    const inside = text && !selection.isCollapsed && text.contains(selection.anchorNode) && text.contains(selection.focusNode)
    return inside ? selection.toString() : ""
  }

  quote(event) {
    const area = document.getElementById(this.getAttribute("for"))
    const text = this.closest("article")?.querySelector(".text")
    if (!area || !text) return
    event.preventDefault()
    const quoted = (this.chosen || text.innerText).trim().replace(/\n{3,}/g, "\n\n").replace(/^/gm, "> ")
    const gap = area.value.trim() ? `${area.value.trimEnd()}\n\n` : ""
    type(area, `${gap}${this.getAttribute("head")}\n>\n${quoted}\n\n`, 0, area.value.length)
    area.scrollIntoView({ block: "nearest" })
  }
}

customElements.define("quote-button", QuoteButton)
