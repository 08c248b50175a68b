/** Days as pages write them: the day first in English too, the same digits in every language, no year while it is this year's. */
const language = `${document.documentElement.lang.replace(/^(en)?$/, "en-GB")}-u-nu-latn`
const formats = [{}, { year: "numeric" }].map((more) => new Intl.DateTimeFormat(language, { day: "numeric", month: "short", ...more }))

export function shortDay(moment) {
  const date = new Date(moment)
  return formats[Number(date.getFullYear() !== new Date().getFullYear())].format(date)
}
