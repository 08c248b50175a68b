/** One suggestion: its sign, its name as its own language writes it, and a note. */
function piece(tag, className, text) {
  const made = document.createElement(tag)
  if (className) made.className = className
  made.textContent = text
  return made
}

export function suggestion({ kind, name, sign, tone, picture, note, lang }, id) {
  const item = Object.assign(document.createElement("li"), { id, role: "option", className: "suggestion" })
  const signs = { person: `avatar avatar--small tone-${tone}`, category: `category tone-${tone}`, emoji: "suggestion__emoji", tag: "suggestion__tag" }
  const before = piece("span", signs[kind], sign)
  before.ariaHidden = "true"
  if (picture) before.append(Object.assign(new Image(48, 48), { src: picture, alt: "" }))
  const named = piece("bdi", "suggestion__name", name)
  if (lang) named.lang = lang
  item.append(before, named)
  if (note) item.append(piece("bdi", "suggestion__note", note))
  return item
}
