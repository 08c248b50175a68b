/** What somebody has written in a form of Discuss: its words as one small object, and back again. */
const WORDS = ["text", "title", "tags", "summary", "poll-question", "poll-options"]
const CHOICES = ["language", "category", "post", "began", "clashed", "poll-way", "poll-at_most", "poll-ballots", "poll-results", "poll-closes_at"]
const NAMES = [...WORDS, ...CHOICES]
const SAYS_SOMETHING = ["text", "title", "poll-question", "poll-options"]

/** The fields that say something. A category's template that nobody has touched says nothing. */
export function written(form) {
  const fields = NAMES.map((name) => [name, form.elements[name]])
  return Object.fromEntries(fields.filter(([, field]) => field?.value && field.value !== field.dataset?.template).map(([name, field]) => [name, field.value]))
}

export function hasWords(data) {
  return SAYS_SOMETHING.some((name) => data[name]?.trim())
}

export function same(one, other) {
  return NAMES.every((name) => String(one[name] ?? "") === String(other[name] ?? ""))
}

/** Puts it into the form. Words that are not said are empty; a choice that is not said stays as it is. */
export function fill(form, data) {
  for (const name of NAMES) {
    const field = form.elements[name]
    if (field && (data[name] || WORDS.includes(name))) field.value = data[name] ?? ""
  }
  const folded = form.elements["poll-question"]?.closest("details")
  if (folded && (data["poll-question"] || data["poll-options"])) folded.open = true
  form.elements.text.dispatchEvent(new Event("input", { bubbles: true }))
}

export function emptied(data) {
  return Object.fromEntries(Object.entries(data).filter(([name]) => !WORDS.includes(name)))
}
