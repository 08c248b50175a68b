/** Asks in which language a text is, where the server is not sure: a press on an answer chooses it in the form. */
export function askLanguage(element, likely) {
  const place = element.querySelector(".composer__asks")
  const select = element.querySelector("select[name=language]")
  if (!place || !select) return
  for (const old of place.querySelectorAll("button")) old.remove()
  place.hidden = !likely?.length || select.value !== ""
  if (!place.hidden) place.append(...likely.map((one) => answer(one, select, place)))
}

function answer({ code, name, lang }, select, place) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "pill", textContent: name, lang })
  button.addEventListener("click", () => {
    if (![...select.options].some((option) => option.value === code)) select.add(new Option(name, code))
    select.value = code
    place.hidden = true
    select.focus()
    select.dispatchEvent(new Event("input", { bubbles: true }))
  })
  return button
}
