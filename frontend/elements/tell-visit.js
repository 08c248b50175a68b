/** <tell-visit to="/address" token="csrf token">: tells the server that somebody is here, once, so that the next visit finds the line of this one. */
class TellVisit extends HTMLElement {
  connectedCallback() {
    const form = new FormData()
    form.set("csrfmiddlewaretoken", this.getAttribute("token") ?? "")
    navigator.sendBeacon(this.getAttribute("to"), form)
  }
}

customElements.define("tell-visit", TellVisit)
