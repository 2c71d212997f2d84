/** The zeros of the digits that dates are written in; nine more follow each. */
const ZEROS = [
  0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0e50, 0x0ed0,
  0x1040, 0x17e0,
];
const CHINESE = "〇一二三四五六七八九";

/** A text with the digits of all scripts as 0 to 9, and Chinese numbers of years, months and days as digits. */
export function plainDigits(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\p{Nd}/gu, (digit) => {
      const code = digit.codePointAt(0) ?? 0;
      const zero = ZEROS.find((each) => code >= each && code < each + 10);
      return zero === undefined ? digit : String(code - zero);
    })
    .replace(/[〇零○一二三四五六七八九十]+(?=\s*[年月日号])/g, chineseNumber);
}

function chineseNumber(number: string): string {
  const digits = [...number.replace(/[零○]/g, "〇")];
  const ten = digits.indexOf("十");
  if (ten === -1) return digits.map((digit) => CHINESE.indexOf(digit)).join("");
  const before = ten === 0 ? 1 : CHINESE.indexOf(digits[ten - 1] ?? "");
  const after = ten === digits.length - 1 ? 0 : CHINESE.indexOf(digits[ten + 1] ?? "");
  return String(10 * before + after);
}
