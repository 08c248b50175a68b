/** What is quoted from a post, and where it goes: into the composer of this page, or along to the page where one replies. */
import { TAB, forget, recall, remember } from "./storage.js"
import { type } from "./typing.js"

const CARRIED = "quote on its way"

/** The words that are selected inside one post; nothing if the selection reaches beyond it. */
export function selectedIn(article) {
  const selection = getSelection()
  const text = article?.querySelector(".text:not(.post__inside *)")
  const inside = text && !selection.isCollapsed && text.contains(selection.anchorNode) && text.contains(selection.focusNode)
  return inside ? selection.toString().trim() : ""
}

/** All that a post says to who has opened nothing: of what is folded behind a note, the note. */
export function allOf(text) {
  const folded = text.closest(".noted:not([open])")
  if (folded) return `⚠ ${folded.querySelector("summary bdi").textContent}`
  const away = [...text.querySelectorAll(".noted:not([open]) > :not(summary, [hidden])")]
  away.forEach((piece) => (piece.hidden = true))
  const words = text.innerText
  away.forEach((piece) => (piece.hidden = false))
  return words
}

/** The quote button of the post in which something is selected. */
export function buttonOfSelection() {
  const node = getSelection().anchorNode
  const article = (node instanceof Element ? node : node?.parentElement)?.closest("article")
  return selectedIn(article) ? article.querySelector("quote-button") : null
}

/** A quote as markup: its first line says who and where, the server wrote it. */
export const quoteOf = (head, words) => `${head}\n>\n${words.trim().replace(/\n{3,}/g, "\n\n").replace(/^/gm, "> ")}\n\n`

/** Puts a quote after what is written already. */
export function put(area, quote) {
  const gap = area.value.trim() ? `${area.value.trimEnd()}\n\n` : ""
  type(area, `${gap}${quote}`, 0, area.value.length)
  area.scrollIntoView({ block: "nearest" })
}

/** Goes to the page where one replies, with the quote; false where the browser cannot keep it so long. */
export function carry(quote, link) {
  if (remember(CARRIED, quote, TAB) === null) return false
  const address = new URL(link.href)
  address.search = address.search.replace("quote=", "post=")
  location.assign(address)
  return true
}

/** The quote that came along, once. */
export function carried() {
  const quote = recall(CARRIED, TAB)
  forget(CARRIED, TAB)
  return quote
}
