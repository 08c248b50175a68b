/**
 * <quote-button for="id of a text area" head="> @Name, [#7](/address):"> around a link that opens the composer: with JavaScript it puts what is
 * selected in its post (or all of it, as far as it is not folded) into the text area, as a quote. Where there is no text area, what is selected comes along to where the link leads.
 */
import { plain } from "./part.js"
import { allOf, carry, put, quoteOf, selectedIn } from "./quoting.js"

class QuoteButton extends HTMLElement {
  connectedCallback() {
    // Pressing the button would take the selection away before the click.
    this.addEventListener("pointerdown", () => (this.chosen = selectedIn(this.closest("article"))))
    this.addEventListener("click", (event) => plain(event) && this.quote(this.chosen || selectedIn(this.closest("article"))) && event.preventDefault())
  }

  /** Quotes these words, or the whole post. Says whether it did. */
  quote(words) {
    this.chosen = ""
    const area = document.getElementById(this.getAttribute("for"))
    const text = this.closest("article").querySelector(".text:not(.post__inside *)")
    if (!area) return words !== "" && carry(quoteOf(this.getAttribute("head"), words), this.querySelector("a"))
    put(area, quoteOf(this.getAttribute("head"), words || allOf(text)))
    return true
  }
}

customElements.define("quote-button", QuoteButton)
