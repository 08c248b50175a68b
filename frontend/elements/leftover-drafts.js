/**
 * What an earlier page could not bring to the server is brought now, on whatever page one is: then it stands in the list of drafts. A form that is
 * on this page looks after its own (keep-draft.js); where another tab has gone on, the text waits in this browser until its form is opened.
 */
import { confirm, deliver, unconfirmed } from "./drafts.js"

async function bring(person) {
  const here = [...document.querySelectorAll("keep-draft")].map((element) => element.getAttribute("to"))
  for (const draft of unconfirmed(person).filter(({ to }) => !here.includes(to))) {
    const { status } = await deliver(draft)
    if (!status) return
    if ([200, 410].includes(status)) confirm(draft)
  }
}

const { person } = document.body.dataset
if (person) bring(person)
