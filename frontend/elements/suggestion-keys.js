/** What the keys do while suggestions are open: arrows walk, Enter and Tab choose, Escape leaves; whoever moves the caret is left alone. */
export function press(event, list, leave) {
  if (!list.open || event.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) return
  const walk = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (walk) list.go(list.index + walk)
  else if (list.index < 0 && ["Enter", "Tab"].includes(event.key)) return list.close()
  else if (["Enter", "Tab"].includes(event.key)) list.take()
  else if (event.key === "Escape") leave()
  else return /Left|Right|Home|End/.test(event.key) && list.close()
  event.preventDefault()
}
