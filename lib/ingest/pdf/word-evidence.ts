/** What a document's own words say about a hyphen at the end of a line. */
export interface WordEvidence {
  /** How often a word occurs inside a line; lower case. */
  words: ReadonlyMap<string, number>;
  /** How often a compound with a hyphen occurs inside a line; lower case. */
  compounds: ReadonlyMap<string, number>;
  /** Whether it is written in German, where a lower-case letter behind a hyphen at the line's end is the rest of the word. */
  isGerman: boolean;
  /** Whether its words are divided at line ends throughout. */
  isDivided: boolean;
  /** Whether some of its words are divided for certain, and more than it has compounds at line ends. */
  dividesSome: boolean;
}

// Parts of bounded length: longer ones would be looked through again from each of their letters.
const COMPOUND = /\p{L}[\p{L}\p{M}]{0,40}(?:[-‐‑]\p{L}[\p{L}\p{M}]{0,40})+/gu;
const WORD = /\p{L}[\p{L}\p{M}'’]*/gu;
const GERMAN = new Set(
  "der die das und ist nicht den dem des ein eine einer von mit auf für im zu sich auch wird werden dass bei aus nach am".split(
    " ",
  ),
);
const LINE_END = /([\p{L}\p{M}]{1,60})[-‐]$/u;
/** More of the lines of divided texts end with a hyphen than by chance. */
const DIVIDED = 0.04;

/** @param lines of the text, in reading order, before hyphens are resolved */
export function wordEvidence(lines: readonly string[]): WordEvidence {
  const words = new Map<string, number>();
  const compounds = new Map<string, number>();
  const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  let german = 0;
  let all = 0;
  lines.forEach((line, index) => {
    // Parts of a word before and behind a line's end are no words.
    const from = LINE_END.test(lines[index - 1] ?? "") ? line.search(/\s|$/u) : 0;
    const inside = line.slice(from).replace(LINE_END, "");
    for (const [compound] of inside.matchAll(COMPOUND))
      count(compounds, compound.toLowerCase().replace(/[‐‑]/g, "-"));
    for (const [word] of inside.replace(COMPOUND, " ").matchAll(WORD)) {
      count(words, word.toLowerCase());
      all += 1;
      if (GERMAN.has(word)) german += 1;
    }
  });
  const ends = lines.flatMap((line, index) => {
    const end = LINE_END.exec(line)?.[1];
    const next = /^\p{Ll}[\p{L}\p{M}]*/u.exec(lines[index + 1] ?? "")?.[0];
    return end && next ? [[end.toLowerCase(), next.toLowerCase()] as const] : [];
  });
  const divided = ends.filter(
    ([end, next]) =>
      words.has(end + next) ||
      (!words.has(end) && (isFragment(next) || isWordStart(end, next)) && !isCompoundPart(end, next)),
  ).length;
  const whole = ends.filter(
    ([end, next]) => compounds.has(`${end}-${next}`) || (words.has(next) && isCompoundPart(end, next)),
  ).length;
  return {
    words,
    compounds,
    isGerman: german > 0.08 * all,
    dividesSome: divided >= 2 && divided > 2 * whole,
    isDivided: ends.length > DIVIDED * lines.length && ends.length >= 3 && divided >= 2 && divided > whole,
  };
}

/** The rests of words that syllables leave at the beginning of a line: endings that are no words. */
const FRAGMENT =
  /^(?:ments?|ners?|nerships?|tions?|sions?|cions?|ings?|ed|ers?|ors?|ly|ness|ity|ities|ties|able|ably|ible|ibly|ances?|ences?|ical(?:ly)?|ally|ous(?:ly)?|ives?|ively|ary|aries|ory|ories|tures?|sures?|tial(?:ly)?|cial(?:ly)?|cian|cians|ist|ists|ism|isms|ize|izes|ized|izing|ise|ised|ising|ate|ates|ated|ating|ation|ations|mental|mentally|tional|tionally|nomic|nomics|ernment|ernments|ter|ters|tive|tively|tor|tors|tory|tic|tics|tical|ple|ples|ble|bles|tle|dle|gle|cle|cles|dent|dents|dence|tant|tants|tance|ment's|ure|ures|ent|ents|ant|ants|lar|lars|ral|nal|sis|ses|ry|ny|ty|cy|gy|my|py|sy|dy|fy|fied|fies|fying|ral|rals|ern|erns|gion|gions|ian|ians|ial|ially|ual|ually|ful|fully|less|ship|ships|hood|dom|ward|wards|self|selves|ción|ciones|mente|dad|dades|miento|zione|zioni|mento|menti|ção|ções|mente|ement|ements|aient|ait|ique|iques|tique|lich|liche|lichen|keit|heit|ung|ungen|schaft|isch|ische|ischen|lung|rung|tung|nen|ten|ger|gen|den|der|ren|sen)$/u;

export function isFragment(part: string): boolean {
  return FRAGMENT.test(part) || !/[aeiouyäöüáéíóúàèìòùâêîôûаеиоуыэюяєіїαεηιουωάέήίόύώ]/u.test(part);
}

/** Beginnings of words that stand before no hyphen of a compound. */
const NEVER_FIRST =
  /^(?:com|con|col|cor|dis|dif|ef|ig|ob|oc|suc|suf|sup|sym|syn|rep|ac|ap|cer|ther|mem|nec|prob|prac|prin|sep|tem|sys|docu|deter|experi)$/;

/** Words and prefixes of two letters that stand before the hyphen of a compound: "by-product", "re-elect", "au-dessus". */
const SHORT_FIRST = /^(?:re|by|no|to|do|go|so|my|bi|tv|id|ph|us|uk|eu|un|ai|it|pc|hi|au|là|ci|va|as|es|a)$/;
/** Pronouns that French writes behind the hyphen of a verb. */
const BEHIND_VERB = /^(?:je|tu|il|ils|elles?|on|nous|vous|ce|le|la|les|lui|leur|moi|toi|en|là|ci)$/;
const TWO_LATIN_LETTERS = /^\p{Script=Latin}{2}$/u;

/** Whether a part before a hyphen can only be the beginning of a word. @param next what is behind the hyphen; both in lower case */
export function isWordStart(part: string, next: string): boolean {
  if (BEHIND_VERB.test(next)) return false;
  if (NEVER_FIRST.test(part)) return true;
  if (!TWO_LATIN_LETTERS.test(part) || next.length < 3) return false;
  // "de-escalate", but "de-scribed".
  return !SHORT_FIRST.test(part) && !FIRST.has(part) && !(part === "de" && /^[aeiou]/.test(next));
}

/** Whether two parts make a word that nobody writes with a hyphen: "something", "another". */
export function isSolid(first: string, second: string): boolean {
  return (
    (/^(?:any|every|some|no)$/.test(first) &&
      /^(?:thing|body|one|where|how|what|times?|place|more)$/.test(second)) ||
    (first === "an" && second === "other")
  );
}

/** First parts of compounds that are written with a hyphen. */
const FIRST = new Set(
  (
    "self all anti co ex non post pre pro quasi semi ultra vice well ill much long short high low mid half full part single double triple multi " +
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety first second third fourth " +
    "last first-ever state cost price tax oil gas coal war peace land sea air water government private public family foreign world market labour labor " +
    "left right far near hard soft heavy light old new large small big wide open closed free fast slow deep top bottom up down in on off over under " +
    "middle lower upper north south east west inner outer good better best bad worse worst great cross inter intra hand home house life time day " +
    "year month week one year-on end back front side still then now so-called kind fair fine fresh hot cold dry wet rich poor strong weak " +
    "record decision policy law rule risk debt cash job work wage income export import energy carbon climate fossil wind solar nuclear computer " +
    "machine data user consumer customer employee investor taxpayer publicly privately newly highly widely fully closely long-term wheel " +
    "peut est sont a dit fait quelques moi lui elle celui celle ceux grand petit demi mi sous sur contre avant après arrière porte vis c'est"
  ).split(" "),
);

/** Second parts of compounds that are written with a hyphen. */
const SECOND = new Set(
  (
    "owned run led based related backed born bred built made sized scale term time wide type style level rate risk cost income wage tax quality " +
    "effective efficient free friendly rich poor intensive dependent independent specific wing winning breaking making taking setting holding " +
    "producing exporting importing consuming saving lasting standing running growing speaking looking sounding known paid educated informed " +
    "established funded financed sponsored controlled run-up up down off out in on over by to be page year month week day hour minute old olds " +
    "year-old long high low deep off-shore war election law minister president general chief chair elect in-law fold thirds third half halves quarter quarters " +
    "fifth fifths tenth tenths one two three four five six seven eight nine class century hand handed eyed minded hearted tempered sea land air " +
    "line edge end east west north south called so like proof ever price determining driven oriented focused centred centered powered shaped " +
    "colored coloured sensitive resistant term-limited range reaching standing held scale-up style-wise nine point percent being esteem interest " +
    "government defence defense evident employed sufficient sustaining appointed proclaimed described declared imposed inflicted confidence"
  ).split(" "),
);

/** Whether a part is the first of many compounds. */
export function isFirstPart(part: string): boolean {
  return FIRST.has(part);
}

/** Whether two parts make a compound that is written with a hyphen. */
export function isCompoundPart(first: string, second: string): boolean {
  return SECOND.has(second)
    ? first.length > 1 && !isFragmentStart(first)
    : FIRST.has(first) && second.length > 2 && !isFragment(second);
}

/** Whether a part before a hyphen cannot be a word: it has no vowel. */
export function isFragmentStart(part: string): boolean {
  return !/[aeiouyäöüáéíóúàèìòùâêîôûа-яα-ω]/u.test(part);
}
