const made = (name, attributes, ...inside) => {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.append(...inside)
  return element
}

/** A handle that is a slider for who listens, and the words beside it for who looks. */
export function slider(label, last) {
  const handle = made("span", { class: "timeline__handle", role: "slider", tabindex: 0, "aria-label": label, "aria-valuemin": 1, "aria-valuemax": last })
  return [handle, made("p", { class: "timeline__says", "aria-hidden": "true" }, made("b", {}), made("small", {}))]
}

/** Its value, in numbers and in words: a day, and which of how many. */
export function tell([handle, words], number, day, which) {
  handle.setAttribute("aria-valuenow", number)
  handle.setAttribute("aria-valuetext", `${which} · ${day}`)
  words.firstChild.textContent = day
  words.lastChild.textContent = which
}

/** Where a key leads from a number; 0 for a key that leads nowhere. */
export function led(event, now, { size, last, turned }) {
  const on = turned ? -1 : 1
  const steps = { ArrowDown: 1, ArrowUp: -1, ArrowRight: on, ArrowLeft: -on, PageDown: size, PageUp: -size, Home: -last, End: last }
  if (event.ctrlKey || event.altKey || event.metaKey || !(event.key in steps)) return 0
  return Math.min(Math.max(now + steps[event.key], 1), last)
}

/** Tells of a pointer that drags the handle: where it `moves`, that it `drops` it, that it `stops`. Gives what says whether it is held. */
export function dragged(handle, { moves, drops, stops }) {
  const held = () => handle.hasAttribute("data-held")
  const letGo = (act) => () => {
    handle.removeAttribute("data-held")
    act()
  }
  handle.addEventListener("pointerdown", ({ pointerId }) => {
    handle.setAttribute("data-held", "")
    handle.setPointerCapture(pointerId)
  })
  handle.addEventListener("pointermove", (event) => held() && moves(event))
  handle.addEventListener("pointerup", letGo(drops))
  for (const name of ["pointercancel", "blur"]) handle.addEventListener(name, letGo(stops))
  return held
}
