/** Options under a field that keeps the focus: walked through by arrows, the field itself being one more place among them. */
export const STEPS = { ArrowDown: 1, ArrowUp: -1 }

/** Marks the option at this place, for eyes and for who listens; none where there is none. */
export function point(field, options, index) {
  for (const [at, option] of options.entries()) option.ariaSelected = String(at === index)
  options[index]?.scrollIntoView({ block: "nearest" })
  if (options[index]) field.setAttribute("aria-activedescendant", options[index].id)
  else field.removeAttribute("aria-activedescendant")
}

export class Options {
  constructor(field, panel) {
    Object.assign(this, { field, panel, index: -1 })
    Object.assign(field, { role: "combobox", ariaExpanded: "false", ariaHasPopup: "listbox", autocomplete: "off" })
    field.setAttribute("aria-controls", panel.id)
    // A press must not take the focus out of the field before the click.
    panel.addEventListener("pointerdown", (event) => event.preventDefault())
  }

  get all() {
    return [...this.panel.querySelectorAll("[role=option]")]
  }

  get open() {
    return !this.panel.hidden
  }

  get chosen() {
    return this.all[this.index]
  }

  show(open) {
    this.panel.hidden = !open
    this.field.ariaExpanded = String(open)
    this.go(-1)
  }

  walk(step) {
    const places = this.all.length + 1
    this.go(((this.index + 1 + step + places) % places) - 1)
  }

  /** To an option; -1 is the field. */
  go(index) {
    this.index = index
    point(this.field, this.all, index)
  }
}
