/** One question to the server at a time: a newer one takes the place of the older. */
export class Asking {
  /** The text of the answer; nothing where there is none, no connection, or a newer question. */
  async ask(address, options) {
    this.stop()
    this.asked = new AbortController()
    try {
      const answer = await fetch(address, { ...options, signal: this.asked.signal })
      return answer.ok ? await answer.text() : null
    } catch {
      return null
    }
  }

  stop() {
    this.asked?.abort()
  }
}
