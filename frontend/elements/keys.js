/**
 * Keys: an element with data-key="r" is pressed by that key, one with data-key="g h" by one after the other. Those inside the item that has
 * the focus come before those of the page. Nothing needs them; they rest in fields, in menus, and when the sheet turns them off.
 */
import { current, move, open } from "./items.js"
import { back } from "./lists.js"
import { show } from "./sheet.js"
import { areOff } from "./key-switch.js"

// Milliseconds in which the second of two keys follows.
const WAIT = 1500
const BUSY = "dialog[open], .menu[open], [role=menu]"
const FIELD = "input, textarea, select, [contenteditable], [role=slider], [role=toolbar]"
const ACTS = { j: () => move(1), k: () => move(-1), o: open, Enter: (target) => target.matches("[data-item]") && open(), u: back }
// What other keyboards have in the place of ours; their letters are known by the key that makes them.
const SIGNS = { "؟": "?", Slash: "/" }

let before = ""
let at = 0

function keyOf({ key, code, shiftKey }) {
  if (key === "Enter" || /^[!-@[-~]$/.test(key)) return key
  if (key in SIGNS) return SIGNS[key]
  const letter = /^[^A-Za-z]$/.test(key) && !shiftKey && /^Key(.)$/.exec(code)
  return letter ? letter[1].toLowerCase() : (!shiftKey && SIGNS[code]) || ""
}

function find(key) {
  const named = `[data-key="${key}"]`
  const others = [...document.querySelectorAll(named)].filter((one) => !one.closest("[data-item]"))
  // What is seen comes before the links of the foot that are not.
  return current()?.querySelector(named) ?? others.find((one) => one.getClientRects().length) ?? others[0]
}

function use(key) {
  const element = find(key)
  if (!element) return false
  const field = element.matches("form") ? element.querySelector("textarea") : element
  if (key === "?") show(element)
  else if (field.matches(FIELD)) field.focus()
  else field.click()
  return true
}

function press(event) {
  const { target, timeStamp } = event
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey || areOff()) return
  if (target.closest?.(FIELD) || document.querySelector(BUSY)) return
  const key = keyOf(event)
  const both = timeStamp - at < WAIT && before ? `${before} ${key}` : ""
  const done = (both && use(both)) || (ACTS[key] ? ACTS[key](target) : key && use(key))
  before = done ? "" : key
  at = timeStamp
  if (done) event.preventDefault()
}

document.addEventListener("keydown", press)
