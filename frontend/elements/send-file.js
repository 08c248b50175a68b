/**
 * <send-file for="id of a text area" sending="{name}…" sending-many="{name} ({n} of {all})…" sent="…" failed="{name} …"> around the link to the form for
 * files: what is chosen, pasted or dropped is sent, one after the other, and stands in the text. Of each picture the form hears ("picture").
 */
import { carried, choose } from "./choose-files.js"
import { type } from "./typing.js"
import { upload } from "./upload.js"
import { fillIn } from "./words.js"

class SendFile extends HTMLElement {
  connectedCallback() {
    this.area = document.getElementById(this.getAttribute("for"))
    this.link = this.querySelector("a")
    if (!this.area) return
    this.link.addEventListener("click", (event) => {
      event.preventDefault()
      choose((files) => this.send(files))
    })
    carried(this.area, (files) => this.send(files))
  }

  /** What is chosen while others are on their way waits for them. */
  send(files) {
    this.queue = Promise.resolve(this.queue).then(() => this.sendAll([...files]))
  }

  async sendAll(files) {
    const wrong = []
    for (const [index, file] of files.entries()) {
      this.say(this.words(files[1] ? "sending-many" : "sending", file, { n: index + 1, all: files.length }))
      const reason = await this.sendOne(file).catch(() => this.words("failed", file))
      if (reason) wrong.push(files[1] ? `${file.name}: ${reason}` : reason)
    }
    this.say(wrong.join(" ") || this.words("sent"), wrong.length > 0)
  }

  /** What to tell the writer: nothing when all went well. */
  async sendOne(file) {
    const told = await upload(file, this.area.form, this.link.href)
    if (told.reasons) return told.reasons.join(" ")
    type(this.area, told.snippet)
    if (told.width) this.area.form.dispatchEvent(new CustomEvent("picture", { detail: told }))
  }

  words(name, file, more) {
    return fillIn(this.getAttribute(name) ?? "", { name: file?.name, ...more })
  }

  say(words, failed = false) {
    const state = this.area.form.querySelector(".composer__state")
    state.textContent = words
    state.toggleAttribute("data-failed", failed)
  }
}

customElements.define("send-file", SendFile)
