/** The line under a text that says how its draft stands, the way back from discarding, and what the language is taken for. */
import { askLanguage } from "./language-question.js"
import { fillIn } from "./words.js"

const language = document.documentElement.lang || undefined
const clock = new Intl.DateTimeFormat(language, { timeStyle: "short" })

export class DraftState {
  constructor(element) {
    this.element = element
    this.line = element.querySelector(".composer__state")
    this.undo = element.querySelector(".composer__undo")
  }

  /** `name` is an attribute of the element. */
  say(name) {
    this.words(fillIn(this.element.getAttribute(name) ?? "", { time: clock.format(new Date()) }))
  }

  words(words, failed = false) {
    if (!this.line) return
    if (this.line.textContent.trim() !== words) this.line.textContent = words
    this.line.toggleAttribute("data-failed", failed)
  }

  /** Offers to take a step back, until something else is typed. */
  offerUndo(takeBack) {
    if (!this.undo) return
    this.undo.hidden = !takeBack
    this.undo.onclick = takeBack
  }

  /** What its language is taken for, and which to choose from where that is not sure. */
  looks(words, likely) {
    const choice = this.element.querySelector("select[name=language] option[value='']")
    if (choice && words) choice.textContent = words
    askLanguage(this.element, likely)
  }
}
