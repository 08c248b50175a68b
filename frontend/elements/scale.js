/** A value on the scale `from`, on the scale `to`; both rise with the stops. */
export function between(value, from, to) {
  const found = from.findIndex((one) => value <= one)
  if (found === 0) return to[0]
  const stop = found < 0 ? from.length - 1 : found
  const span = from[stop] - from[stop - 1]
  const part = span ? Math.min((value - from[stop - 1]) / span, 1) : 1
  return to[stop - 1] + part * (to[stop] - to[stop - 1])
}
