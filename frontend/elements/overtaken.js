/** Another tab has gone on with the same draft: both texts are offered, and nothing is overwritten before somebody has chosen. */
import { confirm } from "./drafts.js"
import { fill } from "./written.js"

export async function settle(saver, { version, data }) {
  saver.asks = true
  saver.state.say("kept")
  const choice = await offered(saver.form, data)
  saver.asks = false
  const mine = saver.now
  saver.form.elements.draft.value = version
  if (choice === "mine") return saver.save()
  fill(saver.form, data)
  confirm(mine)
  saver.saved({ version }, saver.now)
  saver.state.offerUndo(() => fill(saver.form, mine.data))
}

function offered(form, { title, text }) {
  const panel = form.querySelector(".overtaken")
  panel.querySelector(".overtaken__other").textContent = [title, text].filter(Boolean).join("\n\n")
  panel.hidden = false
  return new Promise((choose) => {
    panel.onclick = ({ target }) => {
      const { value } = target.closest("button") ?? {}
      if (!value) return
      panel.hidden = true
      form.elements.text.focus()
      choose(value)
    }
  })
}
