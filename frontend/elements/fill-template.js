/**
 * <fill-template> around a form with a category and a text, and a <template data-category="7"> for each category that has one: an empty text begins
 * with the template of the category that is chosen. What was typed stays.
 */
class FillTemplate extends HTMLElement {
  connectedCallback() {
    this.category = this.querySelector("select[name=category]")
    this.text = this.querySelector("textarea[name=text]")
    if (!this.category || !this.text) return
    this.templates = [...this.querySelectorAll("template[data-category]")]
    if (this.isTemplate(this.text.value)) this.text.dataset.template = this.text.value
    this.category.addEventListener("change", () => this.begin())
  }

  isTemplate(text) {
    return this.templates.some((one) => one.content.textContent.trim() === text.trim())
  }

  begin() {
    if (this.text.value.trim() && !this.isTemplate(this.text.value)) return
    const chosen = this.templates.find((one) => one.dataset.category === this.category.value)
    this.text.value = this.text.dataset.template = chosen?.content.textContent ?? ""
  }
}

customElements.define("fill-template", FillTemplate)
