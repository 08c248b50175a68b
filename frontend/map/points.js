/** Points as the server sends them: columns of whole numbers, hundredths of a degree, latitudes as steps from one to the next. */
export async function points(address) {
  const answer = await fetch(address, { credentials: "same-origin" })
  if (!answer.ok) throw new Error(`${answer.status}`)
  const { ids, lat, lon, tone } = await answer.json()
  let north = 0
  return ids.map((id, at) => {
    north += lat[at]
    return { id, tone: tone[at], at: [north / 100, lon[at] / 100] }
  })
}
