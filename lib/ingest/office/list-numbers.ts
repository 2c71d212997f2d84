/** Digits of other scripts. */
const DIGITS: Record<string, string> = {
  decimalFullWidth: "０１２３４５６７８９",
  decimalFullWidth2: "０１２３４５６７８９",
  hindiNumbers: "०१२३४५६७८९",
  thaiNumbers: "๐๑๒๓๔๕๖๗๘๙",
  arabicDigits: "٠١٢٣٤٥٦٧٨٩",
  ideographDigital: "〇一二三四五六七八九",
  japaneseDigitalTenThousand: "〇一二三四五六七八九",
};
/** Letters of other alphabets. */
const LETTERS: Record<string, string> = {
  russianLower: "абвгдежзиклмнопрстуфхцчшщыэюя",
  russianUpper: "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ",
  arabicAlpha: "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
  arabicAbjad: "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
  hebrew2: "אבגדהוזחטיכלמנסעפצקרשת",
  thaiLetters: "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ",
  aiueoFullWidth:
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン",
  ganada: "가나다라마바사아자차카타파하",
  ideographTraditional: "甲乙丙丁戊己庚辛壬癸",
  ideographZodiac: "子丑寅卯辰巳午未申酉戌亥",
};
/** Formats that count in tens with Chinese characters. */
const IN_TENS = new Set([
  "chineseCounting",
  "chineseCountingThousand",
  "japaneseCounting",
  "taiwaneseCounting",
  "taiwaneseCountingThousand",
]);
const CHICAGO = "*†‡§";

/**
 * The number of a list item as an office program shows it.
 * @param format the name that OOXML uses (ST_NumberFormat)
 * @returns null for a format that is not known
 */
export function formatListNumber(value: number, format: string): string | null {
  if (!Number.isSafeInteger(value) || value < 0 || value > 1_000_000) return String(value);
  const digits = DIGITS[format];
  if (digits) return String(value).replace(/\d/g, (digit) => digits[Number(digit)] ?? digit);
  const letters = LETTERS[format];
  if (letters) return inLetters(value, [...letters]);
  if (IN_TENS.has(format)) return inTens(value);
  switch (format) {
    case "decimal":
    case "decimalHalfWidth":
    case "numberInDash":
      return format === "numberInDash" ? `- ${value} -` : String(value);
    case "decimalZero":
      return String(value).padStart(2, "0");
    case "none":
      return "";
    case "lowerLetter":
      return inLetters(value, [..."abcdefghijklmnopqrstuvwxyz"]);
    case "upperLetter":
      return inLetters(value, [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"]);
    case "lowerRoman":
      return inRoman(value).toLowerCase();
    case "upperRoman":
      return inRoman(value);
    case "ordinal":
      return `${value}${ordinalEnding(value)}`;
    case "decimalEnclosedCircle":
    case "decimalEnclosedCircleChinese":
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x245f + value) : String(value);
    case "decimalEnclosedParen":
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x2473 + value) : `(${value})`;
    case "decimalEnclosedFullstop":
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x2487 + value) : `${value}.`;
    case "hebrew1":
      return inHebrew(value);
    case "chicago":
      return value === 0 ? "" : (CHICAGO[(value - 1) % 4] ?? "").repeat(Math.min(Math.ceil(value / 4), 9));
    default:
      return null;
  }
}

/** a to z, then aa, bb and so on, as office programs count. */
function inLetters(value: number, letters: readonly string[]): string {
  if (value === 0) return "";
  const letter = letters[(value - 1) % letters.length] ?? "";
  return letter.repeat(Math.min(Math.ceil(value / letters.length), 30));
}

function inRoman(value: number): string {
  if (value === 0 || value > 32_767) return String(value);
  const steps: [number, string][] = [
    [1000, "M"],
    [900, "CM"],
    [500, "D"],
    [400, "CD"],
    [100, "C"],
    [90, "XC"],
    [50, "L"],
    [40, "XL"],
    [10, "X"],
    [9, "IX"],
    [5, "V"],
    [4, "IV"],
    [1, "I"],
  ];
  let rest = value;
  let roman = "";
  for (const [size, sign] of steps) {
    roman += sign.repeat(Math.floor(rest / size));
    rest %= size;
  }
  return roman;
}

function ordinalEnding(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return "th";
  return ["th", "st", "nd", "rd"][value % 10] ?? "th";
}

function inTens(value: number): string {
  const digits = "〇一二三四五六七八九";
  if (value >= 100 || value === 0)
    return String(value).replace(/\d/g, (digit) => digits[Number(digit)] ?? "");
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens > 1 ? digits[tens] : ""}${tens > 0 ? "十" : ""}${ones > 0 ? digits[ones] : ""}`;
}

function inHebrew(value: number): string {
  if (value === 0 || value > 499) return String(value);
  const hundreds = ["", "ק", "ר", "ש", "ת"][Math.floor(value / 100)] ?? "";
  const rest = value % 100;
  // 15 and 16 would spell a name of God.
  if (rest === 15 || rest === 16) return hundreds + (rest === 15 ? "טו" : "טז");
  const tens = ["", "י", "כ", "ל", "מ", "נ", "ס", "ע", "פ", "צ"][Math.floor(rest / 10)] ?? "";
  return hundreds + tens + (["", "א", "ב", "ג", "ד", "ה", "ו", "ז", "ח", "ט"][rest % 10] ?? "");
}
