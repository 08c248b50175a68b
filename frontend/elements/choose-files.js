/** The ways in which files come to a page: chosen, pasted, dropped. Words that come with a picture of themselves, as from an office program, stay words. */
export function choose(take) {
  const input = Object.assign(document.createElement("input"), { type: "file", accept: "image/*,.pdf", multiple: true })
  input.addEventListener("change", () => take(input.files))
  input.click()
}

export function carried(area, take) {
  const look = (event, { files, types }) => {
    if (!files.length || types.includes("text/plain")) return
    event.preventDefault()
    take(files)
  }
  area.addEventListener("paste", (event) => look(event, event.clipboardData))
  area.addEventListener("drop", (event) => look(event, event.dataTransfer))
  area.addEventListener("dragover", (event) => event.dataTransfer.types.includes("Files") && event.preventDefault())
}
