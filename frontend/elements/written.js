/** What somebody has written in a form: its words as one small object, and back again. */
const WORDS = ["text", "title", "tags", "content_note", "summary", "authors", "regions", "note", "caption", "alt", "poll-question", "poll-options"]
const CHOICES = ["language", "for_group", "category", "post", "began", "clashed", "noted", "follows", "begins", "projects", "wanted_on", "poll-way", "poll-at_most", "poll-ballots", "poll-results", "poll-closes_at"]
const NAMES = [...WORDS, ...CHOICES]
const SAYS_SOMETHING = ["text", "title", "poll-question", "poll-options"]

/** What a field says; several that are chosen with spaces between them. */
function said(field) {
  return field instanceof RadioNodeList ? [...field].filter(({ checked }) => checked).map(({ value }) => value).join(" ") : (field?.value ?? "")
}

function say(field, value) {
  if (!(field instanceof RadioNodeList)) field.value = value
  else for (const one of field) one.checked = value.split(" ").includes(one.value)
}

/** The fields that say something. A category's template that nobody has touched says nothing. */
export function written(form) {
  const fields = NAMES.map((name) => [name, said(form.elements[name]), form.elements[name]?.dataset?.template])
  return Object.fromEntries(fields.filter(([, value, template]) => value && value !== template).map(([name, value]) => [name, value]))
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
    if (field && (data[name] || WORDS.includes(name))) say(field, data[name] ?? "")
  }
  for (const name of ["content_note", "poll-question", "poll-options"]) {
    const folded = form.elements[name]?.closest("details")
    if (folded && data[name]) folded.open = true
  }
  form.elements.text.dispatchEvent(new Event("input", { bubbles: true }))
}

export function emptied(data) {
  return Object.fromEntries(Object.entries(data).filter(([name]) => !WORDS.includes(name)))
}
