/**
 * <dismiss-banner key="3f…"> around a notice and its hidden button: who puts it away does not see it again in this browser, until
 * its words are others. A file of its own that stands right behind the notice, so that it is gone before anything is drawn.
 */
import { recall, remember } from "./storage.js"

const NAME = "banner"

class DismissBanner extends HTMLElement {
  connectedCallback() {
    this.hidden = recall(NAME) === this.getAttribute("key")
    const button = this.querySelector("button")
    button.hidden = false
    button.addEventListener("click", () => this.putAway())
  }

  putAway() {
    remember(NAME, this.getAttribute("key"))
    this.hidden = true
    document.getElementById("main")?.focus({ preventScroll: true })
  }
}

customElements.define("dismiss-banner", DismissBanner)
