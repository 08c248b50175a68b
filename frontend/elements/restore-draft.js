/** What a form begins with when an earlier page of it was left. */
import { confirm, deliver, unconfirmed } from "./drafts.js"
import { fill } from "./written.js"

/** The form has come back with what was typed: that is what counts, and what waits in this browser is the same or older. */
export function comeBack(saver) {
  for (const draft of unconfirmed(saver.now.person)) if (draft.to === saver.to) confirm(draft)
  saver.change()
}

/** What could not be brought to the server stands in the form again; what has been sent after all is forgotten. */
export async function restore(saver) {
  const { text, key } = saver.form.elements
  for (const draft of unconfirmed(saver.now.person).filter(({ to }) => to === saver.to)) {
    text.readOnly = true
    const told = await deliver(draft)
    text.readOnly = false
    confirm(draft)
    if (told.status === 410) continue
    // Nobody could say whether it was sent: the same form sent again makes no second post.
    if (draft.sent && told.status !== 200) key.value = draft.key
    fill(saver.form, draft.data)
    return saver.hear(told, saver.now)
  }
}
