/**
 * <sort-rows> around a list of fields with buttons `up`, `down` and `remove`: with JavaScript they work at once; without it they send
 * the form, which comes back in the new order.
 */
class SortRows extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", (event) => {
      const button = event.target.closest("li button[name=arrange]")
      if (!button) return
      event.preventDefault()
      this[button.value.split(":")[0]](button.closest("li"), button)
      this.number()
      this.querySelector("ol").dispatchEvent(new Event("input", { bubbles: true }))
    })
  }

  get rows() {
    return [...this.querySelectorAll("li")].filter((row) => row.querySelector("button"))
  }

  up(row, button) {
    row.previousElementSibling?.before(row)
    this.tell(row, button)
  }

  down(row, button) {
    row.nextElementSibling?.after(row)
    this.tell(row, button)
  }

  remove(row) {
    const next = this.rows[this.rows.indexOf(row) + 1] ?? this.rows.at(-2)
    row.remove()
    ;(next ?? this).querySelector("button:not(:disabled), input")?.focus()
  }

  /** The focus stays with the row, and the new place is told. */
  tell(row, button) {
    const place = this.rows.indexOf(row)
    const blocked = place === 0 || place === this.rows.length - 1
    this.number()
    ;(blocked && button.disabled ? row.querySelector("button:not(:disabled)") : button).focus()
    this.querySelector("[role=status]").textContent = `${place + 1}. ${row.querySelector("input").value}`
  }

  number() {
    this.rows.forEach((row, place, all) => {
      row.querySelector("[value^=up]").disabled = place === 0
      row.querySelector("[value^=down]").disabled = place === all.length - 1
    })
  }
}

customElements.define("sort-rows", SortRows)
