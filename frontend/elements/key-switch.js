/** <key-switch> around a checkbox: whether keys do anything in this browser. */
import { remembered } from "./storage.js"

const NAME = "keys"

export const areOff = () => remembered(localStorage, NAME) === "off"

class KeySwitch extends HTMLElement {
  connectedCallback() {
    const box = this.querySelector("input")
    box.checked = !areOff()
    box.addEventListener("change", () => remembered(localStorage, NAME, box.checked ? null : "off"))
  }
}

customElements.define("key-switch", KeySwitch)
