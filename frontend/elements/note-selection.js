/**
 * <note-selection for="id of a field"> around a text and a button: what one selects in the text can be noted. The button stands below the end of
 * the selection; pressing it puts the words into the field and the cursor into the text of the note.
 */
const REST = 250
const EDGE = 8
const BELOW = matchMedia("(pointer: coarse)").matches ? 32 : 8

class NoteSelection extends HTMLElement {
  connectedCallback() {
    this.button = this.querySelector(":scope > button")
    this.changed = () => {
      clearTimeout(this.timer)
      this.timer = setTimeout(() => this.look(), REST)
    }
    document.addEventListener("selectionchange", this.changed)
    // Pressing it would take the selection away; where it goes nevertheless, the words are known.
    this.button.addEventListener("pointerdown", (event) => event.preventDefault())
    this.button.addEventListener("click", () => this.note())
  }

  disconnectedCallback() {
    document.removeEventListener("selectionchange", this.changed)
    clearTimeout(this.timer)
  }

  get field() { return document.getElementById(this.getAttribute("for")) }

  look() {
    const selection = getSelection()
    const text = this.querySelector(".text")
    const inside = text.contains(selection.anchorNode) && text.contains(selection.focusNode)
    const words = inside ? selection.toString().replace(/\s+/g, " ").trim() : ""
    this.button.hidden = !words || !this.field
    if (this.button.hidden) return
    this.words = words
    this.stand([...selection.getRangeAt(0).getClientRects()].at(-1))
  }

  stand(end) {
    const { clientWidth } = document.documentElement
    const width = this.button.offsetWidth
    const left = Math.min(Math.max((end.left + end.right - width) / 2, EDGE), clientWidth - width - EDGE)
    const turned = getComputedStyle(document.documentElement).direction === "rtl"
    this.button.style.insetInlineStart = `${turned ? clientWidth - left - width : left}px`
    this.button.style.insetBlockStart = `${end.bottom + BELOW + scrollY}px`
  }

  note() {
    this.button.hidden = true
    this.field.value = this.words
    getSelection().removeAllRanges()
    const text = this.field.form.querySelector("textarea")
    text.scrollIntoView({ block: "center" })
    text.focus({ preventScroll: true })
  }
}

customElements.define("note-selection", NoteSelection)
