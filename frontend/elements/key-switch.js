/** <key-switch> around a checkbox: whether keys do anything in this browser. */
import { forget, recall, remember } from "./storage.js"

const NAME = "keys"

export const areOff = () => recall(NAME) === "off"

class KeySwitch extends HTMLElement {
  connectedCallback() {
    const box = this.querySelector("input")
    box.checked = !areOff()
    box.addEventListener("change", () => box.checked ? forget(NAME) : remember(NAME, "off"))
  }
}

customElements.define("key-switch", KeySwitch)
