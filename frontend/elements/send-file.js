/** <send-file for="id of a text area"> around the link to the form for files: what is chosen, pasted or dropped is sent, and shown in the text. */
import { type } from "./typing.js"

class SendFile extends HTMLElement {
  connectedCallback() {
    this.area = document.getElementById(this.getAttribute("for"))
    this.link = this.querySelector("a")
    if (!this.area) return
    this.link.addEventListener("click", (event) => this.choose(event))
    this.area.addEventListener("paste", (event) => this.take(event, event.clipboardData))
    this.area.addEventListener("drop", (event) => this.take(event, event.dataTransfer))
  }

  choose(event) {
    event.preventDefault()
    const input = Object.assign(document.createElement("input"), { type: "file", accept: "image/*,.pdf" })
    input.addEventListener("change", () => this.send(input.files))
    input.click()
  }

  /** Words that come with a picture of themselves, as from an office program, are pasted as words. */
  take(event, carried) {
    if (!carried?.files.length || carried.types.includes("text/plain")) return
    event.preventDefault()
    this.send(carried.files)
  }

  async send(files) {
    for (const file of files) {
      this.say(this.getAttribute("sending"))
      this.say(await this.sendOne(file).catch(() => this.getAttribute("failed")), true)
    }
  }

  /** What to tell the writer: nothing when all went well. */
  async sendOne(file) {
    const body = new FormData()
    body.append("file", file)
    const token = this.area.form.elements.csrfmiddlewaretoken?.value ?? ""
    const headers = { Accept: "application/json", "X-CSRFToken": token }
    const answer = await fetch(this.link.href, { method: "POST", body, headers })
    const told = await answer.json()
    if (!answer.ok) return told.reasons.join(" ")
    type(this.area, told.snippet)
    return ""
  }

  say(words, failed = false) {
    const state = this.area.form.querySelector("[role=status]")
    state.textContent = words
    state.toggleAttribute("data-failed", failed && words !== "")
  }
}

customElements.define("send-file", SendFile)
