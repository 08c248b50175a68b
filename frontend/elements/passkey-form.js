/**
 * <passkey-form act="get|create" options="…json…" or from="/address" failed="…"> around a hidden form with a field `credential`:
 * sending the form first asks the device for a passkey. Browsers give passkeys to scripts only, so without one nothing shows.
 */
const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0))
const written = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")

function wanted({ publicKey }) {
  const known = [...(publicKey.excludeCredentials ?? []), ...(publicKey.allowCredentials ?? [])]
  for (const one of known) one.id = bytes(one.id)
  publicKey.challenge = bytes(publicKey.challenge)
  if (publicKey.user) publicKey.user.id = bytes(publicKey.user.id)
  return { publicKey }
}

function told(credential) {
  const response = {}
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[name]) response[name] = written(credential.response[name])
  }
  const clientExtensionResults = credential.getClientExtensionResults()
  return JSON.stringify({ id: credential.id, rawId: written(credential.rawId), type: credential.type, response, clientExtensionResults })
}

class PasskeyForm extends HTMLElement {
  connectedCallback() {
    if (!window.PublicKeyCredential) return
    this.hidden = false
    this.form = this.querySelector("form")
    this.form.addEventListener("submit", (event) => {
      event.preventDefault()
      this.ask()
    })
  }

  async ask() {
    const status = this.querySelector("[role=status]")
    status.textContent = ""
    try {
      const act = this.getAttribute("act")
      this.form.elements.credential.value = told(await navigator.credentials[act](wanted(await this.options())))
    } catch {
      status.textContent = this.getAttribute("failed")
      return
    }
    this.form.submit()
  }

  async options() {
    if (this.hasAttribute("options")) return JSON.parse(this.getAttribute("options"))
    const answer = await fetch(this.getAttribute("from"), { headers: { Accept: "application/json" } })
    return (await answer.json()).request_options
  }
}

customElements.define("passkey-form", PasskeyForm)
