/** Links to people show their card when one points at them, or comes to them with the keyboard, and stays. Touch only follows links. */
import "./person-card.js"

const [WAIT, LINGER] = [300, 200]
const PAGE = /^\/people\/[^/]+\/$/

const card = document.createElement("person-card")
let timer, last, byKeyboard

/** The link to a person at this place and the address of their card. Rows show people as pictures with a name and no link. */
function personAt(target) {
  const link = target.closest?.("a[href*='/people/'], .avatars .avatar")
  if (!link || card.contains(link) || link.closest(".menu, .people")) return null
  if (link.title) link.dataset.name = link.title
  link.removeAttribute("title")
  const { name } = link.dataset
  const path = name ? `/people/${encodeURIComponent(name.replaceAll(" ", "_"))}/` : link.pathname
  return PAGE.test(path) && path !== location.pathname ? { link, address: `${path}card` } : null
}

function come(target, keyboard) {
  if (target === last) return
  last = target
  byKeyboard = keyboard
  const person = personAt(target)
  clearTimeout(timer)
  if (card.contains(target) || (person && person.link === card.link)) return
  const hide = () => card.querySelector(":focus-visible") || card.hide()
  timer = person ? setTimeout(() => card.show(person.link, person.address), WAIT) : setTimeout(hide, LINGER)
}

function leave() {
  clearTimeout(timer)
  last = null
  card.hide()
}

/** Tab goes from the link into its card, and from the end of the card on behind the link. */
function press(event) {
  if (!card.isOpen || !["Escape", "Tab"].includes(event.key)) return
  const ring = [card.link, ...card.querySelectorAll("a:not([tabindex]), button")]
  const at = ring.indexOf(document.activeElement)
  const next = event.key === "Tab" && at >= 0 && ring[at + (event.shiftKey ? -1 : 1)]
  if (next) event.preventDefault()
  else if (at > 0) ring[0].focus()
  if (next) return next.focus()
  leave()
  last = ring[0]
}

document.addEventListener("focusin", ({ target }) => (target.matches(":focus-visible") || card.isOpen) && come(target, true))
document.addEventListener("scroll", () => (card.isOpen || !byKeyboard) && leave(), { passive: true })
document.addEventListener("pointerdown", ({ target }) => card.contains(target) || leave())
document.addEventListener("keydown", press)
// A page that scrolls under a pointer reports moves over no distance: whoever only scrolls past meets no cards.
const moved = (event) => event.pointerType === "mouse" && (event.movementX || event.movementY)
document.addEventListener("pointermove", (event) => moved(event) && come(event.target, false))
document.documentElement.addEventListener("pointerleave", () => come(document.documentElement, false))
if (card.showPopover) document.querySelector("main")?.append(card)
