/** <carried-quote for="id of a text area">: puts the quote there that came along from another page of the topic. */
import { carried, put } from "./quoting.js"

class CarriedQuote extends HTMLElement {
  connectedCallback() {
    // After what was typed here before has come back.
    setTimeout(() => {
      const area = document.getElementById(this.getAttribute("for"))
      const quote = area && carried()
      if (quote) put(area, quote)
    })
  }
}

customElements.define("carried-quote", CarriedQuote)
