/** A page of help as a sheet over the page that one is on; where it does not come, the link leads to it. */
import { asking, bring } from "./part.js"

export async function show(link) {
  const part = await bring(asking(link, "part=sheet"))
  if (!part) return link.click()
  const sheet = document.createElement("dialog")
  sheet.className = "sheet"
  sheet.append(part)
  sheet.setAttribute("aria-labelledby", sheet.querySelector("h2").id)
  sheet.addEventListener("close", () => sheet.remove())
  // A press beside it closes it too.
  sheet.addEventListener("click", (event) => event.target === sheet && sheet.close())
  document.body.append(sheet)
  sheet.showModal()
}
