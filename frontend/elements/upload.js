/** Sends one file to the form for files. Gives what that says of it ({ snippet, width, … }), or { reasons } why it was not taken. */
export async function upload(file, form, address) {
  const body = new FormData()
  body.append("file", file)
  const headers = { Accept: "application/json", "X-CSRFToken": form.elements.csrfmiddlewaretoken?.value ?? "" }
  const answer = await fetch(address, { method: "POST", body, headers })
  return answer.json()
}
