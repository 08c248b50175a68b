/** Where in a text area a letter stands: a copy of it with a mark at that place is measured, and goes at once. */
const ALIKE = ["font", "letterSpacing", "wordSpacing", "lineHeight", "textIndent", "tabSize", "padding", "border", "direction", "unicodeBidi", "textAlign", "boxSizing"]

export function caretPlace(area, index) {
  const style = getComputedStyle(area)
  const copy = document.createElement("div")
  const mark = document.createElement("span")
  for (const name of ALIKE) copy.style[name] = style[name]
  Object.assign(copy.style, { position: "absolute", visibility: "hidden", whiteSpace: "pre-wrap", overflowWrap: "break-word", width: `${area.offsetWidth}px` })
  mark.textContent = "\u200b"
  copy.append(area.value.slice(0, index), mark, area.value.slice(index, index + 200))
  area.after(copy)
  const place = { top: mark.offsetTop - area.scrollTop, left: mark.offsetLeft, line: mark.offsetHeight }
  copy.remove()
  return place
}
