/**
 * Drafts that the server has not confirmed yet. Each stays in this browser, with where it goes, until it has: a lost connection, a server that
 * is down and a closed window lose nothing. A form that was sent is one too, until the server says that it has become a post.
 */
import * as storage from "./storage.js"

const AGE = 180 * 864e5
// A request that outlives its page may carry so many bytes.
const OUTLIVES = 60000

const nameOf = ({ person, to, key }) => `draft ${person} ${to} ${key}`

/** Those of a person (an id: on a shared computer nobody gets what another one wrote), the newest first. */
export function unconfirmed(person) {
  const found = storage.names(`draft ${person} `).map((name) => ({ ...storage.recall(name), name }))
  found.filter(({ at }) => !(Date.now() - at < AGE)).forEach(({ name }) => storage.forget(name))
  return found.filter(({ at }) => Date.now() - at < AGE).sort((one, other) => other.at - one.at)
}

/** `draft` is { person, to, key, version, data }: one for each form. */
export function keep(draft) {
  storage.remember(nameOf(draft), { ...draft, at: Date.now() })
}

export function confirm(draft) {
  storage.forget(nameOf(draft))
}

/** Brings it to the server. Gives what that answers with the status; 0 where no answer came. */
export async function deliver({ to, key, version, data }, { keepalive = false } = {}) {
  const body = new FormData()
  for (const [name, value] of Object.entries({ ...data, key, draft: version })) body.append(name, value)
  const small = new Blob(Object.values(data)).size < OUTLIVES
  const headers = { Accept: "application/json", "X-CSRFToken": token() }
  try {
    const answer = await fetch(to, { method: "POST", body, headers, keepalive: keepalive && small })
    return { ...(await answer.json().catch(() => ({}))), status: answer.status }
  } catch {
    return { status: 0 }
  }
}

function token() {
  return document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1] ?? ""
}
