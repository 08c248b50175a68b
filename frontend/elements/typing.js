/** Puts text into a text area as if it was typed, so that undo takes it back. */
export function type(area, text, start = area.selectionStart, end = area.selectionEnd) {
  area.focus()
  area.setSelectionRange(start, end)
  if (document.execCommand?.("insertText", false, text)) return
  area.setRangeText(text, start, end, "end")
  area.dispatchEvent(new Event("input", { bubbles: true }))
}

/** The selection grown to whole lines. */
export function lines(area) {
  const { value } = area
  const start = value.lastIndexOf("\n", area.selectionStart - 1) + 1
  const next = value.indexOf("\n", area.selectionEnd)
  return { start, end: next < 0 ? value.length : next }
}
