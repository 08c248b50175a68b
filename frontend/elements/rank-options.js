/**
 * <rank-options moved="{option}: place {n}"> around a list of options, each with a field for its place: buttons move an option up and down,
 * no place is given twice, and the list stands in the order of the places. The fields stay what is sent.
 */
class RankOptions extends HTMLElement {
  connectedCallback() {
    this.list = this.querySelector("ol")
    this.rows = [...this.list.children]
    for (const steer of this.querySelectorAll(".poll__steer")) steer.hidden = false
    this.addEventListener("click", (event) => this.press(event.target.closest("[data-step]")))
    this.addEventListener("change", (event) => this.place(event.target.closest("li"), event.target))
    this.arrange()
  }

  field = (row) => row.querySelector("select")
  placeOf = (row) => Number(this.field(row).value) || Infinity
  inOrder = () => [...this.rows].sort((one, other) => this.placeOf(one) - this.placeOf(other) || 0)

  /** An option without a place gets the last one; moved down from there it has none again. */
  press(button) {
    if (!button || button.ariaDisabled) return
    const row = button.closest("li")
    const order = this.inOrder().filter((one) => this.field(one).value)
    const here = order.indexOf(row)
    const to = here < 0 ? order.length : here + Number(button.dataset.step)
    if (here >= 0) order.splice(here, 1)
    if (to <= order.length) order.splice(to, 0, row)
    for (const one of this.rows) this.field(one).value = order.indexOf(one) + 1 || ""
    this.tell(row, button)
  }

  /** A place was chosen in a field: who stood there makes room, and so on. */
  place(row, field) {
    for (let [one, n] = [row, Number(field.value)]; one && n; n += 1) {
      const next = this.rows.find((other) => other !== one && this.placeOf(other) === n)
      this.field(one).value = n
      one = next
    }
    this.tell(row, field)
  }

  tell(row, focused) {
    this.arrange()
    focused.focus()
    const said = { option: row.querySelector("label").textContent.trim(), n: this.field(row).value || "–" }
    this.querySelector("[role=status]").textContent = this.getAttribute("moved").replace(/{(\w+)}/g, (_, name) => said[name])
  }

  arrange() {
    this.list.append(...this.inOrder())
    for (const row of this.rows) {
      const [up, down] = row.querySelectorAll("[data-step]")
      up.ariaDisabled = this.placeOf(row) === 1 ? "true" : null
      down.ariaDisabled = this.placeOf(row) === Infinity ? "true" : null
    }
  }
}

customElements.define("rank-options", RankOptions)
