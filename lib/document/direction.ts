/** Languages that are written from right to left. */
const RIGHT_TO_LEFT = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"]);

/** The text direction of a language. @param language a BCP 47 tag; an unknown one counts as left to right */
export function directionOf(language: string): "ltr" | "rtl" {
  const [primary = ""] = language.toLowerCase().split("-");
  return RIGHT_TO_LEFT.has(primary) ? "rtl" : "ltr";
}
